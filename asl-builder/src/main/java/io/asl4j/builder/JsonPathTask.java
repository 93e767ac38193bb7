package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Calls a resource and goes on with its result.
 *
 * @see JsonPath#task
 */
public final class JsonPathTask extends StateFields<JsonPathTask>
    implements JsonPathState,
        Calling<JsonPathTask>,
        JsonPathFlow<JsonPathTask>,
        JsonPathWorking<JsonPathTask>,
        JsonPathAssigning<JsonPathTask>,
        Continuing<JsonPathTask> {

  JsonPathTask(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathTask with(ObjectNode changed) {
    return new JsonPathTask(name(), changed);
  }

  /** {@code TimeoutSecondsPath}: a path to how many seconds one attempt may take. */
  public JsonPathTask timeoutSecondsPath(String path) {
    return field("TimeoutSecondsPath", path);
  }

  /** {@code HeartbeatSecondsPath}: a path to how many seconds the task may be silent. */
  public JsonPathTask heartbeatSecondsPath(String path) {
    return field("HeartbeatSecondsPath", path);
  }
}
