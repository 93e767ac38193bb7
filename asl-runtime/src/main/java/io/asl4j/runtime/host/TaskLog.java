package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.task.TaskCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what task handlers are asked and what they give, at level TRACE, and what they throw, at
 * level DEBUG; both without secrets.
 *
 * @param redaction for everything that comes from the application
 */
record TaskLog(Redaction redaction) {

  private static final Logger LOG = LoggerFactory.getLogger(TaskLog.class);

  void called(TaskCall call) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("Task {} is called with {}", call.id(), shown(call.request().arguments()));
    }
  }

  void answered(TaskCall call, JsonNode answer) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("Task {} gave {}", call.id(), shown(answer));
    }
  }

  void failed(TaskCall call, Throwable thrown) {
    if (LOG.isDebugEnabled()) {
      LOG.debug("Task {} failed.", call.id(), redaction.thrown(thrown));
    }
  }

  private String shown(JsonNode payload) {
    return Json.write(redaction.apply(payload));
  }
}
