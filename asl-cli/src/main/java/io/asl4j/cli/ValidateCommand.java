package io.asl4j.cli;

import io.asl4j.cli.check.Baseline;
import io.asl4j.cli.check.CheckRefused;
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
import io.asl4j.core.json.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks definitions as AWS would when they are deployed, and warns of more. */
@Command(
    name = "validate",
    header = "Checks definitions as AWS would when they are deployed, and warns of more.",
    description = {
      "Errors are what AWS refuses; warnings are what it takes but hardly does what was meant. In a"
          + " folder all definitions are checked, also those in templates.",
      "Exit codes: 0 nothing found that fails, 1 something found, 2 bad usage, 3 a bug in asl."
    },
    footer = {
      "  asl validate",
      "  asl validate flows/ template.yaml",
      "  asl validate 'flows/**.asl.json' --format pretty --format sarif=asl.sarif",
      "  asl validate - --stdin-filename order.asl.yaml < order.asl.yaml"
    })
final class ValidateCommand implements Callable<ExitCode> {
  private final Terminal terminal;
  private final InputStream standardInput;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files, folders or globs; - for standard input. The working folder if none is given.")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      description =
          "pretty, json, sarif, junit, github or gitlab; with =FILE into a file. Can be given more"
              + " than once. Default: pretty, and github inside GitHub Actions.")
  private List<String> formats = List.of();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "What the definitions are for: standard (default), express, or embedded in an"
              + " application.")
  private String type = "";

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "The mildest finding that fails: error (default), warning, info or never.")
  private String failOn = "";

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The name that reports give standard input; its ending tells JSON from YAML.")
  private String stdinName = "<stdin>";

  @Option(
      names = "--cost",
      description = "Also tells what one run takes in state transitions and costs.")
  private boolean costs;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leaves out files, such as 'src/test/**'. Can be given more than once.")
  private List<String> excluded = List.of();

  @Option(
      names = "--allow-nothing",
      description = "Ends well also where there is no definition to check.")
  private boolean allowsNothing;

  @Option(
      names = "--substitution",
      paramLabel = "NAME",
      description =
          "A placeholder that a deployment replaces, besides those that the configuration names;"
              + " others are then reported. Can be given more than once.")
  private List<String> substitutions = List.of();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; otherwise the nearest .asl.toml above each file.")
  private @Nullable Path configuration;

  @Option(names = "--no-config", description = "Heeds no .asl.toml.")
  private boolean withoutConfiguration;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leaves out the findings that this file lists.")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Writes all findings down as known, and ends well.")
  private @Nullable Path writeBaseline;

  ValidateCommand(Terminal terminal, InputStream standardInput) {
    this.terminal = terminal;
    this.standardInput = standardInput;
  }

  @Override
  public ExitCode call() {
    try {
      NearestSettings settings = settings();
      Settings here = settings.in(Path.of(""));
      Optional<Severity> failsAt =
          failsAt(failOn.isEmpty() ? here.failOn().orElse("error") : failOn);
      ReportOutputs outputs = ReportOutputs.of(formats, failsAt, terminal);
      List<Checked> checked = check(new Checker(target(), settings, costs, WallClock.now()));
      if (writeBaseline != null) {
        Baseline.write(checked, writeBaseline);
        terminal.err().println("The baseline is written to " + writeBaseline + ".");
        return ExitCode.OK;
      }
      Optional<Path> known = Optional.ofNullable(baseline).or(here::baseline);
      List<Checked> fresh =
          known.isPresent() ? Baseline.read(known.get()).without(checked) : checked;
      outputs.write(fresh);
      return isFailed(fresh, failsAt) ? ExitCode.FAILED : ExitCode.OK;
    } catch (CheckRefused e) {
      throw new UserError(e.message(), e.hint().orElse(""));
    }
  }

  private NearestSettings settings() {
    Set<String> names = Set.copyOf(substitutions);
    if (withoutConfiguration) {
      return NearestSettings.always(Settings.none(), names);
    }
    return configuration == null
        ? NearestSettings.upwards(names)
        : NearestSettings.always(Settings.read(configuration), names);
  }

  private List<Checked> check(Checker checker) {
    List<String> onDisk = paths.stream().filter(path -> !path.equals("-")).toList();
    List<Checked> checked = new ArrayList<>();
    if (onDisk.size() < paths.size()) {
      checked.add(checkStandardInput(checker));
    }
    if (!onDisk.isEmpty() || paths.isEmpty()) {
      List<String> searched = paths.isEmpty() ? List.of(".") : onDisk;
      List<FoundFile> files = DefinitionFiles.find(searched, excluded, Path.of(""));
      checked.addAll(CheckRun.over(files, checker));
    }
    if (checked.isEmpty() && !allowsNothing) {
      throw new UserError(
          "There is no definition in "
              + String.join(", ", paths.isEmpty() ? List.of(".") : paths)
              + ".",
          "A definition is a file with StartAt and States, or a template with state machines.");
    }
    return checked;
  }

  /** Where the text would be, for files that a template names. */
  private String stdinPath() {
    return stdinName.startsWith("<") ? "stdin" : stdinName;
  }

  private Checked checkStandardInput(Checker checker) {
    try {
      byte[] bytes = standardInput.readNBytes((int) Checker.MAX_BYTES + 1);
      if (bytes.length > Checker.MAX_BYTES) {
        return Checker.tooBig(stdinName);
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      SourceText source = SourceText.of(stdinName, text);
      return checker.check(source, Path.of(stdinPath()), true).orElseThrow();
    } catch (CharacterCodingException e) {
      throw new UserError("Standard input is not UTF-8 text.");
    } catch (IOException e) {
      throw new UserError("Standard input could not be read: " + e.getMessage() + ".");
    }
  }

  private Optional<Target> target() {
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Target.named(type)
            .orElseThrow(
                () ->
                    new UserError(
                        "`--type` cannot be `" + type + "`.",
                        "It is one of: standard, express, embedded.")));
  }

  private static Optional<Severity> failsAt(String word) {
    return switch (word) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "info" -> Optional.of(Severity.INFO);
      case "never" -> Optional.empty();
      default ->
          throw new UserError(
              "`" + word + "` is not what a check can fail on.",
              "It is one of: error, warning, info, never.");
    };
  }

  private static boolean isFailed(List<Checked> checked, Optional<Severity> failsAt) {
    return failsAt.isPresent()
        && checked.stream()
            .flatMap(file -> file.diagnostics().stream())
            .map(Diagnostic::severity)
            .anyMatch(severity -> severity.compareTo(failsAt.get()) <= 0);
  }
}
