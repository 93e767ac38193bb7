package io.asl4j.core.json;

import java.io.IOException;
import java.util.Optional;

/**
 * Tells that a file could not be read as text; the message names the file and the reason and can be
 * shown to a person as it is.
 */
public final class SourceUnreadable extends IOException {

  private static final long serialVersionUID = 1L;

  private final Optional<String> textBefore;

  SourceUnreadable(String message) {
    super(message);
    this.textBefore = Optional.empty();
  }

  SourceUnreadable(String message, IOException cause) {
    super(message, cause);
    this.textBefore = Optional.empty();
  }

  /** Fails in the middle of a text, after that. */
  SourceUnreadable(String message, String textBefore) {
    super(message);
    this.textBefore = Optional.of(textBefore);
  }

  /** What could be read before the place where reading failed; empty if nothing could. */
  public Optional<String> textBefore() {
    return textBefore;
  }

  /** The file and the reason; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
