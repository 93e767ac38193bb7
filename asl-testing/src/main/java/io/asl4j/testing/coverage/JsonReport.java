package io.asl4j.testing.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.json.SourceText;
import io.asl4j.testing.coverage.MachineCoverage.Ratio;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Coverage as JSON, with the text of the definitions, so that it can be read back and merged. */
final class JsonReport {

  private JsonReport() {}

  static String of(CoverageReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", "asl4j-coverage-1");
    ratio(root.putObject("total"), report.total());
    ArrayNode machines = root.putArray("machines");
    report.machines().forEach(machine -> machine(machines.addObject(), machine));
    return Json.pretty(root) + "\n";
  }

  private static void machine(ObjectNode node, MachineCoverage machine) {
    node.put("definition", machine.definition().name());
    ratio(node.putObject("total"), machine.total());
    ObjectNode kinds = node.putObject("kinds");
    machine.byKind().forEach((kind, ratio) -> ratio(kinds.putObject(kind.name()), ratio));
    ArrayNode points = node.putArray("points");
    for (CoveragePoint point : machine.points()) {
      points
          .addObject()
          .put("kind", point.kind().name())
          .put("state", point.state())
          .put("detail", point.detail())
          .put("pointer", point.pointer())
          .put("line", point.line())
          .put("label", point.label())
          .put("count", machine.count(point));
    }
    node.put("text", machine.definition().map().source().text());
  }

  private static void ratio(ObjectNode node, Ratio ratio) {
    node.put("covered", ratio.covered()).put("total", ratio.total());
  }

  static CoverageReport read(Path file) throws IOException {
    JsonNode root;
    try {
      root = Json.parse(Files.readString(file));
    } catch (JsonSyntaxFailed notJson) {
      throw new IOException(file + ": " + notJson.getMessage(), notJson);
    }
    if (!root.path("format").asText().equals("asl4j-coverage-1")) {
      throw new IOException(file + " is no coverage that asl4j wrote.");
    }
    List<MachineCoverage> machines = new ArrayList<>();
    for (JsonNode machine : root.path("machines")) {
      machines.add(machine(file, machine));
    }
    return new CoverageReport(machines);
  }

  private static MachineCoverage machine(Path file, JsonNode node) throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (JsonNode point : node.path("points")) {
      String id =
          point.path("kind").asText()
              + "|"
              + point.path("state").asText()
              + "|"
              + point.path("detail").asText();
      counts.put(id, point.path("count").asLong());
    }
    try {
      SourceText text = SourceText.of(node.path("definition").asText(), node.path("text").asText());
      return MachineCoverage.none(Definition.parse(text)).plus(counts);
    } catch (InvalidDefinition invalid) {
      throw new IOException(file + ": " + invalid.getMessage(), invalid);
    }
  }
}
