package io.asl4j.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.cli.check.Checked;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceRange;
import java.io.PrintWriter;
import java.util.List;

/** One array of findings; every finding has every field, empty where there is nothing to say. */
final class JsonReport implements Report {

  @Override
  public void write(List<Checked> files, PrintWriter to) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    for (Checked file : files) {
      file.diagnostics().forEach(diagnostic -> findings.add(finding(diagnostic)));
    }
    to.print(Json.pretty(findings) + "\n");
  }

  private static ObjectNode finding(Diagnostic diagnostic) {
    SourceRange range = Finding.range(diagnostic);
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", diagnostic.file())
        .put("line", range.startLine())
        .put("column", range.startColumn())
        .put("endLine", range.endLine())
        .put("endColumn", range.endColumn())
        .put("pointer", diagnostic.pointer())
        .put("severity", diagnostic.severity().label())
        .put("code", diagnostic.code().id())
        .put("message", diagnostic.message())
        .put("hint", diagnostic.hint().orElse(""))
        .put("awsCode", diagnostic.aws().code());
  }
}
