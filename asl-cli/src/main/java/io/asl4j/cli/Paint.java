package io.asl4j.cli;

/**
 * Colours for one stream, or none: each method gives the text back unchanged when colours are off.
 *
 * @param on whether the stream takes colours
 */
public record Paint(boolean on) {
  private static final String RESET = "\u001b[0m";

  /** For what went well. */
  public String green(String text) {
    return painted("\u001b[32m", text);
  }

  /** For what failed. */
  public String red(String text) {
    return painted("\u001b[31m", text);
  }

  /** For what deserves a look: a retry, a warning. */
  public String yellow(String text) {
    return painted("\u001b[33m", text);
  }

  /** For names and places. */
  public String cyan(String text) {
    return painted("\u001b[36m", text);
  }

  /** For headings. */
  public String bold(String text) {
    return painted("\u001b[1m", text);
  }

  /** For what is beside the point. */
  public String dim(String text) {
    return painted("\u001b[2m", text);
  }

  private String painted(String start, String text) {
    return on ? start + text + RESET : text;
  }
}
