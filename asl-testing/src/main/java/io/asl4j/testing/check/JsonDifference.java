package io.asl4j.testing.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.JsonEquality;
import io.asl4j.core.json.Pointers;
import io.asl4j.testing.trace.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Where two JSON values differ. Numbers are equal by value, objects whatever the order of their
 * fields.
 */
public final class JsonDifference {

  private static final int MOST = 5;

  private final List<String> places = new ArrayList<>();
  private int more;

  private JsonDifference() {}

  /** The values and the first places where they differ, in some lines; empty if they are equal. */
  public static Optional<String> of(JsonNode expected, JsonNode actual) {
    if (JsonEquality.same(expected, actual)) {
      return Optional.empty();
    }
    JsonDifference difference = new JsonDifference();
    difference.collect("", expected, actual);
    StringJoiner lines = new StringJoiner("\n");
    lines.add("expected " + Shown.json(expected));
    lines.add("actual   " + Shown.json(actual));
    difference.places.forEach(lines::add);
    if (difference.more > 0) {
      lines.add("  and %d more differences".formatted(difference.more));
    }
    return Optional.of(lines.toString());
  }

  private void collect(String at, JsonNode expected, JsonNode actual) {
    if (JsonEquality.same(expected, actual)) {
      return;
    }
    if (expected.isObject() && actual.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      expected.fieldNames().forEachRemaining(names::add);
      actual.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> collect(Pointers.child(at, name), expected.path(name), actual.path(name)));
      return;
    }
    if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        collect(Pointers.child(at, i), expected.path(i), actual.path(i));
      }
      return;
    }
    if (places.size() == MOST) {
      more++;
      return;
    }
    places.add(
        "  at %s: expected %s, got %s"
            .formatted(at.isEmpty() ? "the top" : at, Shown.json(expected), Shown.json(actual)));
  }
}
