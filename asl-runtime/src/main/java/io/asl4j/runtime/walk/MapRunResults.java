package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ResultWriter;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.runtime.map.ChildExecution;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.ResultForm;
import io.asl4j.runtime.map.WriteRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the children of a Map Run give: keeps it for the state's output, or hands it to the
 * result writer at once.
 */
final class MapRunResults implements AutoCloseable {

  private final ResultForm form;
  private final @Nullable ResultExport export;
  private final Map<Integer, ChildExecution> kept = new TreeMap<>();

  private MapRunResults(ResultForm form, @Nullable ResultExport export) {
    this.form = form;
    this.export = export;
  }

  static MapRunResults open(Host host, State.Map map, Evaluation evaluation, MapRun mapRun) {
    ResultWriter writer = map.writer().orElse(null);
    if (writer == null) {
      return new MapRunResults(ResultForm.COMPACT, null);
    }
    ResultForm form = new ResultForm(writer.transformation(), writer.outputType());
    String resource = writer.resource().orElse(null);
    if (resource == null) {
      return new MapRunResults(form, null);
    }
    JsonNode arguments = writer.arguments().evaluate(evaluation);
    return new MapRunResults(
        form, host.export(new WriteRequest(resource, arguments, form, mapRun.arn())));
  }

  /**
   * A child ended, was stopped, or never started. One that failed and is tolerated is described in
   * full in the state's output.
   */
  void add(int index, ChildExecution child) {
    if (export != null) {
      export.add(child);
    } else {
      kept.put(index, child);
    }
  }

  /** Whether children that never started are worth telling. */
  boolean isExported() {
    return export != null;
  }

  /** Completes the export, if there is one, and gives the result of the state. */
  JsonNode finish() {
    return export != null ? export.finish() : form.join(kept.values());
  }

  @Override
  public void close() {
    if (export != null) {
      export.close();
    }
  }
}
