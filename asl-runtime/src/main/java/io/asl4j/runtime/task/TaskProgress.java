package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Told by a host how an attempt comes along, on the thread of the walk that asked for it. */
public interface TaskProgress {

  /** Somebody will do the work. */
  void scheduled();

  /**
   * The work has begun.
   *
   * @param workerName who took an activity task; null when unknown
   */
  void started(@Nullable String workerName);

  /**
   * A job or callback task was handed over; its end is still to come.
   *
   * @param response what the service answered to the hand-over
   */
  void submitted(JsonNode response);
}
