package io.asl4j.core.query.jsonpath;

/**
 * A definite path matched nothing. Carries no stack trace; whoever asked words the failure for its
 * field.
 */
public final class PathNotFound extends Exception {

  private static final long serialVersionUID = 1L;

  /** A miss with the leaf text that AWS quotes, such as {@code No results for path: $['x']}. */
  public PathNotFound(String leafText) {
    super(leafText, null, false, false);
  }

  /** The leaf text that AWS quotes. */
  public String leafText() {
    return String.valueOf(getMessage());
  }
}
