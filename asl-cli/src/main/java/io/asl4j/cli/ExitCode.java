package io.asl4j.cli;

/** What a command ends with. Scripts rely on the numbers: they never change. */
public enum ExitCode {
  /** What was asked for was done, and it went well. */
  OK(0),
  /** The run or the check was done, and it failed. */
  FAILED(1),
  /** Bad usage, or input that cannot be read or is not valid: nothing was done. */
  BAD_INPUT(2),
  /** A mistake in asl4j itself. */
  BUG(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  static ExitCode of(int code) {
    for (ExitCode exit : values()) {
      if (exit.code == code) {
        return exit;
      }
    }
    throw new IllegalArgumentException("No exit code has the number " + code + ".");
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }
}
