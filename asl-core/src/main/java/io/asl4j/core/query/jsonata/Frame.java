package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * The variables of one activation of a block or function. A name was resolved to so many parents up
 * and a slot there when the expression was compiled; a slot that nothing was bound to yet holds
 * {@link #UNBOUND}.
 */
class Frame {
  static final JsonNode UNBOUND =
      new InternalValue() {
        private static final long serialVersionUID = 1L;
      };

  private static final JsonNode[] NO_SLOTS = {};

  final Run run;
  final Frame parent;
  final JsonNode[] slots;

  private Frame(Run run, int size) {
    this.run = run;
    this.parent = this;
    this.slots = slots(size);
  }

  Frame(Frame parent, JsonNode[] slots) {
    this.run = parent.run;
    this.parent = parent;
    this.slots = slots;
  }

  /** The outermost frame, its own parent. */
  static Frame root(Run run, int size) {
    return new Frame(run, size);
  }

  static Frame inside(Frame parent, int size) {
    return new Frame(parent, slots(size));
  }

  static JsonNode[] slots(int size) {
    if (size == 0) {
      return NO_SLOTS;
    }
    JsonNode[] slots = new JsonNode[size];
    Arrays.fill(slots, UNBOUND);
    return slots;
  }

  /** Whether a slot holds something, if only that there is nothing. */
  @SuppressWarnings("ReferenceEquality") // there is one such node
  static boolean isBound(JsonNode slot) {
    return slot != UNBOUND;
  }

  Frame up(int hops) {
    Frame frame = this;
    for (int i = 0; i < hops; i++) {
      frame = frame.parent;
    }
    return frame;
  }
}
