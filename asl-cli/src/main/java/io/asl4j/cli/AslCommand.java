package io.asl4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code asl} command: parses the command line, runs the subcommand, and turns whatever comes
 * of it into messages and an exit code.
 */
@Command(
    name = "asl",
    header = "Amazon States Language on your own machine: check, run and test state machines.",
    description = {
      "Results go to standard output, everything else to standard error.",
      "Exit codes: 0 it went well, 1 the run or the check failed, 2 bad usage or input, 3 a bug in"
          + " asl."
    },
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = AslVersion.class,
    footer = {
      "  asl run order.asl.json --input order.json --tasks tasks.yaml",
      "  asl replay recordings/",
      "  asl --version",
      "  asl help completion",
      "",
      "NO_COLOR turns colours off; ASL_DEBUG=1 is the same as --debug."
    })
public final class AslCommand implements Callable<ExitCode> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli acts on the annotation
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version of asl and of the Java that runs it.")
  @SuppressWarnings("unused") // picocli acts on the annotation
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Shows the stack trace of a bug.")
  private boolean debug;

  /** Commands that tell of the others. */
  private static final Set<String> ALL_COMMANDS = Set.of("help", "completion");

  private final Terminal terminal;
  private final List<Object> subcommands;

  AslCommand(Terminal terminal, List<Object> subcommands) {
    this.terminal = terminal;
    this.subcommands = subcommands;
  }

  /** The command with all its subcommands: each is a class that gets what it needs when made. */
  static AslCommand on(Terminal terminal) {
    return new AslCommand(
        terminal,
        List.of(
            new RunCommand(terminal, System.in),
            new TestCommand(terminal),
            new ReplayCommand(terminal),
            new RecordCommand(terminal),
            new ValidateCommand(terminal, System.in),
            new ExplainCommand(terminal),
            new GraphCommand(terminal),
            new FormatCommand(terminal),
            new DiffCommand(terminal),
            new SchemaCommand(terminal),
            new ProofCommand(terminal),
            new CompletionCommand(terminal),
            new HelpCommand(terminal)));
  }

  /**
   * Runs one command line.
   *
   * <p>Returns always: a mistake of the caller and a bug of ours are shown on {@link
   * Terminal#err()} and become exit codes too.
   */
  public static ExitCode run(Terminal terminal, String... arguments) {
    return on(terminal).run(arguments);
  }

  ExitCode run(String... arguments) {
    ExitCode exit;
    try {
      exit = ExitCode.of(commandLine(needed(arguments)).execute(arguments));
    } catch (RuntimeException | Error e) {
      exit = ended(e);
    }
    terminal.err().flush();
    if (terminal.out().checkError()) {
      terminal.show(new UserError("Standard output could not be written."));
      return exit == ExitCode.OK ? ExitCode.FAILED : exit;
    }
    return exit;
  }

  CommandLine commandLine() {
    return commandLine(subcommands);
  }

  /**
   * The subcommands that a command line can be about. Making the model of one takes 10 ms of a
   * start, so those that were not named are left out; help and completion tell of all.
   */
  private List<Object> needed(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    List<Object> named =
        subcommands.stream()
            .filter(subcommand -> !ALL_COMMANDS.contains(first) && first.equals(name(subcommand)))
            .toList();
    return named.isEmpty() ? subcommands : named;
  }

  private static String name(Object subcommand) {
    Command command = subcommand.getClass().getAnnotation(Command.class);
    return command == null ? "" : command.name();
  }

  private CommandLine commandLine(List<Object> subcommands) {
    CommandLine commandLine = new CommandLine(this);
    subcommands.forEach(commandLine::addSubcommand);
    commandLine.getSubcommands().values().forEach(AslCommand::layOutHelp);
    layOutHelp(commandLine);
    Ansi ansi = terminal.outPaint().on() ? Ansi.ON : Ansi.OFF;
    return commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(AslCommand::execute)
        .setParameterExceptionHandler((wrong, given) -> badUsage(wrong).code())
        .setExecutionExceptionHandler((thrown, at, parsed) -> ended(thrown).code());
  }

  /** The same order and headings in the help of every command; its footer is its examples. */
  private static void layOutHelp(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .descriptionHeading("%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%nExamples:%n");
  }

  /** A command line without a subcommand asks for nothing. */
  @Override
  public ExitCode call() {
    throw new UserError(
        "No command was given.",
        "`asl --help` lists the commands, `asl help COMMAND` explains one.");
  }

  private static int execute(ParseResult parsed) {
    int code = new RunLast().execute(parsed);
    CommandLine last = parsed.asCommandLineList().getLast();
    return last.getExecutionResult() instanceof ExitCode exit ? exit.code() : code;
  }

  private ExitCode badUsage(ParameterException wrong) {
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    String hint = "`" + command + " --help` shows what it takes.";
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String found = unmatched.getUnmatched().getFirst();
      // The likeliest comes first; the others may have little in common with what was typed.
      Optional<String> meant = unmatched.getSuggestions().stream().findFirst();
      terminal.show(
          new UserError(
              "`%s` is not %s of `%s`.".formatted(found, kind(unmatched), command),
              meant.map(likely -> "Did you mean `%s`? %s".formatted(likely, hint)).orElse(hint)));
    } else {
      terminal.show(new UserError(wrong.getMessage() + ".", hint));
    }
    return ExitCode.BAD_INPUT;
  }

  private static String kind(UnmatchedArgumentException unmatched) {
    if (unmatched.isUnknownOption()) {
      return "an option";
    }
    return unmatched.getCommandLine().getSubcommands().isEmpty() ? "an argument" : "a command";
  }

  private ExitCode ended(Throwable thrown) {
    if (thrown instanceof UserError error) {
      terminal.show(error);
      return ExitCode.BAD_INPUT;
    }
    if (thrown instanceof OutOfMemoryError) {
      terminal.show(
          new UserError("Java ran out of memory.", "Give it more: ASL_JAVA_OPTS=-Xmx4g asl ..."));
      return ExitCode.FAILED;
    }
    return bug(thrown);
  }

  private ExitCode bug(Throwable cause) {
    PrintWriter err = terminal.err();
    err.println(terminal.errPaint().red("bug:") + " asl stopped at a mistake of its own: " + cause);
    err.println(
        "  Your definition and input are not to blame. Please report this with the command");
    err.println(
        "  line, the output of `asl --version` and what the same command prints with --debug.");
    if (debug || "1".equals(terminal.environment().get("ASL_DEBUG"))) {
      cause.printStackTrace(err);
    }
    return ExitCode.BUG;
  }
}
