package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import java.util.List;

/**
 * A context value on its way through a path, together with what the path bound on the way.
 *
 * <p>JSONata's own runtime forgets what tuples are when it sorts several of them. Up to the next
 * step a sorted tuple is to it an object of what was bound, and nothing is bound.
 */
final class Tuple extends Frame {
  private static final String CONTEXT = "@";

  final JsonNode at;
  private final List<String> names;

  private Tuple(Frame parent, JsonNode[] slots, JsonNode at, List<String> names) {
    super(parent, slots);
    this.at = at;
    this.names = names;
  }

  Tuple(Frame parent, JsonNode[] slots, JsonNode at) {
    this(parent, slots, at, List.of());
  }

  static Tuple first(Frame parent, int size, JsonNode at) {
    return new Tuple(parent, Frame.slots(size), at);
  }

  /** A tuple that goes on from this one with another context value. */
  Tuple next(JsonNode value) {
    return new Tuple(parent, slots.clone(), value);
  }

  /**
   * This tuple after it was sorted among others.
   *
   * @param bound the names of its variables, in the order of the slots
   */
  Tuple sorted(List<String> bound) {
    return new Tuple(parent, slots, at, bound);
  }

  boolean isSorted() {
    return !names.isEmpty();
  }

  /** What predicates and groupings see of this tuple. */
  Tuple seen() {
    return isSorted() ? first(parent, slots.length, shown()) : this;
  }

  /** All tuples as the objects that they are once they are sorted. */
  static JsonNode shown(Run run, List<Tuple> tuples) {
    ArrayNode shown = Values.array(tuples.size());
    for (Tuple tuple : tuples) {
      run.tick();
      run.grow(64);
      shown.add(tuple.shown());
    }
    return shown;
  }

  private ObjectNode shown() {
    ObjectNode shown = FieldList.object(1 + names.size());
    shown.set(CONTEXT, at);
    for (int i = 0; i < names.size(); i++) {
      if (Frame.isBound(slots[i]) && !slots[i].isMissingNode()) {
        shown.set(names.get(i), slots[i]);
      }
    }
    return shown;
  }
}
