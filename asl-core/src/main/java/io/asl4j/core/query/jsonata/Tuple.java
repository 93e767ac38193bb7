package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** A context value on its way through a path, together with what the path bound on the way. */
final class Tuple extends Frame {
  final JsonNode at;

  Tuple(Frame parent, JsonNode[] slots, JsonNode at) {
    super(parent, slots);
    this.at = at;
  }

  static Tuple first(Frame parent, int size, JsonNode at) {
    return new Tuple(parent, Frame.slots(size), at);
  }

  /** A tuple that goes on from this one with another context value. */
  Tuple next(JsonNode value) {
    return new Tuple(parent, slots.clone(), value);
  }
}
