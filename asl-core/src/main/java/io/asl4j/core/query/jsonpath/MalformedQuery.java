package io.asl4j.core.query.jsonpath;

import io.asl4j.core.query.QueryProblem;

/**
 * A text is no path and no call of an intrinsic function. Ends inside this package: it becomes a
 * {@link QueryProblem}.
 */
final class MalformedQuery extends Exception {

  private static final long serialVersionUID = 1L;

  private final QueryProblem.Kind kind;
  private final int offset;

  private MalformedQuery(QueryProblem.Kind kind, String message, int offset) {
    super(message, null, false, false);
    this.kind = kind;
    this.offset = offset;
  }

  static MalformedQuery path(String message, int offset) {
    return new MalformedQuery(QueryProblem.Kind.PATH_SYNTAX, message, offset);
  }

  static MalformedQuery notAReferencePath(String message, int offset) {
    return new MalformedQuery(QueryProblem.Kind.NOT_A_REFERENCE_PATH, message, offset);
  }

  static MalformedQuery intrinsic(String message, int offset) {
    return new MalformedQuery(QueryProblem.Kind.INTRINSIC, message, offset);
  }

  /** The same problem in a text that begins at {@code start} of a longer one. */
  MalformedQuery at(int start) {
    return new MalformedQuery(kind, text(), start + offset);
  }

  QueryProblem problem(String pointer) {
    return new QueryProblem(pointer, kind, text(), offset);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
