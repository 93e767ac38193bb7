package io.asl4j.testing.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.runtime.history.Decision;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.PathDrawing;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks of a whole execution. Immutable.
 *
 * @param execution what is checked
 */
public record ExecutionChecks(TestExecution execution) {

  /** It ended with this status, spelled as AWS does. */
  public Optional<String> status(String expected) {
    return execution.status().equals(expected)
        ? Optional.empty()
        : failed("Expected the execution to end as %s.".formatted(expected));
  }

  /** It failed with this error name and, unless null, with this cause. */
  public Optional<String> failedWith(
      @Nullable String error, @Nullable String cause, boolean anyCause) {
    Failure failure = execution.failure().orElse(null);
    boolean same =
        failure != null
            && Objects.equals(failure.error(), error)
            && (anyCause || Objects.equals(failure.cause(), cause));
    return same
        ? Optional.empty()
        : failed(
            "Expected the execution to fail with %s."
                .formatted(new Failure(error, anyCause ? null : cause, false)));
  }

  /** The states were visited, in this order, perhaps with others between them. */
  public Optional<String> visited(List<String> states) {
    Optional<String> unknown = unknown(states);
    if (unknown.isPresent()) {
      return unknown;
    }
    List<String> actual = execution.trace().visits().stream().map(Visit::state).toList();
    int at = 0;
    for (int i = 0; i < states.size(); i++) {
      String state = states.get(i);
      int found = actual.subList(at, actual.size()).indexOf(state);
      if (found < 0) {
        String why =
            i > 0 && actual.contains(state)
                ? "`%s` was visited, but not%s after `%s`."
                    .formatted(
                        state,
                        states.subList(0, i).contains(state) ? " again" : "",
                        states.get(i - 1))
                : "`%s` was not visited.".formatted(state);
        return failed(
            "Expected the execution to visit %s; %s".formatted(PathDrawing.of(states), why));
      }
      at += found + 1;
    }
    return Optional.empty();
  }

  /** The states of the outermost scope were these, in this order, and no others. */
  public Optional<String> visitedExactly(List<String> states) {
    Optional<String> unknown = unknown(states);
    if (unknown.isPresent()) {
      return unknown;
    }
    return Paths.compare(execution, execution.trace().path(), states, "the execution");
  }

  /** None of the states was visited. */
  public Optional<String> neverVisited(List<String> states) {
    Optional<String> unknown = unknown(states);
    if (unknown.isPresent()) {
      return unknown;
    }
    for (String state : states) {
      List<Visit> visits = execution.visits(state);
      if (!visits.isEmpty()) {
        return failed(
            "Expected the execution never to visit `%s`, but it did (%s), with the input %s"
                .formatted(
                    state,
                    execution.definition().place(state),
                    Shown.json(visits.getFirst().input())));
      }
    }
    return Optional.empty();
  }

  /** The output means the same as this value. */
  public Optional<String> output(JsonNode expected) {
    if (execution.output().isEmpty()) {
      return failed("Expected the execution to succeed with %s.".formatted(Shown.json(expected)));
    }
    return JsonDifference.of(expected, execution.output().get())
        .flatMap(
            difference ->
                failed("Expected another output of the execution.\n%s".formatted(difference)));
  }

  /** The variables of the outermost scope mean the same as this object. */
  public Optional<String> variables(JsonNode expected) {
    return JsonDifference.of(expected, execution.variables())
        .flatMap(
            difference -> failed("Expected other variables at the end.\n%s".formatted(difference)));
  }

  /** It took exactly that long, in modelled time. */
  public Optional<String> took(Duration expected) {
    return execution.took().equals(expected)
        ? Optional.empty()
        : failed(
            "Expected the execution to take %s of modelled time, but it took %s."
                .formatted(Shown.duration(expected), Shown.duration(execution.took())));
  }

  /** Its Wait states and the delays before retries, outermost scope only, add up to that. */
  public Optional<String> waited(Duration expected) {
    Duration waited = Duration.ZERO;
    for (Visit visit : execution.trace().path()) {
      waited = waited.plus(waited(visit));
    }
    return waited.equals(expected)
        ? Optional.empty()
        : failed(
            "Expected the execution to wait %s of modelled time, but it waited %s."
                .formatted(Shown.duration(expected), Shown.duration(waited)));
  }

  private Duration waited(Visit visit) {
    boolean isWait =
        execution
            .definition()
            .find(visit.state())
            .filter(found -> found.state() instanceof io.asl4j.core.model.State.Wait)
            .isPresent();
    Duration waited = isWait ? visit.took().orElse(Duration.ZERO) : Duration.ZERO;
    for (Decision decision : visit.decisions()) {
      if (decision instanceof Decision.Retried retried) {
        waited = waited.plus(retried.delay());
      }
    }
    return waited;
  }

  /** A state that the machine does not have can neither be visited nor be left out. */
  Optional<String> unknown(List<String> states) {
    for (String state : states) {
      if (execution.definition().find(state).isEmpty()) {
        return Optional.of(
            "There is no state `%s` in %s.%s"
                .formatted(
                    state,
                    execution.definition().name(),
                    Nearest.to(state, execution.definition().states().keySet())
                        .map(near -> " Did you mean `" + near + "`?")
                        .orElse("")));
      }
    }
    return Optional.empty();
  }

  private Optional<String> failed(String what) {
    return Optional.of(what + "\n" + execution);
  }
}
