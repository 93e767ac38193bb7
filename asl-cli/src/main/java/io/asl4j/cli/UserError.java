package io.asl4j.cli;

import java.util.Optional;

/**
 * Something that the caller of a command has to mend: a file that is not there, an option that
 * makes no sense, input that is not valid. It ends the command with {@link ExitCode#BAD_INPUT} and
 * is shown as one sentence and, if there is one, a hint; never as a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /**
   * An error without advice.
   *
   * @param message one sentence: the thing, what was found, what was expected
   */
  public UserError(String message) {
    this(message, "");
  }

  /**
   * An error with advice.
   *
   * @param message one sentence: the thing, what was found, what was expected
   * @param hint what to do about it; may have several lines
   */
  public UserError(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  /** One sentence that says what is wrong. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** What to do about it, if that is known. */
  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
