package io.asl4j.runtime.host;

import io.asl4j.core.json.Redaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a handler wants to happen later. It runs on a thread that is not the handler's, so nobody
 * can catch what it throws: that is logged.
 */
record LaterAction(Object taskId, Runnable action, Redaction redaction) implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LaterAction.class);

  @Override
  public void run() {
    try {
      action.run();
    } catch (RuntimeException | Error thrown) {
      LOG.warn(
          "What the task {} wanted to happen later has failed.", taskId, redaction.thrown(thrown));
    }
  }
}
