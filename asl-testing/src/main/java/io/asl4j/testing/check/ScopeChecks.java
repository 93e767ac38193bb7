package io.asl4j.testing.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.trace.Failure;
import io.asl4j.testing.trace.Shown;
import io.asl4j.testing.trace.Visit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one item of a Map state or one branch of a Parallel state. Immutable.
 *
 * @param execution what it is part of
 * @param name how messages call it, such as {@code Items[4]}
 * @param visits its visits, in order
 */
public record ScopeChecks(TestExecution execution, String name, List<Visit> visits) {

  /** Keeps its own copy. */
  public ScopeChecks {
    visits = List.copyOf(visits);
  }

  /** One item of a Map state. */
  public static ScopeChecks ofItem(VisitChecks map, int index) {
    return new ScopeChecks(
        map.execution(),
        map.state() + "[" + index + "]",
        inside(map).stream().filter(visit -> visit.ownItem() == index).toList());
  }

  /** One branch of a Parallel state. */
  public static ScopeChecks ofBranch(VisitChecks parallel, int branch) {
    List<Visit> visits =
        inside(parallel).stream()
            .filter(
                visit ->
                    parallel
                        .execution()
                        .definition()
                        .find(visit.state())
                        .filter(found -> found.branch() == branch)
                        .isPresent())
            .toList();
    return new ScopeChecks(
        parallel.execution(), "branch " + branch + " of " + parallel.state(), visits);
  }

  private static List<Visit> inside(VisitChecks container) {
    Set<Visit> containers = new HashSet<>(container.visits());
    return container.execution().trace().visits().stream()
        .filter(visit -> visit.container().filter(containers::contains).isPresent())
        .toList();
  }

  /** So many items of a Map began. */
  public static Optional<String> items(VisitChecks map, int expected) {
    int actual = lastOfItems(map).size();
    return actual == expected
        ? Optional.empty()
        : Optional.of(
            "Expected `%s` to have %d items, but %d began.\n%s"
                .formatted(map.state(), expected, actual, map.execution()));
  }

  /** So many items of a Map failed. */
  public static Optional<String> failedItems(VisitChecks map, int expected) {
    List<Visit> failed = lastOfItems(map).values().stream().filter(ScopeChecks::hasFailed).toList();
    return failed.size() == expected
        ? Optional.empty()
        : Optional.of(
            "Expected %d items of `%s` to fail, but %d did: %s\n%s"
                .formatted(
                    expected, map.state(), failed.size(), failed.toString(), map.execution()));
  }

  private static Map<Integer, Visit> lastOfItems(VisitChecks map) {
    Map<Integer, Visit> last = new HashMap<>();
    inside(map).forEach(visit -> last.put(visit.ownItem(), visit));
    return last;
  }

  private static boolean hasFailed(Visit last) {
    return last.exitedAt().isEmpty() && last.failure().isPresent();
  }

  /** It began at all. */
  public Optional<String> began() {
    return visits.isEmpty() ? failed("Expected %s to begin.".formatted(name)) : Optional.empty();
  }

  /** It failed with this error name and, unless any will do, cause. */
  public Optional<String> failedWith(
      @Nullable String error, @Nullable String cause, boolean anyCause) {
    Failure failure =
        visits.isEmpty() || !hasFailed(visits.getLast())
            ? null
            : visits.getLast().failure().orElse(null);
    boolean same =
        failure != null
            && Objects.equals(failure.error(), error)
            && (anyCause || Objects.equals(failure.cause(), cause));
    return same
        ? Optional.empty()
        : failed(
            "Expected %s to fail with %s, but it %s."
                .formatted(
                    name,
                    new Failure(error, anyCause ? null : cause, false),
                    failure == null ? "did not fail" : "failed with " + failure));
  }

  /** It reached its end. */
  public Optional<String> succeeded() {
    boolean ended = !visits.isEmpty() && visits.getLast().exitedAt().isPresent();
    return ended ? Optional.empty() : failed("Expected %s to succeed.".formatted(name));
  }

  /** It went through these states and no others. */
  public Optional<String> visitedExactly(List<String> states) {
    return new ExecutionChecks(execution)
        .unknown(states)
        .or(() -> Paths.compare(execution, visits, states, name));
  }

  /** Its output means the same as this value. */
  public Optional<String> output(JsonNode expected) {
    return succeeded()
        .or(
            () ->
                visits
                    .getLast()
                    .output()
                    .flatMap(output -> JsonDifference.of(expected, output))
                    .flatMap(
                        difference ->
                            failed(
                                "Expected another output of %s.\n%s".formatted(name, difference))));
  }

  private Optional<String> failed(String what) {
    StringBuilder text = new StringBuilder(what);
    if (!visits.isEmpty()) {
      Visit last = visits.getLast();
      text.append("\n`%s` at %s".formatted(last, execution.definition().place(last.state())));
      text.append("\nits input was  ").append(Shown.json(last.input()));
      last.failure().ifPresent(failure -> text.append("\nit failed with ").append(failure));
    }
    return Optional.of(text + "\n" + execution);
  }
}
