package io.asl4j.core.query.jsonpath;

import static io.asl4j.core.query.jsonpath.IntrinsicType.ANY;
import static io.asl4j.core.query.jsonpath.IntrinsicType.ARRAY;
import static io.asl4j.core.query.jsonpath.IntrinsicType.BOOLEAN;
import static io.asl4j.core.query.jsonpath.IntrinsicType.NUMBER;
import static io.asl4j.core.query.jsonpath.IntrinsicType.OBJECT;
import static io.asl4j.core.query.jsonpath.IntrinsicType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The eighteen intrinsic functions.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html">Step
 *     Functions, Intrinsic functions</a>
 */
enum IntrinsicFunction {
  FORMAT("Format", STRING, 1, List.of(STRING), true, FormatTemplate::format),
  STRING_TO_JSON("StringToJson", ANY, List.of(STRING), JsonFunctions::stringToJson),
  JSON_TO_STRING("JsonToString", STRING, List.of(ANY), JsonFunctions::jsonToString),
  ARRAY_OF("Array", ARRAY, 0, List.of(), true, ArrayFunctions::array),
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
  MATH_RANDOM(
      "MathRandom", NUMBER, 2, List.of(NUMBER, NUMBER, NUMBER), false, NumberFunctions::random),
  MATH_ADD("MathAdd", NUMBER, List.of(NUMBER, NUMBER), NumberFunctions::add),
  STRING_SPLIT("StringSplit", ARRAY, List.of(STRING, STRING), TextFunctions::split),
  UUID("UUID", STRING, List.of(), NumberFunctions::uuid);

  private interface Body {
    JsonNode apply(IntrinsicArguments arguments) throws IntrinsicFailed;
  }

  private static final String PREFIX = "States.";

  private final String spelling;
  private final IntrinsicType result;
  private final int atLeast;
  private final List<IntrinsicType> parameters;
  private final boolean takesMore;
  private final Body body;

  IntrinsicFunction(String name, IntrinsicType result, List<IntrinsicType> parameters, Body body) {
    this(name, result, parameters.size(), parameters, false, body);
  }

  IntrinsicFunction(
      String name,
      IntrinsicType result,
      int atLeast,
      List<IntrinsicType> parameters,
      boolean takesMore,
      Body body) {
    this.spelling = "States." + name;
    this.result = result;
    this.atLeast = atLeast;
    this.parameters = parameters;
    this.takesMore = takesMore;
    this.body = body;
  }

  static Optional<IntrinsicFunction> named(String spelling) {
    return Arrays.stream(values())
        .filter(function -> function.spelling.equals(spelling))
        .findFirst();
  }

  static boolean beginsCall(String source) {
    return source.startsWith(PREFIX);
  }

  /** The name with its {@code States.}. */
  String spelling() {
    return spelling;
  }

  IntrinsicType result() {
    return result;
  }

  boolean takes(int count) {
    return count >= atLeast && (takesMore || count <= parameters.size());
  }

  /** How many arguments the function takes, in words. */
  String arity() {
    if (takesMore) {
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

  IntrinsicType parameter(int i) {
    return i < parameters.size() ? parameters.get(i) : ANY;
  }

  /**
   * Calls the function. AWS refuses a wrong number of arguments here, not in the definition, and
   * ignores those of {@code UUID}.
   */
  JsonNode apply(IntrinsicArguments arguments) throws IntrinsicFailed {
    if (this != UUID && !takes(arguments.count())) {
      throw arguments.invalid();
    }
    return body.apply(arguments);
  }
}
