package io.asl4j.core.json;

/**
 * One step of a path that leads to exactly one place: into a field of an object, or to an element
 * of an array.
 */
public sealed interface PathStep {

  /**
   * A step into the field of an object.
   *
   * @param name the key
   */
  record Field(String name) implements PathStep {

    @Override
    public String toString() {
      return "['" + name + "']";
    }
  }

  /**
   * A step to an element of an array.
   *
   * @param index 0-based, not negative
   */
  record Index(int index) implements PathStep {

    /** Checks that the position can exist. */
    public Index {
      if (index < 0) {
        throw new IllegalArgumentException("An array has no position " + index + ".");
      }
    }

    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
