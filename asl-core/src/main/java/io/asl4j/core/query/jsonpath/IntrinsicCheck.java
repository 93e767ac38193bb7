package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks for calls of intrinsic functions that fail whatever the input is. AWS finds that out when
 * it evaluates them.
 */
final class IntrinsicCheck {

  /** How many calls one field may hold, the outermost included. */
  private static final int MAX_CALLS = 10;

  private final Consumer<String> problems;

  private IntrinsicCheck(Consumer<String> problems) {
    this.problems = problems;
  }

  static void check(Intrinsic.Call call, Consumer<String> problems) {
    int calls = calls(call);
    if (calls > MAX_CALLS) {
      problems.accept(
          "A field holds %d calls of intrinsic functions; AWS allows %d."
              .formatted(calls, MAX_CALLS));
    }
    new IntrinsicCheck(problems).check(call);
  }

  private static int calls(Intrinsic part) {
    return switch (part) {
      case Intrinsic.Call call ->
          1 + call.arguments().stream().mapToInt(IntrinsicCheck::calls).sum();
      case Intrinsic.Quoted quoted -> 0;
      case Intrinsic.Literal literal -> 0;
      case Intrinsic.AtPath path -> 0;
    };
  }

  private void check(Intrinsic.Call call) {
    IntrinsicFunction function = call.function();
    int count = call.arguments().size();
    if (!function.takes(count)) {
      problems.accept(
          "`%s` takes %s, but is called with %d."
              .formatted(function.spelling(), function.arity(), count));
      return;
    }
    boolean isWellTyped = true;
    for (int i = 0; i < count; i++) {
      Intrinsic argument = call.arguments().get(i);
      isWellTyped &= hasType(function, i, argument);
      if (argument instanceof Intrinsic.Call nested) {
        check(nested);
      }
    }
    if (isWellTyped) {
      values(call).ifPresent(problems);
    }
  }

  private boolean hasType(IntrinsicFunction function, int i, Intrinsic argument) {
    IntrinsicType wanted = function.parameter(i);
    IntrinsicType given = typeOf(argument);
    // AWS takes any third argument of JsonMerge that is not true for false.
    if (wanted == given
        || wanted == IntrinsicType.ANY
        || given == IntrinsicType.ANY
        || wanted == IntrinsicType.BOOLEAN) {
      return true;
    }
    problems.accept(
        "Argument %d of `%s` is %s, but must be %s."
            .formatted(i + 1, function.spelling(), inWords(given), inWords(wanted)));
    return false;
  }

  private static IntrinsicType typeOf(Intrinsic argument) {
    return switch (argument) {
      case Intrinsic.Quoted quoted -> IntrinsicType.STRING;
      case Intrinsic.Call call -> call.function().result();
      case Intrinsic.AtPath path ->
          path.path().isDefinite() ? IntrinsicType.ANY : IntrinsicType.ARRAY;
      case Intrinsic.Literal literal when literal.value().isNumber() -> IntrinsicType.NUMBER;
      // A null fits no parameter that has a type; it is told apart from booleans nowhere else.
      case Intrinsic.Literal literal -> IntrinsicType.BOOLEAN;
    };
  }

  private static String inWords(IntrinsicType type) {
    return switch (type) {
      case ANY -> "anything";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean or null";
      case ARRAY -> "an array";
      case OBJECT -> "an object";
    };
  }

  private static Optional<String> values(Intrinsic.Call call) {
    return switch (call.function()) {
      case FORMAT -> template(call);
      case ARRAY_PARTITION ->
          problemIf(
              number(call, 1).map(size -> size < 1), "The size of the parts must be at least 1.");
      case ARRAY_RANGE -> range(call);
      case ARRAY_GET_ITEM ->
          problemIf(number(call, 1).map(index -> index <= -1), "The index must not be negative.");
      case HASH -> algorithm(call);
      case JSON_MERGE ->
          problemIf(
              literal(call, 2).map(deep -> deep.isBoolean() && deep.booleanValue()),
              "AWS merges the top level only; the third argument must be false.");
      case MATH_RANDOM ->
          problemIf(
              number(call, 0)
                  .flatMap(from -> number(call, 1).map(to -> from.intValue() >= to.intValue())),
              "The first number must be less than the second.");
      case STRING_TO_JSON,
          JSON_TO_STRING,
          ARRAY_OF,
          ARRAY_CONTAINS,
          ARRAY_LENGTH,
          ARRAY_UNIQUE,
          BASE64_ENCODE,
          BASE64_DECODE,
          MATH_ADD,
          STRING_SPLIT,
          UUID ->
          Optional.empty();
    };
  }

  private static Optional<String> template(Intrinsic.Call call) {
    if (!(call.arguments().get(0) instanceof Intrinsic.Quoted quoted)) {
      return Optional.empty();
    }
    // What a deployment tool will put in the place of `${Name}` is not known yet.
    if (quoted.raw().contains("${")) {
      return Optional.empty();
    }
    int given = call.arguments().size() - 1;
    try {
      int placeholders = FormatTemplate.parse(quoted.raw()).placeholders();
      return problemIf(
          Optional.of(placeholders != given),
          "The template has %d placeholders `{}`, but %d arguments follow it."
              .formatted(placeholders, given));
    } catch (IntrinsicFailed e) {
      return Optional.of("A brace that is not part of `{}` needs a backslash before it.");
    }
  }

  private static Optional<String> range(Intrinsic.Call call) {
    Optional<Double> step = number(call, 2);
    if (step.isPresent() && step.get().intValue() == 0) {
      return Optional.of("The step must not be zero.");
    }
    Optional<Boolean> isTooLong =
        number(call, 0)
            .flatMap(
                first ->
                    number(call, 1)
                        .flatMap(
                            last ->
                                step.map(by -> count(first, last, by) > ArrayFunctions.MAX_RANGE)));
    return problemIf(
        isTooLong, "The range holds more than %d numbers.".formatted(ArrayFunctions.MAX_RANGE));
  }

  private static long count(Double first, Double last, Double step) {
    return (last.longValue() - first.longValue()) / step.longValue() + 1;
  }

  private static Optional<String> algorithm(Intrinsic.Call call) {
    if (!(call.arguments().get(1) instanceof Intrinsic.Quoted quoted)
        || TextFunctions.HASHES.contains(quoted.value().textValue())) {
      return Optional.empty();
    }
    return Optional.of(
        "`%s` is no algorithm of States.Hash; these are MD5, SHA-1, SHA-256, SHA-384 and SHA-512."
            .formatted(quoted.value().textValue()));
  }

  private static Optional<String> problemIf(Optional<Boolean> holds, String problem) {
    return holds.orElse(false) ? Optional.of(problem) : Optional.empty();
  }

  private static Optional<Double> number(Intrinsic.Call call, int i) {
    return literal(call, i).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
  }

  private static Optional<JsonNode> literal(Intrinsic.Call call, int i) {
    return call.arguments().get(i) instanceof Intrinsic.Literal literal
        ? Optional.of(literal.value())
        : Optional.empty();
  }
}
