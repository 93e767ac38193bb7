package io.asl4j.testing;

import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.model.State;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.trace.Definition;
import java.util.List;

/** Finds mocks that can never answer anything in a machine. */
final class MockCheck {

  private final Definition definition;

  MockCheck(Definition definition) {
    this.definition = definition;
  }

  void check(List<MockRule> rules) {
    for (MockRule rule : rules) {
      if (rule.target() instanceof MockRule.Target.OfState target) {
        check(rule, target.name());
      }
      if (rule.answers().isEmpty()) {
        throw new TestFailed(
            "The mock of %s has no answer; call returns, fails, hangs or computes on it."
                .formatted(rule));
      }
    }
  }

  private void check(MockRule rule, String name) {
    State state = definition.find(name).map(Definition.Located::state).orElse(null);
    String origin = rule.origin().isEmpty() ? "" : " (" + rule.origin() + ")";
    if (state == null) {
      throw new TestFailed(
          "A mock%s is for the state `%s`, which is not in %s.%s"
              .formatted(
                  origin,
                  name,
                  definition.name(),
                  Nearest.to(name, definition.states().keySet())
                      .map(near -> " Did you mean `" + near + "`?")
                      .orElse("")));
    }
    if (!(state instanceof State.Task)) {
      throw new TestFailed(
          "A mock%s is for `%s`, which is a %s state (%s); only Task states are answered."
              .formatted(origin, name, state.getClass().getSimpleName(), definition.place(name)));
    }
  }
}
