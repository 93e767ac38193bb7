package io.asl4j.testing.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.State;
import io.asl4j.runtime.history.Decision;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.trace.Attempt;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks of some visits of one state. Immutable.
 *
 * @param execution what did the visits
 * @param state the state
 * @param visits all of its visits, or those of one item or branch
 */
public record VisitChecks(TestExecution execution, String state, List<Visit> visits) {

  /** Keeps its own copy. */
  public VisitChecks {
    visits = List.copyOf(visits);
  }

  /** All visits of a state; a state that does not exist has none and fails each check. */
  public static VisitChecks of(TestExecution execution, String state) {
    return new VisitChecks(execution, state, execution.visits(state));
  }

  /** Those visits that belong to one item of the Map right around the state. */
  public VisitChecks item(int item) {
    return new VisitChecks(
        execution, state, visits.stream().filter(visit -> visit.item() == item).toList());
  }

  /** The state was visited at all. */
  public Optional<String> visited() {
    Optional<String> unknown = new ExecutionChecks(execution).unknown(List.of(state));
    if (unknown.isPresent()) {
      return unknown;
    }
    return visits.isEmpty() ? failed("Expected `{state}` to be visited.") : Optional.empty();
  }

  /** It was visited so many times. */
  public Optional<String> visits(int expected) {
    Optional<String> unknown = new ExecutionChecks(execution).unknown(List.of(state));
    if (unknown.isPresent() || visits.size() == expected) {
      return unknown;
    }
    return failed(
        "Expected `{state}` to be visited %d times, but it was %d times."
            .formatted(expected, visits.size()));
  }

  /** All its visits together made so many attempts. */
  public Optional<String> attempts(int expected) {
    int actual = attempts().size();
    return visited()
        .or(
            () ->
                actual == expected
                    ? Optional.empty()
                    : failed(
                        "Expected %d attempts of `{state}`, but there were %d."
                            .formatted(expected, actual)));
  }

  /** A visit failed with that error, and a catcher took over. */
  public Optional<String> caughtBy(String error) {
    boolean caught =
        visits.stream().anyMatch(visit -> visit.caughtBy().isPresent() && hasError(visit, error));
    return visited()
        .or(
            () ->
                caught
                    ? Optional.empty()
                    : failed(
                        "Expected a catcher of `{state}` to take over from %s.".formatted(error)));
  }

  private static boolean hasError(Visit visit, String error) {
    return visit.failure().filter(failure -> Objects.equals(failure.error(), error)).isPresent();
  }

  /** A retrier repeated it so many times. */
  public Optional<String> retried(int expected) {
    long actual =
        visits.stream()
            .flatMap(visit -> visit.decisions().stream())
            .filter(Decision.Retried.class::isInstance)
            .count();
    return visited()
        .or(
            () ->
                actual == expected
                    ? Optional.empty()
                    : failed(
                        "Expected %d retries of `{state}`, but there were %d."
                            .formatted(expected, actual)));
  }

  /** A visit, or its last attempt, failed with this error name and, unless any will do, cause. */
  public Optional<String> failedWith(
      @Nullable String error, @Nullable String cause, boolean anyCause) {
    boolean found =
        visits.stream()
            .flatMap(visit -> visit.failure().stream())
            .anyMatch(
                failure ->
                    Objects.equals(failure.error(), error)
                        && (anyCause || Objects.equals(failure.cause(), cause)));
    return visited()
        .or(
            () ->
                found
                    ? Optional.empty()
                    : failed(
                        "Expected `{state}` to fail with %s."
                            .formatted(new Failure(error, anyCause ? null : cause, false))));
  }

  /** Every visit was left, and not by a catcher. */
  public Optional<String> succeeded() {
    return visited()
        .or(
            () ->
                visits.stream()
                        .allMatch(visit -> visit.output().isPresent() && visit.caughtBy().isEmpty())
                    ? Optional.empty()
                    : failed("Expected `{state}` to succeed."));
  }

  /** Some visit had this raw input. */
  public Optional<String> input(JsonNode expected) {
    return value(expected, visits.stream().map(Visit::input).toList(), "input");
  }

  /** Some visit had this output. */
  public Optional<String> output(JsonNode expected) {
    return value(
        expected, visits.stream().flatMap(visit -> visit.output().stream()).toList(), "output");
  }

  private Optional<String> value(JsonNode expected, List<JsonNode> actual, String what) {
    Optional<String> none = visited();
    if (none.isPresent()) {
      return none;
    }
    Optional<String> last = Optional.of("it has none");
    for (JsonNode value : actual) {
      last = JsonDifference.of(expected, value);
      if (last.isEmpty()) {
        return last;
      }
    }
    return last.flatMap(
        difference -> failed("Expected another %s of `{state}`.\n%s".formatted(what, difference)));
  }

  /** Some visit was followed by this state. */
  public Optional<String> wentTo(String next) {
    Optional<String> unknown = new ExecutionChecks(execution).unknown(List.of(next));
    if (unknown.isPresent()) {
      return unknown;
    }
    boolean found =
        visits.stream()
            .flatMap(visit -> visit.next().stream())
            .anyMatch(visit -> visit.state().equals(next));
    return visited()
        .or(
            () ->
                found
                    ? Optional.empty()
                    : failed(
                        "Expected the execution to go from `{state}` to `%s`.".formatted(next)));
  }

  /** Some visit took exactly that long, from entering the state to leaving it. */
  public Optional<String> took(Duration expected) {
    List<Duration> actual = visits.stream().flatMap(visit -> visit.took().stream()).toList();
    return visited()
        .or(
            () ->
                actual.contains(expected)
                    ? Optional.empty()
                    : failed(
                        "Expected `{state}` to take %s of modelled time, but it took %s."
                            .formatted(
                                Shown.duration(expected),
                                actual.isEmpty() ? "for ever" : Shown.duration(actual.getLast()))));
  }

  /** Its attempts, those of all its visits one after the other. */
  public List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    visits.forEach(visit -> attempts.addAll(visit.attempts()));
    return attempts;
  }

  /** There is an attempt of that number, from 1. */
  public Optional<String> hasAttempt(int number) {
    return visited()
        .or(
            () ->
                number >= 1 && number <= attempts().size()
                    ? Optional.empty()
                    : failed(
                        "Expected an attempt %d of `{state}`, but there were %d."
                            .formatted(number, attempts().size())));
  }

  /** The attempt of that number was called with a value of this meaning. */
  public Optional<String> calledWith(int number, JsonNode expected) {
    return hasAttempt(number)
        .or(
            () ->
                JsonDifference.of(expected, attempts().get(number - 1).arguments())
                    .flatMap(
                        difference ->
                            failed(
                                "Expected attempt %d of `{state}` to be called with something else.\n%s"
                                    .formatted(number, difference))));
  }

  /** The attempt of that number gave a result of this meaning. */
  public Optional<String> returned(int number, JsonNode expected) {
    return hasAttempt(number)
        .or(
            () -> {
              JsonNode result = attempts().get(number - 1).result().orElse(null);
              if (result == null) {
                return failed("Expected attempt %d of `{state}` to succeed.".formatted(number));
              }
              return JsonDifference.of(expected, result)
                  .flatMap(
                      difference ->
                          failed(
                              "Expected attempt %d of `{state}` to give something else.\n%s"
                                  .formatted(number, difference)));
            });
  }

  /** The attempt of that number failed with this error name. */
  public Optional<String> attemptFailedWith(int number, String error) {
    return hasAttempt(number)
        .or(
            () ->
                attempts()
                        .get(number - 1)
                        .failure()
                        .filter(failure -> Objects.equals(failure.error(), error))
                        .isPresent()
                    ? Optional.empty()
                    : failed(
                        "Expected attempt %d of `{state}` to fail with %s."
                            .formatted(number, error)));
  }

  /** The attempt of that number began that long after the execution did. */
  public Optional<String> attemptBeganAfter(int number, Duration expected) {
    return hasAttempt(number)
        .or(
            () -> {
              Duration actual =
                  Duration.between(execution.startedAt(), attempts().get(number - 1).scheduledAt());
              return actual.equals(expected)
                  ? Optional.empty()
                  : failed(
                      "Expected attempt %d of `{state}` to begin %s after the start, but it began %s after it."
                          .formatted(number, Shown.duration(expected), Shown.duration(actual)));
            });
  }

  /** It is a Map state; otherwise its items cannot be looked at. */
  public Optional<String> isMap() {
    boolean map =
        execution
            .definition()
            .find(state)
            .filter(found -> found.state() instanceof State.Map)
            .isPresent();
    return map ? Optional.empty() : failed("Expected `{state}` to be a Map state.");
  }

  private Optional<String> failed(String what) {
    StringBuilder text = new StringBuilder(what.replace("{state}", state));
    if (!visits.isEmpty()) {
      Visit visit = visits.getLast();
      text.append("\n`%s` at %s".formatted(visit, execution.definition().place(state)));
      text.append("\nits input was  ").append(Shown.json(visit.input()));
      for (Attempt attempt : attempts()) {
        text.append("\ncall %d   ".formatted(attempt.number()))
            .append(Shown.json(attempt.arguments()))
            .append(" => ")
            .append(
                attempt
                    .failure()
                    .map(Failure::toString)
                    .or(() -> attempt.result().map(Shown::json))
                    .orElse("no answer"));
      }
    }
    return Optional.of(text + "\n" + execution);
  }
}
