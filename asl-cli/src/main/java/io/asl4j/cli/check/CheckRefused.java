package io.asl4j.cli.check;

import java.util.Optional;

/**
 * A check that cannot be begun: a path that names nothing, a configuration that makes no sense. The
 * message is for people; it has no stack trace.
 */
public final class CheckRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  /** Says what is wrong in one sentence, and what to do about it. */
  public CheckRefused(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  /** Says what is wrong in one sentence. */
  public CheckRefused(String message) {
    this(message, "");
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
