package io.asl4j.testing.replay;

import static java.util.stream.Collectors.toList;

import io.asl4j.testing.replay.ReplayReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page that says, area by area, how far replays agree with their recordings: Markdown. */
public final class ConformancePage {

  private static final String HEAD =
      """
      # Conformance

      What real executions on AWS answered, replayed on asl4j: outcome and history, event by event.
      This page is written by `asl replay --report docs/conformance.md PATH...`; reasons come from
      the file beside it that ends in `-reasons.yaml`. What a case is and how it is compared stands
      in [replay.md](replay.md).

      """;

  private static final String RULES =
      """
      ## Where an older recording may differ

      We answer as the service does today. Two of its changes show in recordings that are older:

      | since | what changed | accepted in older recordings |
      |---|---|---|
      | 2023-11-15 | `$$.Execution` has a `RedriveCount` | it may be missing |
      | 2024-11-01 | `MapStateExited` of a Distributed Map follows from `MapRunStarted` | it may follow from `MapRunSucceeded` |
      """;

  private ConformancePage() {}

  /** Writes the page; the same reports give the same text. */
  public static String of(List<ReplayReport> reports, DivergenceReasons reasons) {
    StringBuilder page = new StringBuilder(HEAD);
    counts(page, ReplaySummary.of(reports));
    failures(page, reports, reasons);
    unsupported(page, reports, reasons);
    return page.append('\n').append(RULES).toString();
  }

  private static void counts(StringBuilder page, ReplaySummary summary) {
    page.append("| area | passed | failed | not supported |\n|---|---:|---:|---:|\n");
    summary.areas().forEach((area, count) -> row(page, area, count));
    row(page, "**all**", summary.total());
  }

  private static void row(StringBuilder page, String area, ReplaySummary.Count count) {
    page.append(
        "| %s | %d | %d | %d |\n"
            .formatted(area, count.passed(), count.failed(), count.notSupported()));
  }

  private static void failures(
      StringBuilder page, List<ReplayReport> reports, DivergenceReasons reasons) {
    List<ReplayReport> failed =
        reports.stream().filter(report -> report.verdict() == Verdict.FAILED).toList();
    page.append("\n## Failed\n\n");
    if (failed.isEmpty()) {
      page.append("None.\n");
      return;
    }
    page.append("| case | AWS | asl4j | why |\n|---|---|---|---|\n");
    for (ReplayReport report : failed) {
      page.append("| `").append(report.id()).append("` | ");
      page.append(
          reasons
              .of(report.id())
              .map(
                  reason ->
                      cell(reason.aws()) + " | " + cell(reason.ours()) + " | " + cell(reason.why()))
              .orElse(
                  cell(Named.cut(report.reason().lines().findFirst().orElse("")))
                      + " | | not explained yet"));
      page.append(" |\n");
    }
  }

  /** A kind that is not supported at all takes one line; single cases have their ids. */
  private static void unsupported(
      StringBuilder page, List<ReplayReport> reports, DivergenceReasons reasons) {
    Map<String, List<ReplayReport>> byKind =
        reports.stream().collect(Collectors.groupingBy(ReplayReport::kind, TreeMap::new, toList()));
    List<String> kinds = new ArrayList<>();
    Map<String, String> single = new TreeMap<>();
    byKind.forEach(
        (kind, ofKind) -> {
          if (isOneReason(ofKind)) {
            kinds.add(
                "| all of kind `%s` | %d | %s |\n"
                    .formatted(kind, ofKind.size(), cell(ofKind.getFirst().reason())));
            return;
          }
          ofKind.stream()
              .filter(report -> report.verdict() == Verdict.NOT_SUPPORTED)
              .forEach(report -> single.put(report.id(), why(report, reasons)));
        });
    page.append("\n## Not supported\n\n");
    if (kinds.isEmpty() && single.isEmpty()) {
      page.append("None.\n");
      return;
    }
    page.append("| cases | count | why |\n|---|---:|---|\n");
    kinds.forEach(page::append);
    single.forEach((id, why) -> page.append("| `%s` | 1 | %s |\n".formatted(id, why)));
  }

  private static boolean isOneReason(List<ReplayReport> ofKind) {
    String reason = ofKind.getFirst().reason();
    return ofKind.stream()
        .allMatch(
            report -> report.verdict() == Verdict.NOT_SUPPORTED && report.reason().equals(reason));
  }

  private static String why(ReplayReport report, DivergenceReasons reasons) {
    return cell(report.reason())
        + reasons.of(report.id()).map(reason -> " " + cell(reason.why())).orElse("");
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|");
  }
}
