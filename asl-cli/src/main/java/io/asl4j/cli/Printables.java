package io.asl4j.cli;

/** Texts from definitions and data on a terminal: on one line, and nothing that would steer it. */
final class Printables {

  private Printables() {}

  /** The text with control characters shown as their symbols. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x20) {
                shown.appendCodePoint(0x2400 + c);
              } else if (Character.getType(c) == Character.FORMAT || (c >= 0x7f && c < 0xa0)) {
                shown.append('\uFFFD');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The first line, at most so long. */
  static String brief(String text, int limit) {
    String line = text.lines().findFirst().orElse("");
    String shown = of(line);
    return shown.length() <= limit && line.length() == text.length()
        ? shown
        : shown.substring(0, Math.min(shown.length(), limit - 1)).stripTrailing() + "…";
  }
}
