package io.asl4j.cli;

import io.asl4j.cli.PathLine.Mark;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows one execution event by event and says its path in lines. Not thread-safe: events of one
 * execution come one after the other.
 *
 * <p>Events do not name their state or iteration; both are found along {@code previousEventId}. Of
 * the events so far only the last ones are remembered, so memory stays bounded; a chain that is
 * older loses its iteration number and no more.
 */
final class Track {

  /** Of a Map, the iterations with smaller indexes are shown. */
  static final int SHOWN_ITERATIONS = 10;

  private static final int REMEMBERED = 65_536;
  private static final int LONGEST_CAUSE = 100;

  /**
   * Where an event belongs.
   *
   * @param iterations indexes of the Map iterations around, outermost first
   * @param state the state; empty text before the first
   * @param closed whether the event said that its container failed
   */
  private record Spot(List<Integer> iterations, String state, boolean closed) {
    private static final Spot NOWHERE = new Spot(List.of(), "", false);

    Key key() {
      return new Key(iterations, state);
    }
  }

  /** One state under way: names are unique but for iterations. */
  private record Key(List<Integer> iterations, String state) {}

  /** A line that still lacks where the walk goes on. */
  private record Unfinished(PathLine line, List<Integer> iterations) {}

  private final MachineShape shape;
  private final int baseDepth;
  private final Consumer<PathLine> lines;
  private final Map<Long, Spot> spots =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Spot> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final Map<Key, OpenState> open = new LinkedHashMap<>();
  private final Map<Long, Unfinished> unfinished = new HashMap<>();

  /**
   * @param baseDepth how far all lines are indented
   * @param lines takes each line that is to be shown
   */
  Track(MachineShape shape, int baseDepth, Consumer<PathLine> lines) {
    this.shape = shape;
    this.baseDepth = baseDepth;
    this.lines = lines;
  }

  void follow(HistoryEvent event) {
    Spot before = spots.getOrDefault(event.previousEventId(), Spot.NOWHERE);
    Spot spot = spot(event, before);
    spots.put(event.id(), spot);
    switch (event.details()) {
      case EventDetails.StateEntered entered -> entered(event, spot);
      case EventDetails.StateExited exited -> exited(event, spot);
      case EventDetails.CallScheduled scheduled -> begun(event, spot);
      case EventDetails.TaskScheduled scheduled -> begun(event, spot);
      case EventDetails.Failure failure -> failed(event, spot, failure.error(), failure.cause());
      case EventDetails.TaskFailure failure ->
          failed(event, spot, failure.error(), failure.cause());
      case EventDetails.EvaluationFailure failure ->
          failed(event, spot, failure.error(), failure.cause());
      case EventDetails.MapStarted started -> {
        if (open.get(spot.key()) != null) {
          open(spot, event.timestamp()).items = started.length();
        }
        containerStarted(event, spot, started.length() + plural(started.length(), " item"));
      }
      default -> byType(event, spot);
    }
  }

  private void byType(HistoryEvent event, Spot spot) {
    switch (event.type()) {
      case PARALLEL_STATE_STARTED -> {
        int branches = shape.place(spot.state()).branches();
        containerStarted(event, spot, branches + plural(branches, " branch"));
      }
      case PARALLEL_STATE_FAILED, MAP_STATE_FAILED -> {
        closeInside(spot, event.timestamp());
        OpenState container = open(spot, event.timestamp());
        container.lastError = "a failure inside";
        line(event, spot, Mark.FAILED, "failed");
      }
      case TASK_SUBMITTED -> {
        boolean token = shape.place(spot.state()).waitsForToken();
        String what = token ? "waits for its token" : "waits for its job";
        open(spot, event.timestamp()).doing = what;
        line(event, spot, Mark.WAITS, "handed over, " + what);
      }
      default -> {
        // Other events say nothing that the lines above and below do not.
      }
    }
  }

  private Spot spot(HistoryEvent event, Spot before) {
    return switch (event.details()) {
      case EventDetails.StateEntered entered -> at(entered.name(), before);
      case EventDetails.StateExited exited -> at(exited.name(), before);
      case EventDetails.EvaluationFailure failure -> at(failure.state(), before);
      case EventDetails.Iteration iteration
          when event.type() == EventType.MAP_ITERATION_STARTED -> {
        List<Integer> inside = new ArrayList<>(at(iteration.name(), before).iterations());
        inside.add(iteration.index());
        yield new Spot(List.copyOf(inside), iteration.name(), false);
      }
      default ->
          switch (event.type()) {
            case PARALLEL_STATE_STARTED, MAP_STATE_STARTED -> container(before, false);
            case PARALLEL_STATE_FAILED, MAP_STATE_FAILED -> container(before, true);
            default -> before;
          };
    };
  }

  private Spot at(String state, Spot before) {
    int maps = Math.min(shape.place(state).maps(), before.iterations().size());
    return new Spot(before.iterations().subList(0, maps), state, false);
  }

  /**
   * The container whose start or failure follows an event: that of the event, or the one around.
   */
  private Spot container(Spot before, boolean closed) {
    boolean itself = shape.place(before.state()).isContainer() && !before.closed();
    String name = itself ? before.state() : shape.place(before.state()).parent();
    return new Spot(at(name, before).iterations(), name, closed);
  }

  private void entered(HistoryEvent event, Spot spot) {
    goesOn(event.previousEventId(), spot.state());
    OpenState state = new OpenState(event.timestamp());
    state.doing = event.type() == EventType.WAIT_STATE_ENTERED ? "waits" : "";
    open.put(spot.key(), state);
    if (event.type() == EventType.FAIL_STATE_ENTERED) {
      open.remove(spot.key());
      line(event, spot, Mark.FAILED, "");
    }
  }

  private void exited(HistoryEvent event, Spot spot) {
    OpenState state = open(spot, event.timestamp());
    open.remove(spot.key());
    Duration took = Duration.between(state.enteredAt, event.timestamp());
    String span = took.toMillis() == 0 ? "" : Spans.of(took);
    switch (event.type()) {
      case CHOICE_STATE_EXITED -> later(event, spot, Mark.CHOSEN, "");
      case PASS_STATE_EXITED, SUCCEED_STATE_EXITED -> line(event, spot, Mark.DONE, "");
      case WAIT_STATE_EXITED -> line(event, spot, Mark.DONE, "waited " + Spans.of(took));
      default -> {
        closeInside(spot, event.timestamp());
        if (!state.lastError.isEmpty()) {
          later(event, spot, Mark.CAUGHT, "caught");
        } else {
          List<String> details = List.of(span, attempts(state), hidden(state));
          String detail =
              details.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
          line(event, spot, Mark.DONE, detail);
        }
      }
    }
  }

  private static String attempts(OpenState state) {
    return state.attempts > 1 ? state.attempts + " attempts" : "";
  }

  private static String hidden(OpenState state) {
    int more = state.items - SHOWN_ITERATIONS;
    return more > 0 ? "%d more iterations not shown".formatted(more) : "";
  }

  /** An attempt of a task begins. */
  private void begun(HistoryEvent event, Spot spot) {
    OpenState state = open(spot, event.timestamp());
    state.attempts++;
    state.doing = state.attempts == 1 ? "" : "attempt " + state.attempts;
    again(event, spot, state);
  }

  private void again(HistoryEvent event, Spot spot, OpenState state) {
    if (state.attempts > 1) {
      String delay =
          state
              .failedAt
              .map(failed -> " after " + Spans.of(Duration.between(failed, event.timestamp())))
              .orElse("");
      line(event, spot, Mark.AGAIN, "attempt " + state.attempts + delay);
    }
    state.lastError = "";
  }

  private void containerStarted(HistoryEvent event, Spot spot, String what) {
    closeInside(spot, event.timestamp());
    OpenState state = open(spot, event.timestamp());
    state.attempts++;
    if (state.attempts > 1) {
      again(event, spot, state);
    } else {
      line(event, spot, Mark.OPENED, what);
    }
  }

  private void failed(
      HistoryEvent event, Spot spot, @Nullable String error, @Nullable String cause) {
    if (event.type().endsExecution()) {
      ended(event);
      return;
    }
    OpenState state = open(spot, event.timestamp());
    state.failedAt = Optional.of(event.timestamp());
    state.lastError = error == null ? "an error without a name" : Printables.brief(error, 60);
    state.doing = "has failed";
    String attempt = state.attempts > 1 ? "attempt " + state.attempts + ": " : "";
    String why =
        cause == null || cause.isBlank() ? "" : "  " + Printables.brief(cause, LONGEST_CAUSE);
    line(event, spot, Mark.FAILED, attempt + state.lastError + why);
  }

  /** States under way say no more once the execution has ended. */
  private void ended(HistoryEvent event) {
    unfinished.values().forEach(left -> show(left.line(), left.iterations()));
    unfinished.clear();
    open.forEach(
        (key, state) -> {
          boolean leaf = !shape.place(key.state()).isContainer() && state.lastError.isEmpty();
          if (leaf && event.type() != EventType.EXECUTION_FAILED) {
            stopped(key, event.timestamp());
          }
        });
    open.clear();
  }

  private OpenState open(Spot spot, Instant now) {
    return open.computeIfAbsent(spot.key(), key -> new OpenState(now));
  }

  /** What is under way in a container will not end: a sibling has failed. */
  private void closeInside(Spot container, Instant now) {
    if (!shape.place(container.state()).isContainer()) {
      return;
    }
    List<Key> left = new ArrayList<>();
    Iterator<Map.Entry<Key, OpenState>> states = open.entrySet().iterator();
    while (states.hasNext()) {
      Map.Entry<Key, OpenState> state = states.next();
      Key key = state.getKey();
      int outer = container.iterations().size();
      boolean inside =
          shape.isInside(key.state(), container.state())
              && key.iterations().size() >= outer
              && key.iterations().subList(0, outer).equals(container.iterations());
      if (inside) {
        states.remove();
        if (state.getValue().lastError.isEmpty()) {
          left.add(key);
        }
      }
    }
    left.forEach(key -> stopped(key, now));
  }

  private void stopped(Key key, Instant now) {
    show(made(now, key, Mark.STOPPED, "stopped"), key.iterations());
  }

  private void line(HistoryEvent event, Spot spot, Mark mark, String detail) {
    show(made(event.timestamp(), spot.key(), mark, detail), spot.iterations());
  }

  /** A line that is shown when the next state of its scope is known. */
  private void later(HistoryEvent event, Spot spot, Mark mark, String detail) {
    PathLine line = made(event.timestamp(), spot.key(), mark, detail);
    unfinished.put(event.id(), new Unfinished(line, spot.iterations()));
  }

  private void goesOn(long after, String next) {
    Unfinished left = unfinished.remove(after);
    if (left != null) {
      PathLine line = left.line();
      String detail = (line.detail() + " → " + Printables.of(next)).strip();
      show(
          new PathLine(line.at(), line.depth(), line.mark(), line.iteration(), line.name(), detail),
          left.iterations());
    }
  }

  private PathLine made(Instant at, Key key, Mark mark, String detail) {
    MachineShape.Place place = shape.place(key.state());
    List<Integer> around = key.iterations();
    String iteration = around.isEmpty() ? "" : "[" + around.getLast() + "] ";
    return new PathLine(
        at, baseDepth + place.depth(), mark, iteration, Printables.of(key.state()), detail);
  }

  private void show(PathLine line, List<Integer> iterations) {
    boolean hidden = iterations.stream().anyMatch(index -> index >= SHOWN_ITERATIONS);
    if (!hidden || line.mark() == Mark.FAILED) {
      lines.accept(line);
    }
  }

  private static String plural(int count, String word) {
    if (count == 1) {
      return word;
    }
    return word.endsWith("ch") ? word + "es" : word + "s";
  }

  /** The states under way that are no containers, those that were entered last at the end. */
  void openLeaves(BiConsumer<String, OpenState> to) {
    open.forEach(
        (key, state) -> {
          if (!shape.place(key.state()).isContainer()) {
            to.accept(key.state(), state);
          }
        });
  }

  /** Says of states that nothing was heard of for long that they are still under way. */
  void speakOfQuiet(Instant now) {
    open.forEach(
        (key, state) -> {
          boolean leaf = !shape.place(key.state()).isContainer();
          if (leaf && state.isDueToBeSpokenOf()) {
            String what = state.doing.isEmpty() ? "is still under way" : state.doing;
            show(made(now, key, Mark.WAITS, what), key.iterations());
          }
        });
  }
}
