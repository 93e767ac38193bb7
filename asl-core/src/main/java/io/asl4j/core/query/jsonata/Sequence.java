package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An array with a role in the evaluation that makes it. A sequence stands for its only element, and
 * an empty one for nothing; a constructed array ("cons") is not flattened into the step around it.
 */
@SuppressWarnings("unchecked") // ArrayNode narrows the generic deepCopy of JsonNode
final class Sequence extends ArrayNode {
  private static final long serialVersionUID = 1L;

  /** What is reserved before it is known to be needed is not much. */
  private static final int MOST_EXPECTED = 1 << 12;

  private final transient Life life;
  private final boolean constructed;
  private boolean keepSingleton;

  private Sequence(Life life, boolean constructed, int capacity) {
    super(JsonNodeFactory.instance, capacity);
    this.life = life;
    this.constructed = constructed;
  }

  static Sequence empty(Run run) {
    return new Sequence(run.life(), false, 8);
  }

  static Sequence ofOne(Run run, JsonNode item) {
    Sequence sequence = new Sequence(run.life(), false, 1);
    sequence.add(item);
    return sequence;
  }

  /** An empty sequence that will hold so many elements, if all goes as it mostly does. */
  static Sequence expecting(Run run, int size) {
    return new Sequence(run.life(), false, Math.min(size, MOST_EXPECTED));
  }

  static Sequence sized(Run run, int capacity) {
    return new Sequence(run.life(), false, capacity);
  }

  /** An array that a step must not flatten. */
  static Sequence constructed(Run run, int capacity) {
    return new Sequence(run.life(), true, capacity);
  }

  static boolean isSequence(JsonNode value) {
    return value instanceof Sequence sequence && sequence.isLive() && !sequence.constructed;
  }

  static boolean isConstructed(JsonNode value) {
    return value instanceof Sequence sequence && sequence.constructed && sequence.isLive();
  }

  /** The value that a sequence stands for; any other value itself. */
  static JsonNode collapse(JsonNode value) {
    if (!(value instanceof Sequence sequence) || !isSequence(sequence)) {
      return value;
    }
    return switch (sequence.size()) {
      case 0 -> MissingNode.getInstance();
      case 1 -> sequence.keepSingleton ? sequence : sequence.get(0);
      default -> sequence;
    };
  }

  /** The value, which if it is a sequence will not stand for its only element. */
  static JsonNode kept(JsonNode value) {
    if (value instanceof Sequence sequence && isSequence(sequence)) {
      sequence.keepSingleton = true;
    }
    return value;
  }

  /**
   * Adds what one evaluation of a step gave, which is not nothing: the elements of an array, or the
   * value itself, for which its room was counted before.
   */
  void addFlat(Run run, JsonNode value) {
    if (value instanceof ArrayNode array && !isConstructed(array)) {
      int size = array.size();
      run.grow(8L * size);
      for (int i = 0; i < size; i++) {
        add(array.get(i));
      }
    } else {
      add(value);
    }
  }

  private boolean isLive() {
    return !life.isOver();
  }

  // Two arrays are equal by their elements, whatever role one of them once had.
  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
