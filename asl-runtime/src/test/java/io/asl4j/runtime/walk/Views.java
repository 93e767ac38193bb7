package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.core.query.Evaluation;
import io.asl4j.runtime.Machines;
import io.asl4j.runtime.history.Place;
import io.asl4j.runtime.task.ExecutionId;
import org.jspecify.annotations.Nullable;

/** What the queries of a state see, outside of any execution. */
final class Views {

  static final StateMachine MACHINE = Machines.ofState("'Type': 'Succeed'");

  private Views() {}

  static StateView of(Variables variables) {
    return of(ScopePath.ROOT, 1, 0, variables, null);
  }

  static StateView none() {
    return of(Variables.NONE);
  }

  static Evaluation evaluation(String input) {
    return Evaluation.of(Machines.json(input), none());
  }

  static StateView of(
      ScopePath path,
      int visit,
      int retries,
      Variables variables,
      StateView.@Nullable Iteration iteration) {
    ScopeWalk walk =
        new ScopeWalk(run(), MACHINE.root(), path, iteration, new StillHost(), Place.OUTERMOST);
    JsonNode input = Machines.json("{}");
    Frame frame =
        new Frame(path, "S", visit, input, variables, 0, Frame.Attempts.entered(2, StillHost.NOW));
    return new StateView(walk, frame, "S", retries, iteration);
  }

  static Run run() {
    return new Run(
        MACHINE,
        ExecutionId.endingWith("arn:aws:states:us-east-1:123456789012:execution:m:", "run"),
        new Deployment(
            "arn:aws:iam::123456789012:role/r",
            "arn:aws:states:us-east-1:123456789012:stateMachine:m",
            "m",
            "us-east-1",
            Limits.unlimited()),
        Machines.json("{'given': 1}"),
        StillHost.NOW,
        7,
        0,
        null);
  }
}
