package io.asl4j.core.diagnostic;

import io.asl4j.core.json.SourceRange;
import io.asl4j.core.json.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints findings for people, with the line they stand on.
 *
 * <pre>{@code
 * error[ASL2004]: State `Charge` goes to `Shipp`, which is not a state of this scope.
 *   --> order.asl.json:14:17  /States/Charge/Next
 * 14 |       "Next": "Shipp",
 *    |               ^^^^^^^ did you mean `Ship`?
 * }</pre>
 *
 * <p>Lines end with {@code \n}. Tabs are shown as two spaces, a line over 120 cells is cut round
 * the carets, characters that would steer a terminal are replaced, full-width characters get carets
 * of their width. Immutable and thread-safe.
 */
public final class DiagnosticPrinter {

  private static final int MAX_LINE_WIDTH = 120;
  private static final int MAX_POINTER = 400;
  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[1;31m";
  private static final String YELLOW = "\u001B[1;33m";
  private static final String BLUE = "\u001B[1;34m";
  private static final String PLAIN = "\u001B[0m";

  private final boolean colored;

  private DiagnosticPrinter(boolean colored) {
    this.colored = colored;
  }

  /** Gives a printer without colours, for files, pipes and tests. */
  public static DiagnosticPrinter plain() {
    return new DiagnosticPrinter(false);
  }

  /** Gives a printer with ANSI colours, for terminals. */
  public static DiagnosticPrinter colored() {
    return new DiagnosticPrinter(true);
  }

  /**
   * Prints all findings with an empty line between two, and how many there are; empty if there are
   * none.
   */
  public String print(Diagnostics diagnostics) {
    if (diagnostics.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      text.append(print(diagnostic)).append('\n');
    }
    return text.append(summary(diagnostics)).append('\n').toString();
  }

  /**
   * Gives the number of findings of each severity in words: {@code 2 errors, 1 warning}; {@code no
   * findings} without any.
   */
  public String summary(Diagnostics diagnostics) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = diagnostics.of(severity).size();
      if (count > 0) {
        boolean plural = count > 1 && severity != Severity.INFO;
        parts.add(count + " " + severity.label() + (plural ? "s" : ""));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  /** Prints one finding; the last line ends with a line break. */
  public String print(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    String header = diagnostic.severity().label() + "[" + diagnostic.code() + "]";
    text.append(paint(color(diagnostic.severity()), header))
        .append(paint(BOLD, ": " + Printable.of(diagnostic.message())))
        .append('\n');
    if (diagnostic.range().isPresent() && diagnostic.source().isPresent()) {
      withSource(text, diagnostic, diagnostic.source().get(), diagnostic.range().get());
      return text.toString();
    }
    if (!diagnostic.pointer().isEmpty()) {
      text.append(paint(BLUE, "  --> ")).append(shown(diagnostic.pointer())).append('\n');
    }
    diagnostic
        .hint()
        .ifPresent(
            hint -> text.append(paint(BLUE, "  hint: ")).append(Printable.of(hint)).append('\n'));
    return text.toString();
  }

  private void withSource(
      StringBuilder text, Diagnostic diagnostic, SourceText source, SourceRange range) {
    String pointer = diagnostic.pointer().isEmpty() ? "" : "  " + shown(diagnostic.pointer());
    text.append(paint(BLUE, "  --> "))
        .append(Printable.of(source.name()))
        .append(':')
        .append(range)
        .append(pointer)
        .append('\n');
    Snippet snippet = Snippet.of(source.line(range.startLine()), range, MAX_LINE_WIDTH);
    String number = Integer.toString(range.startLine());
    text.append(paint(BLUE, number + " |")).append(' ').append(snippet.line()).append('\n');
    text.append(paint(BLUE, " ".repeat(number.length()) + " |"))
        .append(' ')
        .append(paint(color(diagnostic.severity()), snippet.underline()));
    diagnostic.hint().ifPresent(hint -> text.append(' ').append(Printable.of(hint)));
    text.append('\n');
  }

  /** Where nesting is deep, the two ends of a pointer tell more than all of it. */
  private static String shown(String pointer) {
    String printable = Printable.of(pointer);
    int length = printable.length();
    return length <= MAX_POINTER
        ? printable
        : printable.substring(0, MAX_POINTER / 2)
            + "…"
            + printable.substring(length - MAX_POINTER / 2);
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case INFO -> BLUE;
    };
  }

  private String paint(String color, String text) {
    return colored ? color + text + PLAIN : text;
  }
}
