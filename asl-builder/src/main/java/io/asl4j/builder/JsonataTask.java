package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Calls a resource and goes on with its result.
 *
 * @see Jsonata#task
 */
public final class JsonataTask extends StateFields<JsonataTask>
    implements JsonataState,
        Calling<JsonataTask>,
        JsonataArguments<JsonataTask>,
        JsonataOutput<JsonataTask>,
        JsonataWorking<JsonataTask>,
        Assigning<JsonataTask>,
        Continuing<JsonataTask> {

  JsonataTask(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataTask with(ObjectNode changed) {
    return new JsonataTask(name(), changed);
  }

  /** {@code TimeoutSeconds} as an expression. */
  public JsonataTask timeoutSeconds(String expression) {
    return field("TimeoutSeconds", expression);
  }

  /** {@code HeartbeatSeconds} as an expression. */
  public JsonataTask heartbeatSeconds(String expression) {
    return field("HeartbeatSeconds", expression);
  }
}
