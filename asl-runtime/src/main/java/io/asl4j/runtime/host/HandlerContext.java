package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/**
 * Calls a handler with the names of its execution in the logging context, so that its own log lines
 * can be found.
 */
final class HandlerContext {

  /** All the keys, in the order in which they are put. */
  static final List<String> KEYS =
      List.of("executionArn", "executionName", "stateMachine", "stateName", "attempt");

  private static final String FIRST_ATTEMPT = "0";

  private HandlerContext() {}

  private static String attempt(int number) {
    return number == 0 ? FIRST_ATTEMPT : Integer.toString(number);
  }

  static @Nullable JsonNode call(TaskHandler handler, TaskCall call) throws Exception {
    if (MDC.getMDCAdapter() instanceof NOPMDCAdapter) {
      return handler.handle(call); // No logging, so nobody would see the names.
    }
    MDC.put(KEYS.get(0), call.executionArn());
    MDC.put(KEYS.get(1), call.executionName());
    MDC.put(KEYS.get(2), call.machineName());
    MDC.put(KEYS.get(3), call.stateName());
    MDC.put(KEYS.get(4), attempt(call.attempt()));
    try {
      return handler.handle(call);
    } finally {
      for (String key : KEYS) {
        MDC.remove(key);
      }
    }
  }
}
