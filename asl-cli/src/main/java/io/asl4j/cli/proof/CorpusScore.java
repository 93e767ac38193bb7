package io.asl4j.cli.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.cli.check.CheckRun;
import io.asl4j.cli.check.Checked;
import io.asl4j.cli.check.Checker;
import io.asl4j.cli.check.DefinitionFiles;
import io.asl4j.cli.check.FoundFile;
import io.asl4j.cli.check.NearestSettings;
import io.asl4j.cli.check.Settings;
import io.asl4j.cli.check.Target;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Scores the checks on a corpus of definitions: some that are valid, some with known defects and
 * their places.
 *
 * @param real what was found in valid definitions from public repositories
 * @param tricky what was found in valid definitions that naive checks refuse
 * @param defects by evidence: how many cases there are and which were missed
 */
record CorpusScore(Valid real, Valid tricky, Map<String, Defects> defects) {

  private static final Set<String> MILD_EVIDENCE = Set.of("lint", "unverified");

  /**
   * Findings in valid definitions.
   *
   * @param refused names of files with an error
   * @param evidence by what makes us believe that they are valid: how many there are and how many
   *     of them are refused
   * @param files by severity and code: in how many files, and how often
   */
  record Valid(
      int definitions,
      List<String> refused,
      Map<String, int[]> evidence,
      Map<String, int[]> files) {}

  /** Cases with known defects of one sort of evidence. */
  record Defects(int cases, List<String> missed) {}

  static CorpusScore of(Path folder, Instant now) throws IOException {
    return new CorpusScore(
        valid(folder.resolve("real"), now),
        valid(folder.resolve("valid-tricky").resolve("text"), now),
        defects(folder.resolve("invalid"), now));
  }

  private static Checker checker(Target target, Instant now) {
    return new Checker(Optional.of(target), NearestSettings.always(Settings.none()), false, now);
  }

  private static Valid valid(Path folder, Instant now) throws IOException {
    List<FoundFile> files = DefinitionFiles.find(List.of("."), folder);
    List<Checked> checked = CheckRun.over(files, checker(Target.STANDARD, now));
    List<String> refused = new ArrayList<>();
    Map<String, int[]> evidence = new TreeMap<>();
    Map<String, int[]> counts = new TreeMap<>();
    for (Checked file : checked) {
      int[] known = evidence.computeIfAbsent(evidence(folder, file.file()), unused -> new int[2]);
      known[0]++;
      if (file.diagnostics().hasErrors()) {
        refused.add(file.file());
        known[1]++;
      }
      Set<String> seen = new HashSet<>();
      for (Diagnostic diagnostic : file.diagnostics()) {
        String key = diagnostic.severity().label() + " " + diagnostic.code().id();
        int[] count = counts.computeIfAbsent(key, unused -> new int[2]);
        count[0] += seen.add(key) ? 1 : 0;
        count[1]++;
      }
    }
    return new Valid(checked.size(), refused, evidence, counts);
  }

  /** What the case beside a text says; nothing for files that are no cases. */
  private static String evidence(Path folder, String file) throws IOException {
    Path description = folder.resolveSibling(file.replace(".asl.json", ".json"));
    return Files.exists(description)
        ? Json.parse(Files.readString(description)).path("evidence").asText()
        : "";
  }

  private static Map<String, Defects> defects(Path folder, Instant now) throws IOException {
    Map<String, Integer> cases = new TreeMap<>();
    Map<String, List<String>> missed = new TreeMap<>();
    for (Path file : jsonFiles(folder)) {
      JsonNode known = Json.parse(Files.readString(file));
      if (!known.path("problems").isArray()) {
        continue;
      }
      String id = known.path("id").asText();
      String evidence = known.path("evidence").asText();
      cases.merge(evidence, 1, Integer::sum);
      missed.computeIfAbsent(evidence, unused -> new ArrayList<>());
      Path text = folder.resolve("text").resolve(id + ".asl.json");
      boolean isExpress = known.path("state_machine_type").asText().equals("EXPRESS");
      Checked checked =
          checker(isExpress ? Target.EXPRESS : Target.STANDARD, now)
              .check(new FoundFile(text, id, true))
              .orElseThrow();
      if (!isFound(known, checked, MILD_EVIDENCE.contains(evidence))) {
        missed.getOrDefault(evidence, List.of()).add(id);
      }
    }
    Map<String, Defects> defects = new TreeMap<>();
    cases.forEach(
        (evidence, count) ->
            defects.put(evidence, new Defects(count, missed.getOrDefault(evidence, List.of()))));
    return defects;
  }

  /** Whether each defect has a finding at its place; a warning is enough for mild evidence. */
  private static boolean isFound(JsonNode known, Checked checked, boolean isMild) {
    for (JsonNode problem : known.path("problems")) {
      String where = problem.path("where").asText();
      boolean found =
          checked.diagnostics().stream()
              .filter(
                  one ->
                      one.severity() == Severity.ERROR
                          || (isMild && one.severity() == Severity.WARNING))
              .anyMatch(one -> (one.pointer() + "/").startsWith(where + "/"));
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
