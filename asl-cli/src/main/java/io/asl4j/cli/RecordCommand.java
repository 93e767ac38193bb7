package io.asl4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonText;
import io.asl4j.core.json.Redaction;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.suite.HistoryRecording;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a case for {@code asl replay} out of the history of an execution. */
@Command(
    name = "record",
    header = "Makes a test out of the history of an execution, for asl replay.",
    description = {
      "The history is what `aws stepfunctions get-execution-history --execution-arn ARN` or"
          + " `asl run --history FILE` writes. The case names the file of the definition, and fails"
          + " when that no longer does what it did.",
      "Fields with telling names, such as password or apiKey, are redacted, and their values"
          + " wherever else they occur."
    },
    footer = {
      "  asl record history.json --definition order.asl.json --output recordings/declined.json",
      "  asl record history.json --definition order.asl.json --redact email --redact 'card*'",
      "  asl replay recordings/"
    })
final class RecordCommand implements Callable<ExitCode> {

  private final Terminal terminal;

  @Parameters(paramLabel = "HISTORY.json", description = "The history of one execution.")
  private Path file = Path.of("");

  @Option(
      names = "--definition",
      paramLabel = "FILE",
      required = true,
      description = "The definition that was run.")
  private Path definition = Path.of("");

  /** Null for one made of the file names. */
  @Option(
      names = "--id",
      paramLabel = "AREA/NAME",
      description = "Names the case; by default after the files.")
  private @Nullable String id;

  @Option(
      names = "--redact",
      paramLabel = "FIELD",
      description =
          "Also redacts fields of that name; * is any run of characters. May be repeated.")
  private List<String> redact = List.of();

  /** Null for standard output. */
  @Option(names = "--output", paramLabel = "FILE", description = "Writes the case there.")
  private @Nullable Path output;

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    SourceDocument history = read(file);
    Parsed parsed = parsed();
    if (!parsed.isValid()) {
      terminal.err().print(DiagnosticPrinter.plain().print(parsed.diagnostics()));
      return ExitCode.BAD_INPUT;
    }
    String name = id == null ? base(definition) + "/" + base(file) : id;
    String made;
    try {
      Definition ran = Definition.of(parsed);
      ObjectNode recorded = HistoryRecording.of(history.root(), ran, name, Redaction.with(redact));
      if (!HistoryRecording.follow(recorded, ran, definitionFile())) {
        terminal
            .err()
            .println(
                "warning: The definition itself holds redacted values, so the case has a copy of it"
                    + " without them, and does not follow its changes.");
      }
      made = Json.pretty(recorded);
    } catch (IOException e) {
      throw new UserError("%s: %s".formatted(file, e.getMessage()));
    }
    if (output == null) {
      terminal.out().println(made);
      return ExitCode.OK;
    }
    try {
      Files.writeString(output, made + "\n");
    } catch (IOException e) {
      throw new UserError(
          "The case cannot be written to `%s`: %s.".formatted(output, e.getMessage()),
          "Its folder must exist.");
    }
    return ExitCode.OK;
  }

  /** The way from the case to the definition; from here, when the case goes to standard output. */
  private String definitionFile() {
    Path folder = output == null ? null : output.toAbsolutePath().normalize().getParent();
    Path here = Path.of("").toAbsolutePath();
    Path target = definition.toAbsolutePath().normalize();
    return (folder == null ? here : folder).relativize(target).toString().replace('\\', '/');
  }

  private static String base(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Reads a file of JSON.
   *
   * @throws UserError if it is none
   */
  static SourceDocument read(Path path) {
    try {
      SourceDocument document = JsonText.read(SourceText.read(path));
      if (!document.problems().isEmpty()) {
        throw new UserError(
            "%s:%s: %s"
                .formatted(
                    path,
                    document.problems().getFirst().range(),
                    document.problems().getFirst().message()));
      }
      return document;
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private Parsed parsed() {
    try {
      return Asl.read(definition);
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }
}
