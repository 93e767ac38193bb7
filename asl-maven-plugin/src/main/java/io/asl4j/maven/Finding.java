package io.asl4j.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A finding as the {@code json} format of {@code asl validate} tells it.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param place file, line and column as editors and build servers read them
 * @param text code, message, hint and AWS's code in one line
 */
record Finding(String severity, String file, String place, String text) {

  /**
   * Reads a report.
   *
   * @throws JsonProcessingException if it is none
   */
  static List<Finding> all(String report) throws JsonProcessingException {
    List<Finding> findings = new ArrayList<>();
    if (report.isBlank()) {
      return findings;
    }
    for (JsonNode node : new ObjectMapper().readTree(report)) {
      findings.add(of(node));
    }
    return findings;
  }

  private static Finding of(JsonNode node) {
    String file = node.path("file").asText();
    String hint = node.path("hint").asText();
    String aws = node.path("awsCode").asText();
    return new Finding(
        node.path("severity").asText(),
        file,
        file + ":" + node.path("line").asInt() + ":" + node.path("column").asInt(),
        node.path("code").asText()
            + " "
            + node.path("message").asText()
            + (hint.isEmpty() ? "" : " (" + hint + ")")
            + (aws.isEmpty() ? "" : " [AWS: " + aws + "]"));
  }

  /** Says how many of each severity there are, and in how many files. */
  static String count(List<Finding> findings) {
    List<String> counts = new ArrayList<>();
    for (String severity : List.of("error", "warning", "info")) {
      long count = findings.stream().filter(one -> one.severity().equals(severity)).count();
      if (count > 0) {
        boolean isPlural = count > 1 && !severity.equals("info");
        counts.add(count + " " + severity + (isPlural ? "s" : ""));
      }
    }
    if (counts.isEmpty()) {
      return "no findings";
    }
    long files = findings.stream().map(Finding::file).distinct().count();
    return String.join(", ", counts) + " in " + files + (files == 1 ? " file" : " files");
  }
}
