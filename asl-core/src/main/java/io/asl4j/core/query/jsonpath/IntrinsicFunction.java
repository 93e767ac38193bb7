package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.ANY;
import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.ARRAY;
import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.BOOLEAN;
import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.NUMBER;
import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.OBJECT;
import static io.asl4j.core.query.jsonpath.IntrinsicFunction.Type.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The eighteen intrinsic functions.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Step Functions, Intrinsic functions</a>
 */
enum IntrinsicFunction {
  FORMAT("Format", STRING, 1, List.of(STRING), ANY, FormatTemplate::format),
  STRING_TO_JSON("StringToJson", ANY, List.of(STRING), JsonFunctions::stringToJson),
  JSON_TO_STRING("JsonToString", STRING, List.of(ANY), JsonFunctions::jsonToString),
  ARRAY_OF("Array", ARRAY, 0, List.of(), ANY, ArrayFunctions::array),
  ARRAY_PARTITION("ArrayPartition", ARRAY, List.of(ARRAY, NUMBER), ArrayFunctions::partition),
  ARRAY_CONTAINS("ArrayContains", BOOLEAN, List.of(ARRAY, ANY), ArrayFunctions::contains),
  ARRAY_RANGE("ArrayRange", ARRAY, List.of(NUMBER, NUMBER, NUMBER), ArrayFunctions::range),
  ARRAY_GET_ITEM("ArrayGetItem", ANY, List.of(ARRAY, NUMBER), ArrayFunctions::getItem),
  ARRAY_LENGTH("ArrayLength", NUMBER, List.of(ARRAY), ArrayFunctions::length),
  ARRAY_UNIQUE("ArrayUnique", ARRAY, List.of(ARRAY), ArrayFunctions::unique),
  BASE64_ENCODE("Base64Encode", STRING, List.of(STRING), TextFunctions::base64Encode),
  BASE64_DECODE("Base64Decode", STRING, List.of(STRING), TextFunctions::base64Decode),
  HASH("Hash", STRING, List.of(ANY, STRING), TextFunctions::hash),
  JSON_MERGE("JsonMerge", OBJECT, List.of(OBJECT, OBJECT, BOOLEAN), JsonFunctions::merge),
  MATH_RANDOM("MathRandom", NUMBER, 2, List.of(NUMBER, NUMBER, NUMBER), null, NumberFunctions::random),
  MATH_ADD("MathAdd", NUMBER, List.of(NUMBER, NUMBER), NumberFunctions::add),
  STRING_SPLIT("StringSplit", ARRAY, List.of(STRING, STRING), TextFunctions::split),
  UUID("UUID", STRING, List.of(), NumberFunctions::uuid);

  /** What an argument may be, or a result is, as far as it can be known without evaluating. */
  enum Type {
    ANY,
    STRING,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT
  }

  private interface Body {
    JsonNode apply(IntrinsicArguments arguments) throws IntrinsicFailed;
  }

  private static final String PREFIX = "States.";

  private final String spelling;
  private final Type result;
  private final int atLeast;
  private final List<Type> parameters;
  private final Optional<Type> more;
  private final Body body;

  IntrinsicFunction(String name, Type result, List<Type> parameters, Body body) {
    this(name, result, parameters.size(), parameters, null, body);
  }

  // A null `more` stands for a fixed number of parameters; enum constants cannot call Optional.empty() before PREFIX is set up.
  IntrinsicFunction(
      String name,
      Type result,
      int atLeast,
      List<Type> parameters,
      @org.jspecify.annotations.Nullable Type more,
      Body body) {
    this.spelling = "States." + name;
    this.result = result;
    this.atLeast = atLeast;
    this.parameters = parameters;
    this.more = Optional.ofNullable(more);
    this.body = body;
  }

  static Optional<IntrinsicFunction> named(String spelling) {
    return Arrays.stream(values()).filter(function -> function.spelling.equals(spelling)).findFirst();
  }

  static boolean isPrefixOf(String source) {
    return source.startsWith(PREFIX);
  }

  /** The name with its {@code States.}. */
  String spelling() {
    return spelling;
  }

  Type result() {
    return result;
  }

  boolean takes(int count) {
    return count >= atLeast && (more.isPresent() || count <= parameters.size());
  }

  /** How many arguments the function takes, in words. */
  String arity() {
    if (more.isPresent()) {
      return atLeast == 0 ? "any number of arguments" : "at least " + atLeast + " argument";
    }
    if (atLeast != parameters.size()) {
      return atLeast + " or " + parameters.size() + " arguments";
    }
    return switch (atLeast) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> atLeast + " arguments";
    };
  }

  Type parameter(int i) {
    return i < parameters.size() ? parameters.get(i) : more.orElse(Type.ANY);
  }

  /** Calls the function. AWS refuses a wrong number of arguments here, not in the definition, and ignores those of {@code UUID}. */
  JsonNode apply(IntrinsicArguments arguments) throws IntrinsicFailed {
    if (this != UUID && !takes(arguments.count())) {
      throw arguments.invalid();
    }
    return body.apply(arguments);
  }
}
