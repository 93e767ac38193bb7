package io.asl4j.cli.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.graph.Highlight;
import io.asl4j.core.graph.Highlight.Mark;
import io.asl4j.core.graph.StateGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an execution did, read from its history and told as a {@link Highlight}: which states it
 * visited, how often and how that ended, and which transitions it took.
 *
 * <p>Most events name no state, so each belongs to where the event before it belongs: {@code
 * previousEventId} leads back to the event that entered a state. Serves one reading.
 */
public final class RecordedExecution {

  /** A failed query names the state's first event in its cause, not in its chain. */
  private static final Pattern ENTERED_AT =
      Pattern.compile("\\(entered at the event id #(\\d{1,15})\\)");

  /** From what catches the eye first. */
  private static final List<Mark> BY_WEIGHT =
      List.of(Mark.BAD, Mark.CAUGHT, Mark.OPEN, Mark.STOPPED, Mark.GOOD);

  /**
   * A state of the definition.
   *
   * @param around the name of the Map or Parallel state around it; empty in the outermost scope
   */
  private record Located(String pointer, String type, String around) {}

  private final Map<String, Located> states = new HashMap<>();
  private final Map<Long, RecordedVisit> visitOf = new HashMap<>();
  private final Map<Long, RecordedEvent> events = new HashMap<>();
  private final List<RecordedVisit> visits = new ArrayList<>();
  private final Set<Highlight.Taken> taken = new HashSet<>();
  private boolean isOver;

  private RecordedExecution(StateGraph graph) {
    locate(graph, "");
  }

  private void locate(StateGraph graph, String around) {
    for (StateGraph.Node node : graph.nodes()) {
      states.put(node.name(), new Located(node.pointer(), node.type(), around));
      node.inside().forEach(inside -> locate(inside, node.name()));
    }
  }

  /**
   * Tells what an execution did.
   *
   * @param history what AWS answered: an object with {@code events}, or these alone
   * @param graph of the definition that was executed
   * @throws IOException if it is no history, not the whole, or one of another definition
   */
  public static Highlight highlight(JsonNode history, StateGraph graph) throws IOException {
    RecordedExecution reading = new RecordedExecution(graph);
    for (RecordedEvent event : RecordedEvent.all(history)) {
      reading.add(event);
    }
    return reading.highlight();
  }

  private void add(RecordedEvent event) throws IOException {
    RecordedVisit before = visitOf.get(event.previous());
    RecordedVisit visit = before;
    if (event.isEntered()) {
      visit = enter(event, before);
    } else if (event.isExited()) {
      visit = exit(event, before);
    } else if (event.isOfIteration()) {
      markOpen(event, before);
      visit = named(event.name(), before);
    } else if (event.isOfContainer()) {
      markOpen(event, before);
      visit = container(event, before);
    }
    tell(event, visit);
    isOver |= event.endsExecution();
    events.put(event.id(), event);
    if (visit != null) {
      visitOf.put(event.id(), visit);
    }
  }

  private RecordedVisit enter(RecordedEvent event, @Nullable RecordedVisit before)
      throws IOException {
    Located located = states.get(event.name());
    if (located == null) {
      throw new IOException(
          "event %d enters the state `%s`, which the definition does not have; is it another version of it?"
              .formatted(event.id(), event.name()));
    }
    RecordedVisit visit = new RecordedVisit(event.name(), named(located.around(), before));
    if (located.type().equals("Fail")) {
      visit.fail();
    }
    visits.add(visit);
    RecordedEvent last = events.get(event.previous());
    if (before != null && last != null && last.isExited()) {
      Located from = states.get(before.state());
      if (from != null && from.around().equals(located.around())) {
        taken.add(new Highlight.Taken(from.pointer(), located.pointer(), before.isCaught()));
      }
    }
    return visit;
  }

  private @Nullable RecordedVisit exit(RecordedEvent event, @Nullable RecordedVisit before) {
    RecordedVisit visit = named(event.name(), before);
    RecordedEvent last = events.get(event.previous());
    if (visit != null) {
      visit.exit(last != null && last.isFailure());
    }
    return visit;
  }

  /** What a branch or an iteration ended with, if no event of its own says so. */
  private static void markOpen(RecordedEvent event, @Nullable RecordedVisit before) {
    if (event.isFailure() && before != null && !before.isExited()) {
      before.fail();
    }
  }

  private void tell(RecordedEvent event, @Nullable RecordedVisit visit) {
    if (event.isFailure()) {
      Matcher entered = ENTERED_AT.matcher(event.cause());
      RecordedVisit told = entered.find() ? visitOf.get(Long.parseLong(entered.group(1))) : visit;
      if (told != null) {
        told.fail();
      }
    }
    if (visit == null) {
      return;
    }
    if (event.isCall()) {
      visit.call();
      visit.hasItems(event.details().path("length").asInt());
    }
    if (event.isOfIteration()) {
      visit.hasItems(event.details().path("index").asInt() + 1);
    }
  }

  /** The nearest visit of that state, from inside out. */
  private static @Nullable RecordedVisit named(String state, @Nullable RecordedVisit from) {
    for (RecordedVisit visit = from; visit != null; visit = visit.around()) {
      if (visit.state().equals(state)) {
        return visit;
      }
    }
    return null;
  }

  /** The Map or Parallel state that an event without a name is about. */
  private @Nullable RecordedVisit container(RecordedEvent event, @Nullable RecordedVisit before) {
    RecordedEvent last = events.get(event.previous());
    boolean isAtItself =
        last != null
            && (last.isEntered()
                || last.isOfContainer()
                || last.isOfIteration()
                || last.isOfMapRun())
            && !isInside(event, last);
    RecordedVisit from = isAtItself || before == null ? before : before.around();
    String type = event.type().startsWith("Map") ? "Map" : "Parallel";
    for (RecordedVisit visit = from; visit != null; visit = visit.around()) {
      Located located = states.get(visit.state());
      if (located != null && located.type().equals(type) && !visit.isExited()) {
        return visit;
      }
    }
    return null;
  }

  /** Whether a container that failed stands inside the one whose failure follows from it. */
  private static boolean isInside(RecordedEvent event, RecordedEvent last) {
    return last.isOfContainer() && last.isFailure() && !event.type().endsWith("Started");
  }

  private Highlight highlight() {
    Map<String, List<RecordedVisit>> byState = new LinkedHashMap<>();
    visits.forEach(
        visit -> byState.computeIfAbsent(visit.state(), state -> new ArrayList<>()).add(visit));
    Map<String, Mark> marks = new HashMap<>();
    Map<String, String> notes = new HashMap<>();
    byState.forEach(
        (state, all) -> {
          Located located = states.get(state);
          if (located != null) {
            marks.put(located.pointer(), mark(all));
            notes.put(located.pointer(), note(all, located.type().equals("Map")));
          }
        });
    return new Highlight(marks, notes, taken);
  }

  private Mark mark(List<RecordedVisit> all) {
    return all.stream()
        .map(visit -> visit.mark(isOver))
        .min(Comparator.comparingInt(BY_WEIGHT::indexOf))
        .orElse(Mark.GOOD);
  }

  private String note(List<RecordedVisit> all, boolean isMap) {
    List<String> parts = new ArrayList<>();
    if (all.size() > 1) {
      parts.add("×" + all.size());
    }
    int items = all.stream().mapToInt(RecordedVisit::items).sum();
    if (isMap) {
      parts.add(items == 1 ? "1 item" : items + " items");
    }
    int calls = all.stream().mapToInt(RecordedVisit::calls).sum();
    if (calls > all.size()) {
      parts.add(calls + " attempts");
    }
    for (Mark mark : BY_WEIGHT) {
      long count = all.stream().filter(visit -> visit.mark(isOver) == mark).count();
      if (mark != Mark.GOOD && count > 0) {
        parts.add((all.size() > 1 ? count + " " : "") + word(mark));
      }
    }
    return String.join(", ", parts);
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case BAD -> "failed";
      case CAUGHT -> "caught";
      case OPEN -> "running";
      case STOPPED -> "stopped";
      case GOOD, CHANGED -> "done";
    };
  }
}
