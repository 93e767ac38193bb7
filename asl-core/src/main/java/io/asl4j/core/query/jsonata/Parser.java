package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.jsonata.JsonataSyntax.Operator;
import io.asl4j.core.query.jsonata.JsonataSyntax.Pair;
import io.asl4j.core.query.jsonata.JsonataSyntax.SortTerm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression by operator precedence: each operator binds its left side with a strength,
 * and an operand ends where a weaker operator follows.
 */
final class Parser {
  /** Nesting beyond this is refused, so that neither parser nor evaluator exhausts the stack. */
  private static final int DEEPEST = 400;

  private static final int PATH = 75;
  private static final int UNARY = 70;
  private static final int BINDING = 80;
  private static final Map<String, Integer> STRENGTH =
      Map.ofEntries(
          Map.entry(".", PATH),
          Map.entry("[", BINDING),
          Map.entry("(", BINDING),
          Map.entry("@", BINDING),
          Map.entry("#", BINDING),
          Map.entry("{", 70),
          Map.entry("*", 60),
          Map.entry("/", 60),
          Map.entry("%", 60),
          Map.entry("+", 50),
          Map.entry("-", 50),
          Map.entry("&", 50),
          Map.entry("=", 40),
          Map.entry("!=", 40),
          Map.entry("<", 40),
          Map.entry("<=", 40),
          Map.entry(">", 40),
          Map.entry(">=", 40),
          Map.entry("^", 40),
          Map.entry("~>", 40),
          Map.entry("in", 40),
          Map.entry("and", 30),
          Map.entry("or", 25),
          Map.entry("?", 20),
          Map.entry(":=", 10));

  private static final Map<String, Operator> OPERATORS = operators();

  private final Lexer lexer;
  private Token token;
  private int depth;

  private Parser(String source) {
    lexer = new Lexer(source);
    token = lexer.next(false);
  }

  /** The tree of an expression; a failure with code and offset when it is none. */
  static JsonataSyntax parse(String source) {
    Parser parser = new Parser(source);
    JsonataSyntax expression = parser.expression(0);
    if (!parser.token.isEnd()) {
      throw unexpected("S0201", parser.token, Values.NOTHING);
    }
    return expression;
  }

  private static Map<String, Operator> operators() {
    Map<String, Operator> bySymbol = new HashMap<>();
    for (Operator operator : Operator.values()) {
      bySymbol.put(operator.symbol(), operator);
    }
    return Map.copyOf(bySymbol);
  }

  private JsonataSyntax expression(int strength) {
    if (++depth > DEEPEST) {
      throw JsonataFailed.stackOverflow();
    }
    Token first = token;
    token = lexer.next(true);
    JsonataSyntax left = operand(first);
    while (strength < strengthOf(token)) {
      Token operator = token;
      token = lexer.next(false);
      left = continued(left, operator);
    }
    depth--;
    return left;
  }

  private static int strengthOf(Token token) {
    return token.kind() == Token.Kind.OPERATOR ? STRENGTH.getOrDefault(token.text(), 0) : 0;
  }

  private boolean at(String symbol) {
    return token.isOperator(symbol);
  }

  /** Takes the token that must stand here; after it a slash begins a regular expression. */
  private void take(String symbol) {
    take(symbol, false);
  }

  private void take(String symbol, boolean afterOperand) {
    if (!at(symbol)) {
      throw unexpected(token.isEnd() ? "S0203" : "S0202", token, JsonataFailed.text(symbol));
    }
    token = lexer.next(afterOperand);
  }

  private static JsonataFailed unexpected(String code, Token token, JsonNode wanted) {
    Map<String, JsonNode> parts = Map.of("token", token.shown(), "value", wanted);
    return JsonataFailed.error(code, token.offset(), token.text(), parts);
  }

  private boolean takeIf(String symbol) {
    if (!at(symbol)) {
      return false;
    }
    token = lexer.next(false);
    return true;
  }

  private JsonataSyntax operand(Token first) {
    int offset = first.offset();
    return switch (first.kind()) {
      case NAME -> new JsonataSyntax.Name(first.text(), offset);
      case VARIABLE -> new JsonataSyntax.Variable(first.text(), offset);
      case LITERAL -> new JsonataSyntax.Literal(first.value(), offset);
      case REGEX -> new JsonataSyntax.Regex(first.text(), first.value().textValue(), offset);
      // What is missing here is said once nothing else is found to be wrong.
      case END -> new JsonataSyntax.Placeholder(offset);
      case OPERATOR -> prefixed(first);
    };
  }

  private JsonataSyntax prefixed(Token operator) {
    int offset = operator.offset();
    return switch (operator.text()) {
      case "and", "or", "in" -> new JsonataSyntax.Name(operator.text(), offset);
      case "-" -> new JsonataSyntax.Negation(operandAfterPrefix(), offset);
      case "*" -> new JsonataSyntax.Wildcard(offset);
      case "**" -> new JsonataSyntax.Descendants(offset);
      case "%" -> new JsonataSyntax.Parent(offset);
      case "(" -> block(offset);
      case "[" -> array(offset);
      case "{" -> new JsonataSyntax.ObjectOf(pairs(), offset);
      case "|" -> transform(offset);
      default -> throw JsonataFailed.error("S0211", offset, operator.text());
    };
  }

  private JsonataSyntax operandAfterPrefix() {
    return expression(UNARY);
  }

  private JsonataSyntax block(int offset) {
    List<JsonataSyntax> expressions = new ArrayList<>();
    while (!at(")")) {
      expressions.add(expression(0));
      if (!takeIf(";")) {
        break;
      }
    }
    take(")", true);
    return new JsonataSyntax.Block(List.copyOf(expressions), offset);
  }

  private JsonataSyntax array(int offset) {
    List<JsonataSyntax> items = new ArrayList<>();
    if (!at("]")) {
      do {
        JsonataSyntax item = expression(0);
        if (at("..")) {
          int rangeOffset = token.offset();
          take("..");
          item = new JsonataSyntax.Range(item, expression(0), rangeOffset);
        }
        items.add(item);
      } while (takeIf(","));
    }
    take("]", true);
    return new JsonataSyntax.ArrayOf(List.copyOf(items), offset);
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    if (!at("}")) {
      do {
        JsonataSyntax key = expression(0);
        take(":");
        pairs.add(new Pair(key, expression(0)));
      } while (takeIf(","));
    }
    take("}", true);
    return List.copyOf(pairs);
  }

  private JsonataSyntax transform(int offset) {
    JsonataSyntax pattern = expression(0);
    take("|");
    JsonataSyntax update = expression(0);
    Optional<JsonataSyntax> delete = Optional.empty();
    if (takeIf(",")) {
      delete = Optional.of(expression(0));
    }
    take("|");
    return new JsonataSyntax.Transform(pattern, update, delete, offset);
  }

  private JsonataSyntax continued(JsonataSyntax left, Token operator) {
    int offset = operator.offset();
    return switch (operator.text()) {
      case "." -> new JsonataSyntax.Dot(left, expression(PATH), offset);
      case "[" -> filter(left, offset);
      case "(" -> call(left, offset);
      case "{" -> new JsonataSyntax.Group(left, pairs(), offset);
      case "^" -> sort(left, offset);
      case "@" -> new JsonataSyntax.Focus(left, variableAfter(operator), offset);
      case "#" -> new JsonataSyntax.Index(left, variableAfter(operator), offset);
      case "?" -> conditional(left, offset);
      case ":=" -> bind(left, offset);
      case "~>" -> new JsonataSyntax.Apply(left, expression(strengthOf(operator)), offset);
      default -> operation(left, operator);
    };
  }

  private JsonataSyntax operation(JsonataSyntax left, Token token) {
    Operator operator = OPERATORS.get(token.text());
    if (operator == null) {
      throw JsonataFailed.error("S0201", token.offset(), token.text());
    }
    return new JsonataSyntax.Operation(
        operator, left, expression(strengthOf(token)), token.offset());
  }

  private JsonataSyntax filter(JsonataSyntax base, int offset) {
    if (takeIf("]")) {
      return new JsonataSyntax.KeepArray(base, offset);
    }
    JsonataSyntax predicate = expression(0);
    take("]", true);
    return new JsonataSyntax.Filter(base, predicate, offset);
  }

  private JsonataSyntax sort(JsonataSyntax base, int offset) {
    take("(");
    List<SortTerm> terms = new ArrayList<>();
    do {
      boolean descending = at(">");
      if (descending || at("<")) {
        take(token.text());
      }
      terms.add(new SortTerm(expression(0), descending));
    } while (takeIf(","));
    take(")");
    return new JsonataSyntax.Sort(base, List.copyOf(terms), offset);
  }

  private String variableAfter(Token operator) {
    JsonataSyntax right = expression(BINDING);
    if (right instanceof JsonataSyntax.Variable variable) {
      return variable.name();
    }
    throw JsonataFailed.error("S0214", right.offset(), operator.text());
  }

  private JsonataSyntax conditional(JsonataSyntax condition, int offset) {
    JsonataSyntax then = expression(0);
    Optional<JsonataSyntax> otherwise = takeIf(":") ? Optional.of(expression(0)) : Optional.empty();
    return new JsonataSyntax.Conditional(condition, then, otherwise, offset);
  }

  private JsonataSyntax bind(JsonataSyntax left, int offset) {
    if (!(unkept(left) instanceof JsonataSyntax.Variable variable)) {
      throw JsonataFailed.error("S0212", left.offset(), shown(left));
    }
    JsonataSyntax value = expression(STRENGTH.getOrDefault(":=", 0) - 1);
    return new JsonataSyntax.Bind(variable.name(), value, offset);
  }

  private static String shown(JsonataSyntax left) {
    return switch (left) {
      case JsonataSyntax.Name name -> name.name();
      case JsonataSyntax.Literal literal -> literal.value().asText();
      default -> ":=";
    };
  }

  private JsonataSyntax call(JsonataSyntax function, int offset) {
    List<JsonataSyntax> arguments = new ArrayList<>();
    if (!at(")")) {
      do {
        arguments.add(argument());
      } while (takeIf(","));
    }
    take(")", true);
    if (unkept(function) instanceof JsonataSyntax.Name name && isLambda(name.name())) {
      return lambda(arguments, name.offset());
    }
    return new JsonataSyntax.Call(function, List.copyOf(arguments), offset);
  }

  private JsonataSyntax argument() {
    if (at("?")) {
      int offset = token.offset();
      take("?");
      return new JsonataSyntax.Placeholder(offset);
    }
    return expression(0);
  }

  private static boolean isLambda(String name) {
    return name.equals("function") || name.equals("\u03bb");
  }

  private JsonataSyntax lambda(List<JsonataSyntax> arguments, int offset) {
    List<String> parameters = new ArrayList<>();
    for (JsonataSyntax argument : arguments) {
      if (!(unkept(argument) instanceof JsonataSyntax.Variable variable)) {
        throw JsonataFailed.error(
            "S0208", argument.offset(), "", Numbers.of(parameters.size() + 1L));
      }
      parameters.add(variable.name());
    }
    String signature = at("<") ? signature() : "";
    take("{");
    JsonataSyntax body = expression(0);
    take("}");
    return new JsonataSyntax.Lambda(List.copyOf(parameters), signature, body, offset);
  }

  /** The expression without the empty brackets after it, which mean nothing where a name stands. */
  private static JsonataSyntax unkept(JsonataSyntax syntax) {
    JsonataSyntax bare = syntax;
    while (bare instanceof JsonataSyntax.KeepArray keep) {
      bare = keep.base();
    }
    return bare;
  }

  private String signature() {
    int start = token.offset();
    StringBuilder text = new StringBuilder("<");
    int open = 1;
    while (open > 0) {
      token = lexer.next(false);
      if (token.isEnd() || at("{")) {
        take(">");
      }
      if (at(">")) {
        open--;
      } else if (at("<")) {
        open++;
      }
      text.append(token.text());
    }
    take(">");
    String signature = text.toString();
    Signature.parse(signature, start);
    return signature;
  }
}
