package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.map.Tolerance;
import io.asl4j.runtime.walk.StandIn;
import org.jspecify.annotations.Nullable;

/**
 * A mock in place of the branches of a Parallel or the iterations of a Map state.
 *
 * @param work what the mock says; null where there is none, for states that have no scopes inside
 * @param failed how many iterations are to have failed
 */
record MockedScopes(@Nullable MockedWork work, long failed) implements StandIn {

  @Override
  public JsonNode branches() {
    return mocked().orThrow();
  }

  @Override
  public JsonNode iterations(int count, Tolerance tolerance) {
    if (failed > count) {
      throw TestStateRejected.validation(
          "Map iteration failure count must be less than or equal to the number of Map iterations");
    }
    return switch (mocked()) {
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

  private MockedWork mocked() {
    if (work == null) {
      throw new IllegalStateException("A Map or Parallel state without a mock was not refused.");
    }
    return work;
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
