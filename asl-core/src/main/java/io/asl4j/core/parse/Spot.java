package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Pointers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a definition together with the way to it from the root.
 *
 * <p>Knows the way in both spellings: as a JSON pointer for people and editors, and as AWS writes
 * it ({@code /States/Choose/Choices[0]/Next}). Both are made only when somebody asks, since most
 * spots are never reported.
 */
public final class Spot {

  private static final int NO_INDEX = -1;

  /** Null for the root. */
  private final @Nullable Spot parent;

  private final String key;
  private final int index;
  private final JsonNode node;

  private Spot(@Nullable Spot parent, String key, int index, JsonNode node) {
    this.parent = parent;
    this.key = key;
    this.index = index;
    this.node = node;
  }

  /** The whole definition. */
  public static Spot root(JsonNode node) {
    return new Spot(null, "", NO_INDEX, node);
  }

  /** The value that stands here; a missing node if there is none. */
  public JsonNode node() {
    return node;
  }

  /** Whether there is a value at all; a JSON null is one. */
  public boolean isPresent() {
    return !node.isMissingNode();
  }

  /** The field of that name of the object here; its value is missing if there is no such field. */
  public Spot field(String name) {
    return new Spot(this, name, NO_INDEX, node.path(name));
  }

  /** All fields of the object here, in the order of the text; none if this is no object. */
  public List<Spot> fields() {
    List<Spot> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      fields.add(new Spot(this, field.getKey(), NO_INDEX, field.getValue()));
    }
    return fields;
  }

  /** All elements of the array here; none if this is no array. */
  public List<Spot> items() {
    List<Spot> items = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(new Spot(this, "", i, node.path(i)));
      }
    }
    return items;
  }

  /**
   * The value at a JSON pointer relative to this one; missing if there is none.
   *
   * @param relative empty for this value itself
   */
  public Spot inside(String relative) {
    Spot spot = this;
    for (String step : Pointers.steps(relative)) {
      spot = spot.node.isArray() ? spot.item(step) : spot.field(step);
    }
    return spot;
  }

  private Spot item(String position) {
    int at = Integer.parseInt(position);
    return new Spot(this, "", at, node.path(at));
  }

  /** The key under which the value stands, or its position in an array; empty for the root. */
  public String name() {
    return index == NO_INDEX ? key : Integer.toString(index);
  }

  /** The object or array around this value; the root is its own. */
  public Spot around() {
    return parent == null ? this : parent;
  }

  /** The way from the root as a JSON pointer. */
  public String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Spot step : steps(null)) {
      pointer.append(Pointers.child("", step.name()));
    }
    return pointer.toString();
  }

  /** The way from the root as AWS spells it in its answers; a single slash for the root. */
  public String awsLocation() {
    return parent == null ? "/" : "/" + locationIn(null);
  }

  /**
   * The way from an outer spot as AWS spells it, such as {@code Choices[1]/Condition}.
   *
   * @param outer a spot around this one; null for the root
   */
  public String locationIn(@Nullable Spot outer) {
    StringBuilder location = new StringBuilder();
    for (Spot step : steps(outer)) {
      if (step.index != NO_INDEX) {
        location.append('[').append(step.index).append(']');
        continue;
      }
      if (!location.isEmpty()) {
        location.append('/');
      }
      location.append(step.key);
    }
    return location.toString();
  }

  private Deque<Spot> steps(@Nullable Spot outer) {
    Deque<Spot> steps = new ArrayDeque<>();
    Spot spot = this;
    while (spot != outer && spot.parent != null) {
      steps.push(spot);
      spot = spot.parent;
    }
    return steps;
  }

  /** The JSON pointer. */
  @Override
  public String toString() {
    return pointer();
  }
}
