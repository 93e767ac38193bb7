package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of a state that is tested alone see: a given context object; and it shows what
 * it does.
 */
final class TrialView extends StateView {

  private final TrialWalk walk;
  private final Frame frame;
  private final String stateName;
  private final int retryCount;
  private final ObjectNode context;

  TrialView(
      TrialWalk walk,
      Frame frame,
      String stateName,
      int retryCount,
      ObjectNode context,
      @Nullable Iteration iteration) {
    super(walk, frame, stateName, retryCount, iteration);
    this.walk = walk;
    this.frame = frame;
    this.stateName = stateName;
    this.retryCount = retryCount;
    this.context = context;
  }

  @Override
  StateView inside(Iteration other) {
    ObjectNode inner = context.objectNode().setAll(context);
    addItem(inner.putObject("Map").putObject("Item"), other);
    return new TrialView(walk, frame, stateName, retryCount, inner, other);
  }

  @Override
  JsonNode show(Inspection.Stage stage, JsonNode value) {
    walk.inspection().show(stage, value);
    return value;
  }

  @Override
  void handOut(String token) {
    if (walk.trial().addsToken()) {
      context.putObject("Task").put("Token", token);
    }
  }

  @Override
  public JsonNode context() {
    return context;
  }
}
