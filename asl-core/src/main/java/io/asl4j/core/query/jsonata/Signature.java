package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which arguments a function takes, written as in {@code <s-nn?:s>}: a letter a parameter, {@code
 * -} for one that the context value may stand for, {@code ?} for an optional and {@code +} for a
 * repeated one.
 */
final class Signature {
  private static final int BOOLEAN = 1;
  private static final int NUMBER = 2;
  private static final int STRING = 4;
  private static final int NULL = 8;
  private static final int ARRAY = 16;
  private static final int OBJECT = 32;
  private static final int FUNCTION = 64;
  private static final int MISSING = 128;
  private static final int JSON = BOOLEAN | NUMBER | STRING | NULL | ARRAY | OBJECT | MISSING;
  private static final int ANY = JSON | FUNCTION;
  private static final Map<Character, String> PLURALS =
      Map.of(
          'a',
          "arrays",
          'b',
          "booleans",
          'f',
          "functions",
          'n',
          "numbers",
          'o',
          "objects",
          's',
          "strings");

  private final List<Parameter> parameters;

  private Signature(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  private record Parameter(
      char letter,
      int types,
      Optional<String> items,
      boolean fromContext,
      boolean optional,
      boolean many) {

    boolean accepts(JsonNode argument) {
      return (types & typeOf(argument)) != 0;
    }

    Parameter asFromContext() {
      return new Parameter(letter, types, items, true, true, many);
    }

    Parameter asOptional() {
      return new Parameter(letter, types, items, fromContext, true, many);
    }

    Parameter asMany() {
      return new Parameter(letter, types, items, fromContext, optional, true);
    }

    Parameter of(String itemTypes) {
      return new Parameter(letter, types, Optional.of(itemTypes), fromContext, optional, many);
    }
  }

  /**
   * Reads a signature in angle brackets.
   *
   * @param offset where it begins in the source, for the place of an error
   */
  static Signature parse(String text, int offset) {
    List<Parameter> parameters = new ArrayList<>();
    for (int at = 1; at < text.length() && text.charAt(at) != ':'; at++) {
      char letter = text.charAt(at);
      if (letter == '(') {
        int end = closing(text, at, '(', ')');
        parameters.add(choice(text.substring(at + 1, end), offset + at));
        at = end;
      } else if (letter == '<') {
        int end = closing(text, at, '<', '>');
        typeArgument(parameters, text.substring(at + 1, end), offset + at);
        at = end;
      } else {
        parameterOrModifier(parameters, letter);
      }
    }
    return new Signature(List.copyOf(parameters));
  }

  private static void parameterOrModifier(List<Parameter> parameters, char letter) {
    int last = parameters.size() - 1;
    if ("-?+".indexOf(letter) < 0) {
      int types = types(letter);
      if (types != 0) {
        parameters.add(new Parameter(letter, types, Optional.empty(), false, false, false));
      }
    } else if (last >= 0) {
      Parameter parameter = parameters.get(last);
      parameters.set(
          last,
          switch (letter) {
            case '-' -> parameter.asFromContext();
            case '?' -> parameter.asOptional();
            default -> parameter.asMany();
          });
    }
  }

  private static int types(char letter) {
    return switch (letter) {
      case 'b', 'n', 's', 'l', 'o' -> type(letter) | MISSING;
      case 'f' -> FUNCTION;
      case 'j' -> JSON;
      case 'a', 'x' -> ANY;
      default -> 0;
    };
  }

  private static int type(char letter) {
    return switch (letter) {
      case 'b' -> BOOLEAN;
      case 'n' -> NUMBER;
      case 's' -> STRING;
      case 'l' -> NULL;
      case 'a' -> ARRAY;
      case 'o' -> OBJECT;
      case 'f' -> FUNCTION;
      case 'm' -> MISSING;
      default -> 0;
    };
  }

  private static Parameter choice(String letters, int offset) {
    if (letters.indexOf('<') >= 0) {
      throw JsonataFailed.error("S0402", offset, letters, JsonataFailed.text(letters));
    }
    int types = MISSING;
    for (int i = 0; i < letters.length(); i++) {
      types |= type(letters.charAt(i));
    }
    return new Parameter('(', types, Optional.empty(), false, false, false);
  }

  private static void typeArgument(List<Parameter> parameters, String items, int offset) {
    int last = parameters.size() - 1;
    char letter = last < 0 ? ' ' : parameters.get(last).letter();
    if (letter != 'a' && letter != 'f') {
      throw JsonataFailed.error("S0401", offset, items, JsonataFailed.text(String.valueOf(letter)));
    }
    parameters.set(last, parameters.get(last).of(items));
  }

  private static int closing(String text, int start, char open, char close) {
    int depth = 1;
    int at = start;
    while (depth > 0 && ++at < text.length()) {
      if (text.charAt(at) == close) {
        depth--;
      } else if (text.charAt(at) == open) {
        depth++;
      }
    }
    return Math.min(at, text.length() - 1);
  }

  private static int typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> NUMBER;
      case STRING -> STRING;
      case NULL -> NULL;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      case POJO, BINARY -> FUNCTION;
      case MISSING -> MISSING;
    };
  }

  /** The fewest arguments that a call may have. */
  int fewest() {
    return (int) parameters.stream().filter(parameter -> !parameter.optional()).count();
  }

  /** The most arguments that a call may have; -1 for no bound. */
  int most() {
    return parameters.stream().anyMatch(Parameter::many) ? -1 : parameters.size();
  }

  /**
   * The arguments as the function wants them: context value put in, single values made arrays where
   * an array is wanted, missing ones filled up.
   */
  JsonNode[] check(Run run, JsonNode[] arguments, JsonNode context) {
    if (arguments.length == parameters.size() && fitsInOrder(run, arguments)) {
      return arguments;
    }
    int[] taken = new int[parameters.size()];
    if (!match(arguments, 0, 0, taken)) {
      throw JsonataFailed.error(
          "T0410",
          JsonataFailed.NOWHERE,
          "",
          Map.of("index", Numbers.of(firstBad(arguments) + 1L)));
    }
    return arranged(run, arguments, context, taken);
  }

  /** The common case: an argument a parameter, each right; single values are made arrays. */
  private boolean fitsInOrder(Run run, JsonNode[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (!parameters.get(i).accepts(arguments[i])) {
        return false;
      }
    }
    for (int i = 0; i < arguments.length; i++) {
      if (parameters.get(i).letter() == 'a') {
        arguments[i] = asArray(run, parameters.get(i), arguments[i], i, true);
      }
    }
    return true;
  }

  /** Gives each parameter as many arguments as it can take while the rest still fits. */
  private boolean match(JsonNode[] arguments, int parameterAt, int at, int[] taken) {
    if (parameterAt == parameters.size()) {
      return at == arguments.length;
    }
    Parameter parameter = parameters.get(parameterAt);
    int least = parameter.optional() ? 0 : 1;
    for (int count = mostTaken(parameter, arguments, at); count >= least; count--) {
      taken[parameterAt] = count;
      if (match(arguments, parameterAt + 1, at + count, taken)) {
        return true;
      }
    }
    return false;
  }

  /** The argument after the last one that fits when as many parameters as possible do. */
  private int firstBad(JsonNode[] arguments) {
    int good = 0;
    for (int count = 1; count <= parameters.size(); count++) {
      int end = endOf(arguments, 0, count, 0);
      if (end < 0) {
        return good;
      }
      good = end;
    }
    return good;
  }

  /** Where the arguments end that so many parameters take; -1 if these cannot all be served. */
  private int endOf(JsonNode[] arguments, int parameterAt, int count, int at) {
    if (parameterAt == count) {
      return at;
    }
    Parameter parameter = parameters.get(parameterAt);
    int least = parameter.optional() ? 0 : 1;
    for (int taken = mostTaken(parameter, arguments, at); taken >= least; taken--) {
      int end = endOf(arguments, parameterAt + 1, count, at + taken);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static int mostTaken(Parameter parameter, JsonNode[] arguments, int at) {
    int most = 0;
    while (at + most < arguments.length
        && parameter.accepts(arguments[at + most])
        && (most == 0 || parameter.many())) {
      most++;
    }
    return most;
  }

  // As in JSONata's own runtime: an optional parameter that takes nothing is passed over together
  // with an argument, and a repeated one that wants no arrays is given its first argument each
  // time.
  private JsonNode[] arranged(Run run, JsonNode[] arguments, JsonNode context, int[] taken) {
    List<JsonNode> arranged = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < taken.length; i++) {
      Parameter parameter = parameters.get(i);
      JsonNode argument = argument(arguments, at);
      if (taken[i] == 0 && parameter.fromContext()) {
        arranged.add(contextValue(parameter, context, at));
      } else if (taken[i] == 0) {
        arranged.add(argument);
        at++;
      }
      for (int count = 0; count < taken[i]; count++) {
        arranged.add(
            parameter.letter() == 'a'
                ? asArray(run, parameter, argument(arguments, at), at, taken[i] == 1)
                : argument);
        at++;
      }
    }
    return arranged.toArray(new JsonNode[0]);
  }

  private static JsonNode argument(JsonNode[] arguments, int at) {
    return at < arguments.length ? arguments[at] : Values.NOTHING;
  }

  private static JsonNode contextValue(Parameter parameter, JsonNode context, int at) {
    if (!parameter.accepts(context)) {
      throw JsonataFailed.error(
          "T0411", JsonataFailed.NOWHERE, "", Map.of("index", Numbers.of(at + 1L)));
    }
    return context;
  }

  /**
   * An argument as an array.
   *
   * @param only whether it is the only argument of the parameter: of several ones, those that are
   *     no arrays are not taken for arrays of one
   */
  private static JsonNode asArray(
      Run run, Parameter parameter, JsonNode argument, int at, boolean only) {
    if (argument.isMissingNode()) {
      return argument;
    }
    if (parameter.items().isPresent()) {
      boolean isArray = argument instanceof ArrayNode;
      if (!(only || isArray) || !holdsOnly(run, parameter.items().get(), argument)) {
        throw notAll(parameter.items().get(), at);
      }
    }
    if (argument instanceof ArrayNode) {
      return argument;
    }
    return Values.array(1).add(argument);
  }

  private static JsonataFailed notAll(String items, int at) {
    String plural = items.length() == 1 ? PLURALS.getOrDefault(items.charAt(0), "") : "";
    JsonNode type = plural.isEmpty() ? Values.NOTHING : JsonataFailed.text(plural);
    return JsonataFailed.error(
        "T0412", JsonataFailed.NOWHERE, "", Map.of("index", Numbers.of(at + 1L), "type", type));
  }

  private static boolean holdsOnly(Run run, String items, JsonNode argument) {
    int wanted = items.isEmpty() ? 0 : type(items.charAt(0));
    if (!(argument instanceof ArrayNode array)) {
      return items.length() == 1 && typeOf(argument) == wanted;
    }
    run.tick(array.size() / 8);
    int size = array.size();
    for (int i = 0; i < size; i++) {
      JsonNode item = array.get(i);
      boolean isWanted = wanted == NUMBER ? item instanceof NumericNode : typeOf(item) == wanted;
      if (!isWanted) {
        return false;
      }
    }
    return true;
  }
}
