package io.asl4j.core.query;

/**
 * Something wrong with the text of a query, found while compiling it.
 *
 * @param pointer where the query stands below the compiled value, as a JSON pointer; empty for the
 *     value itself
 * @param kind what sort of problem
 * @param message one sentence in plain words
 * @param offset where in the string value the problem begins, in characters from its start; 0 when
 *     the whole value is meant
 */
public record QueryProblem(String pointer, Kind kind, String message, int offset) {

  /** The sorts of problems, as far as their users tell them apart. */
  public enum Kind {
    /** Not a path, not a call of an intrinsic function. */
    PATH_SYNTAX,
    /** A path where only a reference path is allowed. */
    NOT_A_REFERENCE_PATH,
    /**
     * A malformed call of an intrinsic function, or one that does not exist; AWS refuses the
     * definition.
     */
    INTRINSIC,
    /**
     * A call of an intrinsic function with a wrong number of arguments, or with one of a wrong type
     * or value. The documentation of AWS rules it out, and the call fails each time it is
     * evaluated.
     */
    INTRINSIC_ARGUMENTS,
    /** Two keys that become one when {@code .$} is taken away. */
    DUPLICATE_KEY,
    /** A string that begins with <code>{%</code> or ends with <code>%}</code>, but not both. */
    HALF_OPEN_EXPRESSION,
    /** Not a JSONata expression. */
    JSONATA_SYNTAX,
    /**
     * A JSONata reference that AWS refuses: {@code $}, {@code $$}, a bare field name, a misplaced
     * member of {@code $states}.
     */
    JSONATA_REFERENCE,
    /**
     * A member of {@code $states} that is never there in this field, although AWS is not known to
     * refuse it: {@code $states.result} in a catcher.
     */
    JSONATA_EMPTY_REFERENCE
  }
}
