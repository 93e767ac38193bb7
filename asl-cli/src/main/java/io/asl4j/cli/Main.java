package io.asl4j.cli;

/** Where the process begins and ends. */
public final class Main {
  private Main() {}

  /**
   * Runs the {@code asl} command and ends the process with its exit code.
   *
   * @param arguments what stands on the command line after {@code asl}
   */
  public static void main(String[] arguments) {
    System.exit(AslCommand.run(Terminal.ofProcess(), arguments).code());
  }
}
