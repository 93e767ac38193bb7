package io.asl4j.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a state machine on this machine and shows its path. */
@Command(
    name = "run",
    header = "Runs a state machine here and shows the path it takes.",
    description = {
      "The path goes to standard error; the output, or with --format json one object with status,"
          + " output, error and cause, to standard output.",
      "Task states are answered by the tasks file. HTTP Tasks and executions of definitions in the"
          + " same folder need no line there.",
      "Exit codes: 0 succeeded, 1 failed, timed out or stopped, 2 bad usage or input, 3 a bug in"
          + " asl."
    },
    footer = {
      "  asl run order.asl.json --input order.json --tasks tasks.yaml",
      "  asl run order.asl.json --input '{\"total\": 12}' --tasks tasks.yaml --time virtual",
      "  jq .order all.json | asl run order.asl.json --input - --tasks tasks.yaml --format json"
    })
final class RunCommand implements Callable<ExitCode> {

  /** How the result is written. */
  enum Format {
    pretty,
    json
  }

  /** What a wait costs. */
  enum Time {
    real,
    virtual
  }

  @Parameters(paramLabel = "DEFINITION", description = "The state machine, in JSON or YAML.")
  private Path definition;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE|JSON|-",
      description = "The input: a file, JSON itself, or - for standard input. Without it: {}.")
  private @Nullable String input; // null: not given

  @Option(
      names = {"-t", "--tasks"},
      paramLabel = "FILE",
      description = "Says how Task states are answered, in YAML or JSON.")
  private @Nullable Path tasks; // null: not given

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Writes the history as `aws stepfunctions get-execution-history` prints it.")
  private @Nullable Path history; // null: not given

  @Option(
      names = "--time",
      paramLabel = "real|virtual",
      defaultValue = "real",
      description =
          "real: a wait of an hour takes an hour. virtual: it takes no time at all. Default:"
              + " ${DEFAULT-VALUE}.")
  private Time time;

  @Option(
      names = "--format",
      paramLabel = "pretty|json",
      defaultValue = "pretty",
      description = "How the result is written. Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(names = "--name", paramLabel = "NAME", description = "The name of the execution.")
  private @Nullable String name; // null: not given

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Lets random numbers, unique ids and jitter come out the same again.")
  private @Nullable Long seed; // null: not given

  @Option(
      names = {"-q", "--quiet"},
      description = "Shows no path.")
  private boolean quiet;

  private final Terminal terminal;
  private final InputStream stdin;

  RunCommand(Terminal terminal, InputStream stdin) {
    this.terminal = terminal;
    this.stdin = stdin;
  }

  @Override
  public ExitCode call() {
    HistoryFile historyFile = HistoryFile.at(Optional.ofNullable(history));
    RunSources sources = new RunSources(terminal, stdin);
    RunSources.Definition machine = sources.definition(definition);
    RunRequest request =
        new RunRequest(
            machine,
            sources.input(Optional.ofNullable(input)),
            Optional.ofNullable(name),
            Optional.ofNullable(seed),
            time == Time.virtual);
    try (RunTasks answers = RunTasks.of(request, sources, Optional.ofNullable(tasks));
        RunView view = RunView.of(terminal, answers.shapes(), quiet);
        Interrupt interrupt = Interrupt.watch()) {
      RunEnd end = new Run(request, answers, historyFile).toEnd(view, interrupt);
      return new RunReport(terminal, format == Format.json, quiet).show(end);
    }
  }
}
