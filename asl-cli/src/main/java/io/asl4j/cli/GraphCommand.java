package io.asl4j.cli;

import io.asl4j.core.graph.DotText;
import io.asl4j.core.graph.Highlight;
import io.asl4j.core.graph.MermaidText;
import io.asl4j.core.graph.StateGraph;
import io.asl4j.core.graph.SvgPicture;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a definition: as Mermaid, for Graphviz, or as a finished SVG picture. */
@Command(
    name = "graph",
    header = "Draws a definition.",
    description = "States inside Map and Parallel states are drawn inside them.",
    footer = {
      "  asl graph order.asl.json",
      "  asl graph order.asl.json --format svg > order.svg",
      "  asl graph order.asl.json --format dot | dot -Tpng > order.png"
    })
final class GraphCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The definition, JSON or YAML.")
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = "mermaid (default), dot or svg.")
  private String format = "mermaid";

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    StateGraph graph = StateGraph.of(read(file).root());
    if (graph.nodes().isEmpty()) {
      throw new UserError("The definition `" + file + "` has no states to draw.");
    }
    terminal.out().print(drawn(graph));
    return ExitCode.OK;
  }

  private String drawn(StateGraph graph) {
    return switch (format) {
      case "mermaid" -> MermaidText.of(graph, Highlight.none());
      case "dot" -> DotText.of(graph, Highlight.none());
      case "svg" -> SvgPicture.of(graph, Highlight.none(), String.valueOf(file.getFileName()));
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
