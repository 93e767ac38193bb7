package io.asl4j.runtime.walk;

import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The branches or iterations of one attempt that have begun and not ended, by index. */
final class OpenScopes {

  private final Trail trail;
  private final @Nullable String mapName;

  /** By index, from 0; null when one has ended. */
  private final List<@Nullable InnerWalk> begun = new ArrayList<>();

  private @Nullable InnerWalk failed;

  /**
   * @param mapName the Map state whose iterations these are; null for branches
   */
  OpenScopes(Trail trail, @Nullable String mapName) {
    this.trail = trail;
    this.mapName = mapName;
  }

  /** One begins: the one after the last that has begun. */
  void begin(InnerWalk inner) {
    if (inner.index() != begun.size()) {
      throw new IllegalStateException(
          "Branch %d began after %d others.".formatted(inner.index(), begun.size()));
    }
    begun.add(inner);
  }

  void end(InnerWalk inner) {
    begun.set(inner.index(), null);
  }

  /** One has failed, which stops the others. */
  void failed(InnerWalk inner) {
    failed = inner;
  }

  /** The event that the failure came from: what the failure of the whole attempt follows from. */
  long failureEvent() {
    return failed == null ? trail.last() : failed.lastEvent();
  }

  /** After a failure: the one that failed, then each that was stopped because of it. */
  void recordFailure() {
    long because = failureEvent();
    if (failed != null) {
      begun.set(failed.index(), null);
      recordIteration(EventType.MAP_ITERATION_FAILED, failed, because);
      failed.recordAbort(because);
    }
    recordAborts(because);
    begun.clear();
  }

  /** Each that is still open is stopped because of something else. */
  void recordAborts(long because) {
    for (InnerWalk inner : begun) {
      if (inner != null) {
        recordIteration(EventType.MAP_ITERATION_ABORTED, inner, because);
        inner.recordAbort(because);
      }
    }
  }

  private void recordIteration(EventType type, InnerWalk inner, long because) {
    if (mapName != null) {
      trail.addAside(type, because, new EventDetails.Iteration(mapName, inner.index()));
    }
  }
}
