package io.asl4j.cli;

import io.asl4j.cli.check.CheckRefused;
import io.asl4j.cli.check.DefinitionFiles;
import io.asl4j.cli.check.FoundFile;
import io.asl4j.cli.format.FormattedJson;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats definitions in JSON. */
@Command(
    name = "fmt",
    header = "Formats definitions in JSON, comments included.",
    description = {
      "Files are written anew where their format differs; in a folder those called *.asl.json,"
          + " *.asl.jsonc and *.asl. YAML is left alone: writing it anew would lose comments,"
          + " anchors and styles of text.",
      "Exit codes: 0 all is well, 1 --check found a file to format, 2 bad usage or input."
    },
    footer = {"  asl fmt flows/", "  asl fmt --check --order flows/"})
final class FormatCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, folders or globs.")
  private List<String> paths = List.of();

  @Option(names = "--check", description = "Writes nothing; names the files to format.")
  private boolean isCheck;

  @Option(
      names = "--order",
      description = "Also puts the fields of machines and states into canonical order.")
  private boolean isOrdered;

  FormatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    int different = 0;
    try {
      for (FoundFile file : DefinitionFiles.find(paths, Path.of(""))) {
        boolean isMeant = file.isAskedFor() || file.name().matches(".*\\.asl(\\.jsonc?)?");
        if (isMeant && isDifferent(file)) {
          different++;
          terminal.out().println(file.name());
        }
      }
    } catch (CheckRefused e) {
      throw new UserError(e.message(), e.hint().orElse(""));
    }
    return isCheck && different > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private boolean isDifferent(FoundFile file) {
    try {
      SourceText text = SourceText.of(file.name(), SourceText.read(file.path()).text());
      if (DefinitionText.formatOf(text) == DefinitionText.Format.YAML) {
        throw new UserError(
            "`" + file.name() + "` is YAML, and only JSON is formatted.",
            "YAML has comments, anchors and styles of text that writing it anew would lose;"
                + " prettier or yamlfmt keep them.");
      }
      String formatted = FormattedJson.of(text, isOrdered);
      if (formatted.equals(Files.readString(file.path()))) {
        return false;
      }
      if (!isCheck) {
        Files.writeString(file.path(), formatted);
      }
      return true;
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "`" + file.name() + "` is no JSON: " + e.getMessage(),
          "`asl validate " + file.name() + "` shows the place.");
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UserError("`" + file.name() + "` cannot be written: " + e + ".");
    }
  }
}
