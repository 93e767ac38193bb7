package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Text;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.testing.trace.TraceRecorder.Entry;
import io.asl4j.testing.trace.Visit.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Joins events into visits by following {@code previousEventId}: most events do not name the state
 * that they belong to. Serves one reading.
 */
final class TraceReader {

  /** A failed query names the state's first event in its cause, not in its chain. */
  private static final Pattern ENTERED_AT =
      Pattern.compile("\\(entered at the event id #(\\d{1,15})\\)");

  private final Definition definition;
  private final Map<String, Map<Long, Place>> places = new HashMap<>();
  private final Map<String, Place> parents = new HashMap<>();
  private final Map<String, Map<Long, Visit>> exits = new HashMap<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Map<String, List<HistoryEvent>> histories = new HashMap<>();
  private String root = "";
  private @Nullable Visit failed;

  TraceReader(Definition definition) {
    this.definition = definition;
  }

  Trace read(List<Entry> entries) {
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.Happened happened -> happened(happened.arn(), happened.event());
        case Entry.Decided decided -> decided(decided.arn(), decided.eventId(), decided.decision());
      }
    }
    return new Trace(
        definition, root, List.copyOf(visits), histories.getOrDefault(root, List.of()), failed);
  }

  private void decided(String arn, long eventId, Decision decision) {
    Visit visit = nearest(placeOf(arn, eventId), decision.state(), false);
    if (decision instanceof Decision.ChildStarted child) {
      if (visit != null) {
        parents.put(child.childArn(), new Place(visit, child.index()));
      }
      return;
    }
    Visit latest = visit == null ? latest(decision.state()) : visit;
    if (latest != null) {
      latest.decided(decision);
    }
  }

  private @Nullable Visit latest(String state) {
    for (Visit visit : visits.reversed()) {
      if (visit.state().equals(state)) {
        return visit;
      }
    }
    return null;
  }

  private void happened(String arn, HistoryEvent event) {
    if (histories.isEmpty()) {
      root = arn;
    }
    histories.computeIfAbsent(arn, a -> new ArrayList<>()).add(event);
    Place before = placeOf(arn, event.previousEventId());
    Place after = apply(arn, event, before);
    if (after != null) {
      places.computeIfAbsent(arn, a -> new HashMap<>()).put(event.id(), after);
    }
  }

  /** Null: the event belongs to the outermost scope and to no state. */
  private @Nullable Place placeOf(String arn, long eventId) {
    Map<Long, Place> known = places.get(arn);
    Place place = known == null ? null : known.get(eventId);
    return place == null ? parents.get(arn) : place;
  }

  private @Nullable Place apply(String arn, HistoryEvent event, @Nullable Place before) {
    return switch (event.details()) {
      case EventDetails.StateEntered entered -> entered(arn, event, entered, before);
      case EventDetails.StateExited exited -> exited(arn, event, exited, before);
      case EventDetails.Iteration iteration ->
          iteration(nearest(before, iteration.name(), false), iteration.index(), before);
      case EventDetails.MapStarted started -> {
        Place place = container(before, State.MAP);
        if (place != null) {
          beginAgain(place.container(), event, before);
          place.container().hasItems(started.length());
        }
        yield place;
      }
      case EventDetails.TaskScheduled task -> scheduled(event, task.parameters(), before);
      case EventDetails.CallScheduled call -> scheduled(event, call.input(), before);
      case EventDetails.TaskOutput output -> answered(event, output.output(), before);
      case EventDetails.Output output -> answered(event, output.output(), before);
      case EventDetails.TaskFailure failure ->
          failed(arn, event, failure.error(), failure.cause(), before);
      case EventDetails.Failure failure ->
          failed(arn, event, failure.error(), failure.cause(), before);
      case EventDetails.EvaluationFailure failure -> evaluationFailed(arn, failure, before);
      case EventDetails.Started started -> before;
      case EventDetails.Redriven redriven -> before;
      case EventDetails.MapRun run -> before;
      case EventDetails.TaskStarted started -> before;
      case EventDetails.WorkerStarted worker -> before;
      case EventDetails.None none -> unnamed(event, before);
    };
  }

  @SuppressWarnings("ReferenceEquality") // the same place, not an equal one
  private Place entered(
      String arn, HistoryEvent event, EventDetails.StateEntered entered, @Nullable Place before) {
    String container =
        definition.find(entered.name()).map(Definition.Located::container).orElse("");
    Place within = before;
    while (within != null && !within.container().state().equals(container)) {
      within = within.container().place();
    }
    Visit visit =
        new Visit(entered.name(), event.id(), arn, within, entered.input(), event.timestamp());
    visits.add(visit);
    foretell(visit);
    Visit previous = exits.getOrDefault(arn, Map.of()).get(event.previousEventId());
    if (previous != null && Objects.equals(previous.place(), within)) {
      previous.followedBy(visit);
    }
    return new Place(visit, Visit.NO_ITEM);
  }

  /** No event of its own says with what a Fail state fails, unless it ends the execution. */
  private void foretell(Visit visit) {
    Definition.Located located = definition.find(visit.state()).orElse(null);
    if (located != null && located.state() instanceof io.asl4j.core.model.State.Fail fail) {
      visit.fail(new Failure(fixed(fail.error()), fixed(fail.cause()), false));
    }
  }

  /** Null: not given, or computed while it runs. */
  private static @Nullable String fixed(Text text) {
    return text instanceof Text.Fixed known ? known.value() : null;
  }

  private @Nullable Place exited(
      String arn, HistoryEvent event, EventDetails.StateExited exited, @Nullable Place before) {
    Visit visit = nearest(before, exited.name(), true);
    if (visit == null) {
      return before;
    }
    visit.exit(exited.output(), exited.assignedVariables(), event.timestamp());
    exits.computeIfAbsent(arn, a -> new HashMap<>()).put(event.id(), visit);
    return new Place(visit, Visit.NO_ITEM);
  }

  private static @Nullable Place iteration(@Nullable Visit map, int index, @Nullable Place before) {
    return map == null ? before : new Place(map, index);
  }

  private static @Nullable Place scheduled(
      HistoryEvent event, JsonNode arguments, @Nullable Place before) {
    if (before != null) {
      before.container().begin(arguments, event.timestamp());
    }
    return before;
  }

  private static @Nullable Place answered(
      HistoryEvent event, JsonNode output, @Nullable Place before) {
    Attempt attempt = before == null ? null : before.container().lastAttempt();
    if (attempt == null) {
      return before;
    }
    switch (event.type()) {
      case TASK_SUBMITTED -> attempt.submit(output);
      case TASK_SUCCEEDED, LAMBDA_FUNCTION_SUCCEEDED, ACTIVITY_SUCCEEDED ->
          attempt.succeed(output, event.timestamp());
      default -> {}
    }
    return before;
  }

  private @Nullable Place failed(
      String arn,
      HistoryEvent event,
      @Nullable String error,
      @Nullable String cause,
      @Nullable Place before) {
    return switch (event.type()) {
      case TASK_FAILED,
          TASK_SUBMIT_FAILED,
          TASK_START_FAILED,
          LAMBDA_FUNCTION_FAILED,
          LAMBDA_FUNCTION_SCHEDULE_FAILED,
          LAMBDA_FUNCTION_START_FAILED,
          ACTIVITY_FAILED,
          ACTIVITY_SCHEDULE_FAILED ->
          attemptFailed(event, new Failure(error, cause, false), before);
      case TASK_TIMED_OUT, LAMBDA_FUNCTION_TIMED_OUT, ACTIVITY_TIMED_OUT ->
          attemptFailed(event, new Failure(error, cause, true), before);
      case EXECUTION_FAILED -> executionFailed(arn, new Failure(error, cause, false), before);
      case MAP_RUN_FAILED -> before;
      default -> before;
    };
  }

  private static @Nullable Place attemptFailed(
      HistoryEvent event, Failure failure, @Nullable Place before) {
    Attempt attempt = before == null ? null : before.container().lastAttempt();
    if (attempt != null) {
      attempt.fail(failure, event.timestamp());
    }
    return before;
  }

  private @Nullable Place executionFailed(String arn, Failure failure, @Nullable Place before) {
    Place named = enteredAt(arn, failure.cause());
    Visit visit = named != null ? named.container() : before == null ? null : before.container();
    if (visit == null || !visit.executionArn().equals(arn)) {
      return before;
    }
    Visit cause = innermost(visit);
    visit.fail(failure);
    cause.fail(failure);
    if (arn.equals(root)) {
      failed = cause;
    }
    return before;
  }

  /** A container that failed did so because of a visit inside of it. */
  private Visit innermost(Visit visit) {
    Visit found = visit;
    for (Visit inside : visits.reversed()) {
      boolean within = inside.container().filter(found::equals).isPresent();
      if (within && inside.isOpen() && inside.failure().isPresent()) {
        return innermost(inside);
      }
    }
    return found;
  }

  private @Nullable Place evaluationFailed(
      String arn, EventDetails.EvaluationFailure failure, @Nullable Place before) {
    Place place = enteredAt(arn, failure.cause());
    if (place == null) {
      return before;
    }
    Failure how = new Failure(failure.error(), failure.cause(), false);
    place.container().fail(how);
    return place;
  }

  private @Nullable Place enteredAt(String arn, @Nullable String cause) {
    if (cause == null) {
      return null;
    }
    Matcher id = ENTERED_AT.matcher(cause);
    return id.find() ? placeOf(arn, Long.parseLong(id.group(1))) : null;
  }

  private @Nullable Place unnamed(HistoryEvent event, @Nullable Place before) {
    return switch (event.type()) {
      case PARALLEL_STATE_STARTED -> {
        Place place = container(before, State.PARALLEL);
        if (place != null) {
          beginAgain(place.container(), event, before);
        }
        yield place;
      }
      case PARALLEL_STATE_FAILED ->
          containerFailed(event, container(before, State.PARALLEL), before);
      case MAP_STATE_FAILED -> containerFailed(event, container(before, State.MAP), before);
      default -> before;
    };
  }

  /** A container that is retried did not say that its attempt before failed. */
  private static void beginAgain(Visit container, HistoryEvent event, @Nullable Place before) {
    Attempt last = container.lastAttempt();
    if (last != null && last.endedAt().isEmpty() && before != null) {
      before.container().failure().ifPresent(why -> last.fail(why, event.timestamp()));
    }
    container.begin(null, event.timestamp());
  }

  private static @Nullable Place containerFailed(
      HistoryEvent event, @Nullable Place container, @Nullable Place before) {
    if (container == null || before == null) {
      return before;
    }
    Failure why = before.container().failure().orElse(new Failure(null, null, false));
    Attempt attempt = container.container().lastAttempt();
    if (attempt != null && attempt.failure().isEmpty()) {
      attempt.fail(why, event.timestamp());
    } else {
      container.container().fail(why);
    }
    return container;
  }

  private enum State {
    MAP,
    PARALLEL
  }

  /** The innermost open container of a kind. */
  private @Nullable Place container(@Nullable Place from, State kind) {
    for (Place place = from; place != null; place = place.container().place()) {
      Visit visit = place.container();
      if (visit.isOpen() && is(kind, visit.state()) && !hasFailed(visit)) {
        return new Place(visit, Visit.NO_ITEM);
      }
    }
    return null;
  }

  /** A container that said so will not begin again; one that is retried did not say so. */
  private static boolean hasFailed(Visit visit) {
    Attempt last = visit.lastAttempt();
    return last != null && last.failure().isPresent();
  }

  private boolean is(State kind, String state) {
    return definition
        .find(state)
        .map(Definition.Located::state)
        .filter(
            found ->
                switch (kind) {
                  case MAP -> found instanceof io.asl4j.core.model.State.Map;
                  case PARALLEL -> found instanceof io.asl4j.core.model.State.Parallel;
                })
        .isPresent();
  }

  private static @Nullable Visit nearest(@Nullable Place from, String state, boolean open) {
    for (Place place = from; place != null; place = place.container().place()) {
      Visit visit = place.container();
      if (visit.state().equals(state) && (!open || visit.isOpen())) {
        return visit;
      }
    }
    return null;
  }
}
