package io.asl4j.testing.replay;

import java.io.IOException;

/** A case file that cannot be read; the message names file, line and column. */
public final class CaseUnreadable extends IOException {

  private static final long serialVersionUID = 1L;

  CaseUnreadable(String message) {
    super(message);
  }
}
