package io.asl4j.runtime.walk;

import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The branches or iterations of one attempt that have begun and not ended, by index. */
final class OpenScopes {

  private final Trail trail;
  private final @Nullable String mapName;
  private final Map<Integer, InnerWalk> open = new TreeMap<>();
  private @Nullable InnerWalk failed;

  /**
   * @param mapName the Map state whose iterations these are; null for branches
   */
  OpenScopes(Trail trail, @Nullable String mapName) {
    this.trail = trail;
    this.mapName = mapName;
  }

  void begin(InnerWalk inner) {
    open.put(inner.index(), inner);
  }

  void end(InnerWalk inner) {
    open.remove(inner.index());
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
      open.remove(failed.index());
      recordIteration(EventType.MAP_ITERATION_FAILED, failed, because);
      failed.recordAbort(because);
    }
    recordAborts(because);
    open.clear();
  }

  /** Each that is still open is stopped because of something else. */
  void recordAborts(long because) {
    for (InnerWalk inner : open.values()) {
      recordIteration(EventType.MAP_ITERATION_ABORTED, inner, because);
      inner.recordAbort(because);
    }
  }

  private void recordIteration(EventType type, InnerWalk inner, long because) {
    if (mapName != null) {
      trail.addAside(type, because, new EventDetails.Iteration(mapName, inner.index()));
    }
  }
}
