package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.map.Tolerance;
import io.asl4j.runtime.walk.StandIn;

/**
 * A mock in place of the branches of a Parallel or the iterations of a Map state.
 *
 * @param work what the mock says
 * @param failed how many iterations are to have failed
 */
record MockedScopes(MockedWork work, long failed) implements StandIn {

  @Override
  public JsonNode branches() {
    return work.orThrow();
  }

  @Override
  public JsonNode iterations(int count, Tolerance tolerance) {
    if (failed > count) {
      throw TestStateRejected.validation(
          "Map iteration failure count must be less than or equal to the number of Map iterations");
    }
    return switch (work) {
      case MockedWork.Failure failure -> {
        if (isSet(tolerance) && tolerance.exceeded(failed, count)) {
          throw Tolerance.failure();
        }
        throw failure.failure();
      }
      case MockedWork.Result result -> {
        if (tolerance.exceeded(failed, count)) {
          throw Tolerance.failure();
        }
        requireAsMany(result.value(), count);
        yield result.value();
      }
    };
  }

  /**
   * Without thresholds the mocked error is what the Map fails with, however many iterations failed.
   */
  private static boolean isSet(Tolerance tolerance) {
    return tolerance.count() > 0 || tolerance.percentage().signum() > 0;
  }

  private void requireAsMany(JsonNode result, int count) {
    boolean fits = result.size() == count || result.size() == count - failed;
    if (result.isArray() && !fits) {
      throw TestStateRejected.validation(
          "Input array does not equal the mocked result array's size.");
    }
  }
}
