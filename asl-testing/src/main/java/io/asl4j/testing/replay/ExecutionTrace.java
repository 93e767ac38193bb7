package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryJson;
import java.util.List;
import java.util.Optional;

/**
 * What a replayed execution left.
 *
 * @param result empty if it has none, because it waits for ever
 */
record ExecutionTrace(
    String arn, String name, Optional<ExecutionResult> result, List<HistoryEvent> events) {

  List<ObjectNode> flatEvents() {
    return events.stream().map(HistoryJson::flat).toList();
  }
}
