package io.asl4j.testing.tasks;

import io.asl4j.core.diagnostic.Diagnostics;

/** Tells that a tasks file has errors; the message lists them, one a line with its place. */
public final class InvalidTasksFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostics diagnostics;

  InvalidTasksFile(Diagnostics diagnostics) {
    super("The tasks file cannot be used:\n" + diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Gives all findings. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }
}
