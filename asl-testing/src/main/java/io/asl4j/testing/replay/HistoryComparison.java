package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a history with a recorded one: every member of every event.
 *
 * <p>Three things loosen that, each because of what a recording is: events that the recorder sorted
 * (their id is a list) are found in any place; where iterations overlap, ids and order do not
 * count; and the exit of a Distributed Map recorded before November 2024 may point elsewhere.
 */
final class HistoryComparison {

  /** Recorded for reading only: the text of a payload before it was parsed. */
  private static final Set<String> FOR_READING = Set.of("inputText", "outputText");

  private static final List<String> TELLING =
      List.of("type", "name", "id", "previousEventId", "index");

  private final RecordedCase recorded;
  private final Matching matching;
  private final List<JsonNode> expected = new ArrayList<>();
  private final List<ObjectNode> actual;

  HistoryComparison(RecordedCase recorded, Matching matching, List<ObjectNode> actual) {
    this.recorded = recorded;
    this.matching = matching;
    this.actual = actual;
    recorded.expect().path("history").forEach(expected::add);
  }

  /** The first event that differs, with those around it; empty if the histories match. */
  Optional<String> difference() {
    if (recorded.varies("iteration order")
        && expected.stream().noneMatch(HistoryComparison::isSorted)) {
      return inAnyOrder(expected, actual, true);
    }
    List<JsonNode> sorted = expected.stream().filter(HistoryComparison::isSorted).toList();
    return sorted.isEmpty() ? inOrder() : aroundSorted(sorted);
  }

  private static boolean isSorted(JsonNode event) {
    return event.path("id").isArray();
  }

  private Optional<String> inOrder() {
    int common = Math.min(expected.size(), actual.size());
    for (int i = 0; i < common; i++) {
      Optional<Matching.Difference> difference = event(expected.get(i), actual.get(i));
      if (difference.isPresent()) {
        return Optional.of(EventLines.around(expected, actual, i, difference.get()));
      }
    }
    boolean cutShort = recorded.expect().path("incomplete").asBoolean();
    if (expected.size() == actual.size() || (cutShort && actual.size() > expected.size())) {
      return Optional.empty();
    }
    return Optional.of(
        EventLines.around(
            expected,
            actual,
            common,
            new Matching.Difference(
                "", "expected %d events, got %d".formatted(expected.size(), actual.size()))));
  }

  /** A recorder that sorted events may have left some out; ids say how many there were. */
  private Optional<String> aroundSorted(List<JsonNode> sorted) {
    long last = expected.stream().mapToLong(event -> event.path("id").asLong()).max().orElse(0);
    if (last != actual.size()) {
      return Optional.of(
          EventLines.around(
              expected,
              actual,
              Math.min(expected.size(), actual.size()) - 1,
              new Matching.Difference(
                  "", "expected %d events, got %d".formatted(last, actual.size()))));
    }
    Set<ObjectNode> left = new LinkedHashSet<>(actual);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode event = expected.get(i);
      if (isSorted(event)) {
        continue;
      }
      ObjectNode counterpart = actual.get((int) event.path("id").asLong() - 1);
      Optional<Matching.Difference> difference =
          recorded.varies("iteration order")
              ? unplaced(event, counterpart)
              : event(event, counterpart);
      if (difference.isPresent()) {
        return Optional.of(EventLines.of(event, counterpart, difference.get()));
      }
      left.remove(counterpart);
    }
    return inAnyOrder(sorted, List.copyOf(left), false);
  }

  private Optional<String> inAnyOrder(
      List<JsonNode> wanted, List<ObjectNode> found, boolean complete) {
    if (complete && wanted.size() != found.size()) {
      return Optional.of(
          EventLines.around(
              wanted,
              found,
              Math.min(wanted.size(), found.size()),
              new Matching.Difference(
                  "", "expected %d events, got %d".formatted(wanted.size(), found.size()))));
    }
    return new Assignment(matching, this::unplaced).difference(wanted, found);
  }

  /** Compares all but id and previous id. */
  private Optional<Matching.Difference> unplaced(JsonNode expectedEvent, JsonNode actualEvent) {
    return unplaced(matching, expectedEvent, actualEvent);
  }

  private Optional<Matching.Difference> unplaced(
      Matching by, JsonNode expectedEvent, JsonNode actualEvent) {
    return members(by, withoutPlace(expectedEvent), withoutPlace(actualEvent));
  }

  private static JsonNode withoutPlace(JsonNode event) {
    return ((ObjectNode) event.deepCopy()).without(List.of("id", "previousEventId"));
  }

  private Optional<Matching.Difference> event(JsonNode expectedEvent, JsonNode actualEvent) {
    if (isOlderExit(expectedEvent, actualEvent)) {
      ObjectNode newer = expectedEvent.deepCopy();
      newer.set("previousEventId", actualEvent.path("previousEventId"));
      return members(matching, newer, actualEvent);
    }
    return members(matching, expectedEvent, actualEvent);
  }

  private boolean isOlderExit(JsonNode expectedEvent, JsonNode actualEvent) {
    return recorded.serviceDate().exitFollowsEndOfMapRun()
        && expectedEvent.path("type").asText().equals("MapStateExited")
        && typeAt(expected, expectedEvent).equals("MapRunSucceeded")
        && typeAt(actual, actualEvent).equals("MapRunStarted");
  }

  private static String typeAt(List<? extends JsonNode> events, JsonNode follower) {
    int index = follower.path("previousEventId").asInt() - 1;
    return index >= 0 && index < events.size() ? events.get(index).path("type").asText() : "";
  }

  private static Optional<Matching.Difference> members(
      Matching by, JsonNode expectedEvent, JsonNode actualEvent) {
    Set<String> names = new LinkedHashSet<>(TELLING);
    expectedEvent.fieldNames().forEachRemaining(names::add);
    actualEvent.fieldNames().forEachRemaining(names::add);
    names.removeAll(FOR_READING);
    for (String name : names) {
      JsonNode want = expectedEvent.path(name);
      JsonNode got = actualEvent.path(name);
      if (want.isMissingNode() && got.isMissingNode()) {
        continue;
      }
      Optional<Matching.Difference> difference =
          name.equals("cause") ? by.compareParsed(want, got) : by.compare(want, got);
      if (difference.isPresent()) {
        return difference.map(
            found -> new Matching.Difference(Pointers.child("", name) + found.at(), found.what()));
      }
    }
    return Optional.empty();
  }

  /** Finds a counterpart for each event of a multiset. */
  static final class Assignment {

    /** Beyond that the histories are too much alike to tell them apart by trying. */
    private static final int MOST_TRIES = 50_000;

    interface Comparison {
      Optional<Matching.Difference> compare(JsonNode expected, JsonNode actual);
    }

    private final Matching matching;
    private final Comparison comparison;
    private int tries;
    private int furthest = -1;
    private String nearest = "";

    Assignment(Matching matching, Comparison comparison) {
      this.matching = matching;
      this.comparison = comparison;
    }

    Optional<String> difference(List<JsonNode> wanted, List<ObjectNode> found) {
      return assign(wanted, 0, new ArrayList<>(found)) ? Optional.empty() : Optional.of(nearest);
    }

    private boolean assign(List<JsonNode> wanted, int index, List<ObjectNode> left) {
      if (index == wanted.size()) {
        return true;
      }
      JsonNode event = wanted.get(index);
      Matching before = matching.trial();
      for (int i = 0; i < left.size() && tries++ < MOST_TRIES; i++) {
        ObjectNode candidate = left.get(i);
        Optional<Matching.Difference> difference = comparison.compare(event, candidate);
        if (difference.isPresent()) {
          remember(index, event, candidate, difference.get());
          continue;
        }
        left.remove(i);
        if (assign(wanted, index + 1, left)) {
          return true;
        }
        left.add(i, candidate);
        matching.learn(before.trial());
      }
      if (furthest < index) {
        furthest = index;
        nearest = "no event like " + EventLines.line(event);
      }
      return false;
    }

    private void remember(
        int index, JsonNode event, ObjectNode candidate, Matching.Difference difference) {
      if (index > furthest && event.path("type").equals(candidate.path("type"))) {
        furthest = index;
        nearest = EventLines.of(event, candidate, difference);
      }
    }
  }
}
