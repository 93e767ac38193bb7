package io.asl4j.testing.coverage;

/** Text for XML and HTML. */
final class Markup {

  private Markup() {}

  /** The text with the characters that mean something replaced; what XML cannot hold goes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\t' -> escaped.appendCodePoint(c);
                default -> escaped.appendCodePoint(c < 0x20 ? '?' : c);
              }
            });
    return escaped.toString();
  }
}
