package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.history.HistoryEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one execution did, with its children if it has a Distributed Map. Immutable. */
public final class Trace {

  private final Definition definition;
  private final String arn;
  private final List<Visit> visits;
  private final List<HistoryEvent> history;
  private final @Nullable Visit failed;

  Trace(
      Definition definition,
      String arn,
      List<Visit> visits,
      List<HistoryEvent> history,
      @Nullable Visit failed) {
    this.definition = definition;
    this.arn = arn;
    this.visits = List.copyOf(visits);
    this.history = List.copyOf(history);
    this.failed = failed;
  }

  /** The machine. */
  public Definition definition() {
    return definition;
  }

  /** Names the execution. */
  public String arn() {
    return arn;
  }

  /** All visits, also those in branches, iterations and children, in the order they began. */
  public List<Visit> visits() {
    return visits;
  }

  /** The events of the execution itself, without those of its children. */
  public List<HistoryEvent> history() {
    return history;
  }

  /** The visits of one state, in the order they began. */
  public List<Visit> visits(String state) {
    return visits.stream().filter(visit -> visit.state().equals(state)).toList();
  }

  /** The visits of the outermost scope, in order: the path that the execution took. */
  public List<Visit> path() {
    return visits.stream().filter(visit -> visit.place() == null).toList();
  }

  /** The visits directly inside a visit of a Parallel or Map state. */
  public List<Visit> inside(Visit container) {
    return visits.stream()
        .filter(visit -> visit.container().filter(container::equals).isPresent())
        .toList();
  }

  /** The innermost visit whose failure ended the execution; empty if it did not fail. */
  public Optional<Visit> failed() {
    return Optional.ofNullable(failed);
  }

  /** The variables of the outermost scope at the end, as an object. */
  public ObjectNode variables() {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    path().forEach(visit -> assign(visit, variables));
    return variables;
  }

  /** The variables that a visit saw, those of the scopes around it too, as an object. */
  public ObjectNode variablesBefore(Visit visit) {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    visit.container().ifPresent(container -> variables.setAll(variablesBefore(container)));
    for (Visit other : visits) {
      if (other == visit) {
        break;
      }
      if (isBefore(other, visit)) {
        assign(other, variables);
      }
    }
    return variables;
  }

  private boolean isBefore(Visit other, Visit visit) {
    return Objects.equals(other.container(), visit.container())
        && other.ownItem() == visit.ownItem()
        && branch(other) == branch(visit);
  }

  private int branch(Visit visit) {
    return definition.find(visit.state()).map(Definition.Located::branch).orElse(0);
  }

  private static void assign(Visit visit, ObjectNode variables) {
    JsonNode assigned = visit.assigned().orElse(null);
    if (assigned != null) {
      assigned.properties().forEach(entry -> variables.set(entry.getKey(), entry.getValue()));
    }
  }
}
