package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.StateFailed;

/** What an exception of a task handler means to a state machine. */
final class HandlerFailures {

  private HandlerFailures() {}

  /** An exception becomes an error by the simple name of its class; its message is the cause. */
  static StateFailed named(Throwable thrown) {
    if (thrown instanceof StateFailed failed) {
      return failed;
    }
    String name = thrown.getClass().getSimpleName();
    return StateFailed.of(name.isEmpty() ? thrown.getClass().getName() : name, thrown.getMessage());
  }
}
