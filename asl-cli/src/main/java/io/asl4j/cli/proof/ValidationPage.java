package io.asl4j.cli.proof;

import io.asl4j.cli.check.AllCodes;
import io.asl4j.cli.proof.CorpusScore.Defects;
import io.asl4j.cli.proof.CorpusScore.Valid;
import io.asl4j.core.diagnostic.DiagnosticCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page about validation: how to begin, what the checks are worth, and every rule. */
public final class ValidationPage {

  private static final String JOURNEY = "journey.md";

  /** Sorts of evidence, in the words of the cases and in those of the page. */
  private static final Map<String, String> EVIDENCE =
      Map.of(
          "aws-verbatim", "AWS's own recorded answer",
          "aws-verbatim-quoted", "AWS's answer, quoted in an issue",
          "aws-same-rule", "same rule as an answer of AWS",
          "spec", "by the specification",
          "docs", "by AWS's documentation",
          "tool", "by the tools' own tests",
          "lint", "worth a warning",
          "unverified", "not verified");

  private ValidationPage() {}

  /**
   * Writes the page.
   *
   * @param corpus a folder with {@code real}, {@code valid-tricky}, {@code invalid} and {@code
   *     baseline.md}
   * @param reasons why cases are judged otherwise than they say, one a line: id, a tab, the reason
   * @param now what counts as the past
   */
  public static String of(Path corpus, List<String> reasons, Instant now) throws IOException {
    CorpusScore score = CorpusScore.of(corpus, now);
    StringBuilder page = new StringBuilder(journey());
    page.append("\n## What the checks are worth\n\n");
    page.append(
        "Measured on %d real definitions, %d odd but valid ones and %d with known defects.\n\n"
            .formatted(
                score.real().definitions(),
                score.tricky().definitions(),
                score.defects().values().stream().mapToInt(Defects::cases).sum()));
    valid(page, score.real(), score.tricky());
    defects(page, score.defects());
    reasons(page, reasons);
    baseline(page, score, corpus.resolve("baseline.md"));
    warnings(page, score.real());
    rules(page);
    return page.toString();
  }

  private static String journey() throws IOException {
    try (InputStream text = ValidationPage.class.getResourceAsStream(JOURNEY)) {
      if (text == null) {
        throw new IllegalStateException("The jar of asl-cli has no " + JOURNEY + ".");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void valid(StringBuilder page, Valid real, Valid tricky) {
    page.append("| valid definitions | files | refused |\n|---|---:|---:|\n");
    page.append(
        "| from public repositories | %d | %d |\n"
            .formatted(real.definitions(), real.refused().size()));
    page.append(
        "| that naive checks refuse | %d | %d |\n\n"
            .formatted(tricky.definitions(), tricky.refused().size()));
    List<String> refused = new ArrayList<>(real.refused());
    refused.addAll(tricky.refused());
    if (!refused.isEmpty()) {
      page.append("Refused: ").append(String.join(", ", refused)).append(".\n\n");
    }
  }

  private static void defects(StringBuilder page, Map<String, Defects> defects) {
    page.append(
        "| known defects | cases | found at their place | not an error there |\n"
            + "|---|---:|---:|---|\n");
    defects.forEach(
        (evidence, score) ->
            page.append(
                "| %s | %d | %d | %s |\n"
                    .formatted(
                        EVIDENCE.getOrDefault(evidence, evidence),
                        score.cases(),
                        score.cases() - score.missed().size(),
                        String.join(", ", score.missed()))));
    page.append('\n');
  }

  private static void reasons(StringBuilder page, List<String> reasons) {
    List<String[]> known =
        reasons.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", 2))
            .filter(parts -> parts.length == 2)
            .toList();
    if (known.isEmpty()) {
      return;
    }
    page.append("Judged otherwise than the cases say, and why:\n\n");
    known.forEach(parts -> page.append("- %s: %s.\n".formatted(parts[0], parts[1])));
    page.append('\n');
  }

  /**
   * One row of the comparison.
   *
   * @param label how the row of the other linters begins
   * @param isValid whether the files are valid
   * @param evidence the sorts of evidence of the files here
   */
  private record Row(String label, boolean isValid, List<String> evidence) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("real, all clean", true, List.of("")),
          new Row(
              "valid-tricky, AWS accepted",
              true,
              List.of("aws-accepted", "aws-samples", "deployed-project")),
          new Row("valid-tricky, by spec", true, List.of("spec", "docs")),
          new Row("valid-tricky, by the tools", true, List.of("tool")),
          new Row("AWS verbatim (standard)", false, List.of("aws-verbatim", "aws-verbatim-quoted")),
          new Row("same rule as an AWS answer", false, List.of("aws-same-rule")),
          new Row("by the spec", false, List.of("spec")),
          new Row("by AWS documentation", false, List.of("docs")),
          new Row("by the tools' own tests", false, List.of("tool")));

  /** The rows of the other linters' scores, which were measured on the whole corpora. */
  private static void baseline(StringBuilder page, CorpusScore score, Path file)
      throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    page.append(
        """
        The same questions to four other linters (statelint 0.8.0, asl-validator 4.0.0, AWS's language service
        1.16.1, cfn-lint 1.51.0). Their figures are totals over whole corpora and not told file by file. asl4j is
        measured on a part of these corpora, the one it has for its tests, with the five Express cases,
        which no other takes. So its two columns, on the right, count other files: compare the shares. A valid file
        counts if it is refused, a defect if it is not found: by the others, if nothing at all is said against the
        file; by asl4j, if no error is at the place of the defect.

        """);
    page.append(
        "| | files | statelint | asl-validator | language service | cfn-lint | files here | asl4j"
            + " |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for (Row row : ROWS) {
      row(file, row.label())
          .ifPresent(
              others -> {
                int[] own = own(row, score);
                page.append("%s %d | %d |\n".formatted(others, own[0], own[1]));
              });
    }
    page.append('\n');
  }

  /** How many files there are here, and how many of them asl4j judges wrongly. */
  private static int[] own(Row row, CorpusScore score) {
    int files = 0;
    int wrong = 0;
    for (String evidence : row.evidence()) {
      if (row.isValid()) {
        CorpusScore.Valid valid = evidence.isEmpty() ? score.real() : score.tricky();
        int[] known = valid.evidence().getOrDefault(evidence, new int[2]);
        files += known[0];
        wrong += known[1];
      } else {
        Defects defects = score.defects().getOrDefault(evidence, new Defects(0, List.of()));
        files += defects.cases();
        wrong += defects.missed().size();
      }
    }
    return new int[] {files, wrong};
  }

  private static Optional<String> row(Path file, String label) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("| " + label))
        .findFirst();
  }

  private static void warnings(StringBuilder page, Valid real) {
    page.append("What is said about the real definitions that AWS accepts:\n\n");
    page.append("| finding | | files | times |\n|---|---|---:|---:|\n");
    real.files()
        .forEach(
            (key, count) -> {
              String id = key.substring(key.indexOf(' ') + 1);
              String title = AllCodes.find(id).map(DiagnosticCode::title).orElse("");
              page.append("| %s | %s | %d | %d |\n".formatted(key, title, count[0], count[1]));
            });
    page.append('\n');
  }

  private static void rules(StringBuilder page) {
    page.append(
        "## Every rule\n\nThe same as `asl explain CODE` prints. The examples are run as tests.\n");
    for (DiagnosticCode code : AllCodes.sorted()) {
      page.append("\n### %s: %s\n\n%s\n".formatted(code.id(), code.title(), code.explanation()));
      example(page, "Wrong", code.wrong());
      example(page, "Right", code.right());
      String aws = code.aws().map(name -> "AWS's code: " + name + ". ").orElse("");
      page.append('\n').append(aws).append("Source: ").append(source(code)).append('\n');
    }
  }

  private static String source(DiagnosticCode code) {
    return code.source().startsWith("https://") ? "<" + code.source() + ">" : code.source();
  }

  private static void example(StringBuilder page, String heading, String example) {
    if (!example.isEmpty()) {
      page.append("\n%s:\n\n```\n%s\n```\n".formatted(heading, example));
    }
  }
}
