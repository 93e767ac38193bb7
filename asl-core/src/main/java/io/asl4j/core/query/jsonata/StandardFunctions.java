package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** What JSONata has and AWS has not, or has in another form. */
final class StandardFunctions {
  /** A longer expression would take longer to read than a budget may be overrun. */
  private static final int LONGEST_SOURCE = 1 << 17;

  private StandardFunctions() {}

  static void addTo(Library library) {
    library.addInContext("eval", "<sx?:x>", 2, StandardFunctions::eval);
    library.add("random", "<:n>", 0, (run, args) -> Numbers.of(run.random().nextDouble()));
  }

  private static JsonNode eval(Run run, JsonNode callContext, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[0].textValue().length() > LONGEST_SOURCE) {
      throw JsonataFailed.memory();
    }
    Jsonata expression;
    try {
      expression = Jsonata.compile(args[0].textValue(), JsonataDialect.STANDARD);
    } catch (JsonataFailed failed) {
      throw wrapped(failed, "D3120");
    }
    int depth = run.depth();
    try {
      return expression.evaluateWithin(run, context(run, callContext, args[1]));
    } catch (JsonataFailed failed) {
      run.depth(depth);
      throw wrapped(failed, "D3121");
    }
  }

  private static JsonNode context(Run run, JsonNode callContext, JsonNode focus) {
    if (focus.isMissingNode()) {
      return callContext;
    }
    boolean isPlainArray = focus instanceof ArrayNode && !Sequence.isSequence(focus);
    return isPlainArray ? Sequence.ofOne(run, focus) : focus;
  }

  private static JsonataFailed wrapped(JsonataFailed failed, String code) {
    JsonNode said = JsonataFailed.text(failed.text());
    return failed.kind() == JsonataFailed.Kind.ERROR
        ? JsonataFailed.error(code, JsonataFailed.NOWHERE, "eval", said)
        : failed;
  }
}
