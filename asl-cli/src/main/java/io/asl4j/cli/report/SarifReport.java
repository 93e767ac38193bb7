package io.asl4j.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceRange;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * SARIF 2.1.0 as GitHub's code scanning reads it: rules with their explanation, results with
 * regions and fingerprints that outlive shifted lines.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport implements Report {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String version;

  SarifReport(String version) {
    this.version = version;
  }

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    List<Diagnostic> all = new ArrayList<>();
    files.forEach(file -> file.diagnostics().forEach(all::add));
    TreeSet<DiagnosticCode> codes = new TreeSet<>();
    all.forEach(diagnostic -> codes.add(diagnostic.code()));
    List<DiagnosticCode> rules = List.copyOf(codes);

    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "asl4j").put("semanticVersion", version);
    ArrayNode ruleNodes = driver.putArray("rules");
    rules.forEach(rule -> ruleNodes.add(rule(rule)));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode artifacts = run.putArray("artifacts");
    files.forEach(file -> artifacts.addObject().set("location", artifact(file.file())));
    ArrayNode results = run.putArray("results");
    Finding.Fingerprints fingerprints = new Finding.Fingerprints();
    for (Diagnostic diagnostic : all) {
      results.add(
          result(diagnostic, rules.indexOf(diagnostic.code()), fingerprints.of(diagnostic)));
    }
    to.print(Json.pretty(log) + "\n");
  }

  private static ObjectNode rule(DiagnosticCode code) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.put("id", code.id());
    rule.putObject("shortDescription").put("text", code.title() + ".");
    String explanation = code.explanation().isEmpty() ? code.title() + "." : code.explanation();
    rule.putObject("fullDescription").put("text", explanation);
    ObjectNode help = rule.putObject("help");
    help.put(
        "text",
        explanation + example("\n\nWrong: ", code.wrong()) + example("\nRight: ", code.right()));
    help.put(
        "markdown",
        explanation
            + block("Wrong", code.wrong())
            + block("Right", code.right())
            + "\n\nThe same on your own machine: `asl explain "
            + code.id()
            + "`.");
    if (code.source().startsWith("https://")) {
      rule.put("helpUri", code.source());
    }
    ObjectNode properties = rule.putObject("properties");
    code.aws().ifPresent(aws -> properties.put("awsCode", aws));
    properties.putArray("tags").add("states-language");
    return rule;
  }

  private static String example(String heading, String example) {
    return example.isEmpty() ? "" : heading + example;
  }

  private static String block(String heading, String example) {
    return example.isEmpty() ? "" : "\n\n%s:\n\n```\n%s\n```".formatted(heading, example);
  }

  private static ObjectNode result(Diagnostic diagnostic, int ruleIndex, String fingerprint) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result
        .put("ruleId", diagnostic.code().id())
        .put("ruleIndex", ruleIndex)
        .put("level", level(diagnostic.severity()));
    result.putObject("message").put("text", Finding.text(diagnostic));
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.set("artifactLocation", artifact(diagnostic.file()));
    SourceRange range = Finding.range(diagnostic);
    physical
        .putObject("region")
        .put("startLine", range.startLine())
        .put("startColumn", range.startColumn())
        .put("endLine", range.endLine())
        .put("endColumn", range.endColumn());
    if (!diagnostic.pointer().isEmpty()) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", diagnostic.pointer());
    }
    result.putObject("partialFingerprints").put("aslFinding/v1", fingerprint);
    return result;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** Relative to the root of the sources wherever it can be: only that is shown beside lines. */
  private static ObjectNode artifact(String file) {
    ObjectNode location = JsonNodeFactory.instance.objectNode();
    if (Path.of(file).isAbsolute()) {
      String path = (file.startsWith("/") ? "" : "/") + file;
      return location.put("uri", "file://" + escaped(path));
    }
    // A colon in the first segment would read as a scheme.
    String path = file.matches("[^/]*:.*") ? "./" + file : file;
    return location.put("uri", escaped(path)).put("uriBaseId", "%SRCROOT%");
  }

  /** Gives a file name as a URI reference, blanks and the like escaped. */
  private static String escaped(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A path alone was thought to be a URI always.", e);
    }
  }
}
