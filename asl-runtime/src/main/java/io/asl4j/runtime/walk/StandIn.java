package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.map.Tolerance;

/** Stands in for the work of a Parallel or Map state when that state is tested alone. */
public interface StandIn {

  /**
   * The result of a Parallel state.
   *
   * @throws io.asl4j.runtime.failure.StateFailed when the work is to fail
   */
  JsonNode branches();

  /**
   * The result of a Map state.
   *
   * @param count how many iterations or children it would run
   * @param tolerance how many of them may fail
   * @throws io.asl4j.runtime.failure.StateFailed when the work is to fail
   */
  JsonNode iterations(int count, Tolerance tolerance);
}
