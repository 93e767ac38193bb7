package io.asl4j.core.query.jsonpath;

/**
 * A path matched nothing. Carries no stack trace; whoever asked words the failure for its field.
 */
public final class PathNotFound extends Exception {

  private static final long serialVersionUID = 1L;

  private final String step;
  private final boolean ofWrongKind;

  private PathNotFound(String leafText, String step, boolean ofWrongKind) {
    super(leafText, null, false, false);
    this.step = step;
    this.ofWrongKind = ofWrongKind;
  }

  /**
   * A miss.
   *
   * @param leafText the text that AWS quotes, such as {@code No results for path: $['x']}
   * @param step the step of the path that could not be taken: a name, or an index in digits
   */
  static PathNotFound missing(String leafText, String step) {
    return new PathNotFound(leafText, step, false);
  }

  /** An index, a slice or a filter was applied to a value that cannot have one. */
  static PathNotFound wrongKind(String leafText, String step) {
    return new PathNotFound(leafText, step, true);
  }

  /** The leaf text that AWS quotes. */
  public String leafText() {
    return String.valueOf(getMessage());
  }

  /**
   * The step that could not be taken, as AWS names it for an {@code ItemsPath}: {@code Unable to
   * apply step "orders" to input {...}}.
   */
  public String step() {
    return step;
  }

  /**
   * Whether an index, a slice or a filter met a value that cannot have one. AWS then shows the
   * {@link #leafText()} alone where it otherwise says that a path could not be found.
   */
  public boolean isOfWrongKind() {
    return ofWrongKind;
  }
}
