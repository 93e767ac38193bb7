package io.asl4j.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.SourceText;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

  private static final DiagnosticCode CODE =
      DiagnosticCode.of("ASL2004", "A transition goes to a state that does not exist");

  @Test
  void printsHeaderPlaceLineCaretsAndHint() {
    SourceText text = SourceText.of("order.asl.json", "{\n      \"Next\": \"Shipp\",\n}");
    Diagnostic diagnostic =
        Diagnostic.error(
                CODE, "State `Charge` goes to `Shipp`, which is not a state of this scope.")
            .at("/States/Charge/Next", text, text.range(16, 23))
            .hint("did you mean `Ship`?");

    assertThat(DiagnosticPrinter.plain().print(diagnostic))
        .isEqualTo(
            """
            error[ASL2004]: State `Charge` goes to `Shipp`, which is not a state of this scope.
              --> order.asl.json:2:15  /States/Charge/Next
            2 |       "Next": "Shipp",
              |               ^^^^^^^ did you mean `Ship`?
            """);
  }

  @Test
  void printsAFindingWithoutText() {
    Diagnostic diagnostic = Diagnostic.warning(CODE, "Something.").at("/States").hint("look again");

    assertThat(DiagnosticPrinter.plain().print(diagnostic))
        .isEqualTo("warning[ASL2004]: Something.\n  --> /States\n  hint: look again\n");
  }

  @Test
  void printsAllWithASummary() {
    Diagnostics diagnostics =
        Diagnostics.of(
            Diagnostic.error(CODE, "One."),
            Diagnostic.error(CODE, "Two."),
            Diagnostic.warning(CODE, "Three."));

    String printed = DiagnosticPrinter.plain().print(diagnostics);

    assertThat(printed).endsWith("\n2 errors, 1 warning\n");
    assertThat(DiagnosticPrinter.plain().print(Diagnostics.none())).isEmpty();
  }

  @Test
  void expandsTabsInLineAndUnderline() {
    assertThat(snippet("\t\t\"a\": x", 7, 8)).isEqualTo("1 |     \"a\": x\n  |          ^\n");
  }

  @Test
  void givesFullWidthCharactersCaretsOfTheirWidth() {
    assertThat(snippet("\"漢字\": \"値\"", 6, 9)).isEqualTo("1 | \"漢字\": \"値\"\n  |         ^^^^\n");
  }

  @Test
  void givesCombiningMarksNoCaret() {
    assertThat(snippet("e\u0301x", 2, 3)).isEqualTo("1 | e\u0301x\n  |  ^\n");
  }

  @Test
  void marksAnEmptyRangeAndTheEndOfALineWithOneCaret() {
    assertThat(snippet("abc", 1, 1)).isEqualTo("1 | abc\n  |  ^\n");
    assertThat(snippet("abc", 3, 3)).isEqualTo("1 | abc\n  |    ^\n");
    assertThat(snippet("", 0, 0)).isEqualTo("1 | \n  | ^\n");
  }

  @Test
  void underlinesOnlyTheFirstOfManyLines() {
    assertThat(snippet("a: {  \nb\n}", 3, 10)).isEqualTo("1 | a: {\n  |    ^\n");
  }

  @Test
  void cutsALongLineRoundTheCarets() {
    String line = "x".repeat(5_000) + "HERE" + "y".repeat(5_000);

    List<String> printed = snippet(line, 5_000, 5_004).lines().toList();

    assertThat(printed.get(0)).hasSize(4 + 120).contains("…xxx").contains("HERE").endsWith("y…");
    assertThat(printed.get(1).indexOf('^')).isEqualTo(printed.get(0).indexOf("HERE"));
    assertThat(printed.get(1)).endsWith("^^^^");
  }

  @Test
  void cutsALineOfManyMegabytes() {
    String line = "\uD83D\uDE00".repeat(5_000_000) + "HERE" + "y".repeat(5_000_000);

    List<String> printed = snippet(line, 10_000_000, 10_000_004).lines().toList();

    assertThat(printed.get(0)).hasSizeLessThan(300).contains("\uD83D\uDE00HERE");
    assertThat(printed.get(1)).endsWith(" ^^^^");
  }

  @Test
  void fillsTheLineWhenItCutsNearTheEnd() {
    String line = "x".repeat(200) + "END";

    List<String> printed = snippet(line, 200, 203).lines().toList();

    assertThat(printed.get(0)).hasSizeGreaterThan(120).startsWith("1 | …x").endsWith("END");
    assertThat(printed.get(1).indexOf('^')).isEqualTo(printed.get(0).indexOf("END"));
  }

  @Test
  void takesTheTeethFromControlCharacters() {
    SourceText text = SourceText.of("evil\u001B[2J.json", "\u001B[31mred\u202E");
    String printed =
        DiagnosticPrinter.plain()
            .print(Diagnostic.error(CODE, "A\nB\u001B.").at("/\u0007", text, text.range(0, 1)));

    assertThat(printed).doesNotContain("\u001B", "\u202E", "\u0007");
    assertThat(printed.lines()).hasSize(4);
  }

  @Test
  void coloursOnlyWhenAskedTo() {
    Diagnostic diagnostic = Diagnostic.error(CODE, "One.");

    assertThat(DiagnosticPrinter.colored().print(diagnostic))
        .contains("\u001B[1;31merror[ASL2004]\u001B[0m");
    assertThat(DiagnosticPrinter.plain().print(diagnostic)).doesNotContain("\u001B");
  }

  @Property(tries = 500)
  void anyRangeOfAnyTextIsPrintedWithACaretOnALineThatFits(
      @ForAll String content,
      @ForAll @IntRange(max = 300) int from,
      @ForAll @IntRange(max = 300) int length) {
    SourceText text = SourceText.of("any.json", content);
    int start = Math.min(from, text.text().length());
    int end = Math.min(start + length, text.text().length());

    String printed =
        DiagnosticPrinter.plain()
            .print(Diagnostic.error(CODE, "Any.").at("", text, text.range(start, end)));

    assertThat(printed.lines()).hasSize(4);
    assertThat(printed.lines().toList().getLast()).contains("^");
  }

  private static String snippet(String content, int start, int end) {
    SourceText text = SourceText.of("t", content);
    String printed =
        DiagnosticPrinter.plain()
            .print(Diagnostic.error(CODE, "X.").at("", text, text.range(start, end)));
    return printed.substring(printed.indexOf("1 |"));
  }
}
