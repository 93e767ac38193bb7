package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.State;

/** One attempt of a Distributed Map: each item or batch is a child execution of its own. */
final class DistributedMap {
  DistributedMap(ScopeWalk walk, State.Map map, Frame frame, StateView view) {}

  JsonNode run() {
    throw new IllegalStateException("Distributed Map comes with the item sources.");
  }
}
