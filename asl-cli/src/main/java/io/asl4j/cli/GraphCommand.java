package io.asl4j.cli;

import io.asl4j.cli.graph.RecordedExecution;
import io.asl4j.core.graph.DotText;
import io.asl4j.core.graph.Highlight;
import io.asl4j.core.graph.MermaidText;
import io.asl4j.core.graph.StateGraph;
import io.asl4j.core.graph.SvgPicture;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a definition: as Mermaid, for Graphviz, or as a finished SVG picture. */
@Command(
    name = "graph",
    header = "Draws a definition.",
    description = {
      "States inside Map and Parallel states are drawn inside them.",
      "With --history the picture shows what an execution did: green states were done, red ones"
          + " failed, orange ones failed and were caught, blue ones are still running, grey ones"
          + " were stopped."
    },
    footer = {
      "  asl graph order.asl.json",
      "  asl graph order.asl.json --format svg > order.svg",
      "  asl graph order.asl.json --format dot | dot -Tpng > order.png",
      "  aws stepfunctions get-execution-history --execution-arn ARN > history.json",
      "  asl graph order.asl.json --history history.json --format svg > execution.svg"
    })
final class GraphCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The definition, JSON or YAML.")
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = "mermaid (default), dot or svg.")
  private String format = "mermaid";

  /** Null: the definition alone is drawn. */
  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "The history of an execution, as `aws stepfunctions get-execution-history` or `asl run"
              + " --history` gives it: an object with `events`, or these alone.")
  private @Nullable Path history;

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    StateGraph graph = StateGraph.of(read(file).root());
    if (graph.nodes().isEmpty()) {
      throw new UserError("The definition `" + file + "` has no states to draw.");
    }
    Highlight highlight = history == null ? Highlight.none() : recorded(history, graph);
    terminal.out().print(drawn(graph, highlight));
    return ExitCode.OK;
  }

  private static Highlight recorded(Path history, StateGraph graph) {
    try {
      return RecordedExecution.highlight(RecordCommand.read(history).root(), graph);
    } catch (IOException e) {
      throw new UserError("The history `" + history + "` cannot be drawn: " + e.getMessage() + ".");
    }
  }

  private String drawn(StateGraph graph, Highlight highlight) {
    return switch (format) {
      case "mermaid" -> MermaidText.of(graph, highlight);
      case "dot" -> DotText.of(graph, highlight);
      case "svg" -> SvgPicture.of(graph, highlight, String.valueOf(file.getFileName()));
      default ->
          throw new UserError(
              "`" + format + "` is not a format of pictures.", "It is one of: mermaid, dot, svg.");
    };
  }

  /**
   * Reads a definition that need not be valid.
   *
   * @throws UserError if it cannot be read at all
   */
  static SourceDocument read(Path file) {
    try {
      SourceDocument document = DefinitionText.read(SourceText.read(file));
      if (!document.isReadable()) {
        throw new UserError(
            "The definition `" + file + "` cannot be read: " + document.problems().getFirst(),
            "`asl validate " + file + "` shows the place.");
      }
      return document;
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
