package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No retrier or catcher names an error that an earlier one takes. */
final class ErrorsAreTakenOnce implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .forEach(
            state -> {
              check(Recovery.retriers(state), state, "retrier", findings);
              check(Recovery.catchers(state), state, "catcher", findings);
            });
  }

  private static void check(
      List<Recovery> entries, StateOutline state, String noun, Findings findings) {
    Map<String, Integer> taken = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Map<String, Integer> own = new HashMap<>();
      for (Spot error : entries.get(i).errors()) {
        String name = error.node().textValue();
        Integer by = taken.get(name);
        if (by == null && isTaskFailure(name, state)) {
          by = taken.get("States.TaskFailed");
        }
        if (by != null) {
          report(error, by, noun, findings);
        }
        own.putIfAbsent(name, i);
      }
      own.forEach(taken::putIfAbsent);
    }
  }

  /** Whether {@code States.TaskFailed} takes it: all that a task itself can fail with. */
  private static boolean isTaskFailure(String name, StateOutline state) {
    return state.type().equals("Task") && !name.startsWith("States.");
  }

  private static void report(Spot error, int by, String noun, Findings findings) {
    findings.add(
        error,
        Diagnostic.warning(
                LintCodes.SHADOWED_ERROR,
                "%s never comes this far: %s %d takes it already."
                    .formatted(Words.quoted(error.node().textValue()), noun, by + 1))
            .hint("put the narrower " + noun + " first, or remove the name here"));
  }
}
