package io.asl4j.cli.diff;

/** One difference between two versions of a definition. */
public sealed interface Change {

  /** The JSON pointer of the state or field, in the new version where it is there. */
  String pointer();

  /** A state that only the new version has. */
  record Added(String pointer, String state) implements Change {}

  /** A state that only the old version has. */
  record Removed(String pointer, String state) implements Change {}

  /** A state that has another name but is otherwise the same. */
  record Renamed(String pointer, String from, String to) implements Change {}

  /**
   * A field with another value.
   *
   * @param field its path inside the state, such as {@code Retry/0/MaxAttempts}
   * @param before as JSON; empty if it was not there
   * @param after as JSON; empty if it is gone
   */
  record Field(String pointer, String state, String field, String before, String after)
      implements Change {

    /** Whether it says where a run goes next. */
    public boolean isTransition() {
      String last = field.substring(field.lastIndexOf('/') + 1);
      return last.equals("Next")
          || last.equals("Default")
          || last.equals("StartAt")
          || last.equals("End");
    }
  }
}
