package io.asl4j.runtime.map;

import java.io.IOException;

/**
 * Items cannot be read because of what was found: a wrong format, an unknown configuration, a
 * broken file.
 *
 * <p>The message is a whole sentence for the author of the workflow; it becomes the cause of {@code
 * States.ItemReaderFailed}.
 */
public final class ItemsUnreadable extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, where, and what to do. */
  public ItemsUnreadable(String message) {
    super(message);
  }

  /** Says what is wrong, where, and what to do; keeps the exception that told. */
  public ItemsUnreadable(String message, Throwable cause) {
    super(message, cause);
  }
}
