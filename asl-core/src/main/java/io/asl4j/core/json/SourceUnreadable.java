package io.asl4j.core.json;

import java.io.IOException;

/**
 * Tells that a file could not be read as text; the message names the file and the reason and can be
 * shown to a person as it is.
 */
public final class SourceUnreadable extends IOException {

  private static final long serialVersionUID = 1L;

  SourceUnreadable(String message) {
    super(message);
  }

  SourceUnreadable(String message, IOException cause) {
    super(message, cause);
  }

  /** The file and the reason; never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
