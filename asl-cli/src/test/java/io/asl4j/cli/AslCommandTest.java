package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class AslCommandTest {
  private static final String ESCAPE = "\u001b[";

  @Test
  void helpGoesToStandardOutputAndNamesEveryCommand() {
    CommandLineRun run = asl("--help");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: asl", "Commands:", "Options:", "Examples:");
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("  completion "));
  }

  static List<String> commands() {
    return List.copyOf(AslCommand.on(quietTerminal()).commandLine().getSubcommands().keySet());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItselfWithExamples(String command) {
    CommandLineRun byOption = asl(command, "--help");
    CommandLineRun byCommand = asl("help", command);

    assertThat(byOption.exit()).isEqualTo(ExitCode.OK);
    assertThat(byOption.err()).isEmpty();
    assertThat(byOption.out()).isEqualTo(byCommand.out());
    assertThat(byOption.outLines().getFirst()).endsWith(".");
    assertThat(byOption.out()).contains("Usage: asl " + command);
    assertThat(byOption.out().split("\nExamples:\n", 2)[1]).contains("asl " + command);
    assertThat(byOption.outLines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void versionNamesTheBuildAndTheJava() {
    CommandLineRun run = asl("--version");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .singleElement()
        .asString()
        .matches("asl \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d.*\\)");
  }

  @Test
  void aCommandLineWithoutACommandIsBadUsage() {
    CommandLineRun run = asl();

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "error: No command was given.",
            "  `asl --help` lists the commands, `asl help COMMAND` explains one.");
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheOneThatWasMeant() {
    CommandLineRun run = asl("complete");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "error: `complete` is not a command of `asl`.",
            "  Did you mean `completion`? `asl --help` shows what it takes.");
  }

  @Test
  void aMistypedOptionIsAnsweredWithTheOneThatWasMeant() {
    CommandLineRun run = asl("--versoin");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errLines().getFirst())
        .isEqualTo("error: `--versoin` is not an option of `asl`.");
    assertThat(run.err()).contains("Did you mean `--version`?");
  }

  @Test
  void aMissingArgumentIsNamed() {
    CommandLineRun run = asl("completion");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errLines())
        .containsExactly(
            "error: Missing required parameter: 'SHELL'.",
            "  `asl completion --help` shows what it takes.");
  }

  @Test
  void helpForAnUnknownCommandIsBadUsage() {
    CommandLineRun run = asl("help", "nonsense");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errLines().getFirst()).isEqualTo("error: `nonsense` is not a command of `asl`.");
  }

  @Test
  void coloursAreUsedOnATerminalOnly() {
    assertThat(asl(Map.of(), true, "--help").out()).contains(ESCAPE);
    assertThat(asl(Map.of(), true, "--nonsense").err()).startsWith(ESCAPE);

    assertThat(asl(Map.of(), false, "--help").out()).doesNotContain(ESCAPE);
    assertThat(asl(Map.of(), false, "--nonsense").err()).doesNotContain(ESCAPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "yes", "0"})
  void anyValueOfNoColorTurnsColoursOff(String value) {
    Map<String, String> environment = Map.of("NO_COLOR", value);

    assertThat(asl(environment, true, "--help").out()).doesNotContain(ESCAPE);
    assertThat(asl(environment, true, "--nonsense").err()).doesNotContain(ESCAPE);
  }

  @Test
  void anEmptyNoColorLeavesColoursOn() {
    assertThat(asl(Map.of("NO_COLOR", ""), true, "--help").out()).contains(ESCAPE);
  }

  @Test
  void aDumbTerminalGetsNoColours() {
    assertThat(asl(Map.of("TERM", "dumb"), true, "--help").out()).doesNotContain(ESCAPE);
  }

  @Test
  void whatTheCallerHasToMendIsShownWithoutAStackTrace() {
    CommandLineRun run =
        ending(
            () -> {
              throw new UserError("`order.json` is not there.", "Give a file that can be read.");
            },
            Map.of());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly("error: `order.json` is not there.", "  Give a file that can be read.");
  }

  @Test
  void aBugOfOursAsksForAReportAndHidesItsStackTrace() {
    CommandLineRun run = ending(AslCommandTest::broken, Map.of());

    assertThat(run.exit()).isEqualTo(ExitCode.BUG);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().getFirst())
        .isEqualTo(
            "bug: asl stopped at a mistake of its own: java.lang.IllegalStateException: two roots");
    assertThat(run.err()).contains("report", "--debug").doesNotContain("\tat ");
  }

  @Test
  void debugShowsTheStackTraceOfABug() {
    assertThat(ending(AslCommandTest::broken, Map.of(), "--debug").err())
        .contains("\tat io.asl4j.cli.AslCommandTest.broken");
    assertThat(ending(AslCommandTest::broken, Map.of("ASL_DEBUG", "1")).err())
        .contains("\tat io.asl4j.cli.AslCommandTest.broken");
  }

  @Test
  void anErrorOfTheMachineIsABugToo() {
    CommandLineRun run =
        ending(
            () -> {
              throw new StackOverflowError();
            },
            Map.of());

    assertThat(run.exit()).isEqualTo(ExitCode.BUG);
    assertThat(run.errLines().getFirst()).endsWith("java.lang.StackOverflowError");
  }

  @Test
  void runningOutOfMemoryIsAFailureWithAdvice() {
    CommandLineRun run =
        ending(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            },
            Map.of());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("ran out of memory", "ASL_JAVA_OPTS");
  }

  @Test
  void aResultThatCannotBeWrittenIsNotASuccess() {
    StringWriter err = new StringWriter();
    Terminal terminal =
        Terminal.of(new PrintWriter(new FullDisk()), new PrintWriter(err), false, false, Map.of());

    assertThat(AslCommand.run(terminal, "--help")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("Standard output could not be written.");
  }

  private static ExitCode broken() {
    throw new IllegalStateException("two roots");
  }

  /** Runs {@code asl ending}, a command made for this test that ends as is asked. */
  private static CommandLineRun ending(
      Callable<ExitCode> end, Map<String, String> environment, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        Terminal.of(new PrintWriter(out), new PrintWriter(err), false, false, environment);
    AslCommand asl = new AslCommand(terminal, List.of(new Ending(end)));
    String[] arguments = new String[options.length + 1];
    arguments[0] = "ending";
    System.arraycopy(options, 0, arguments, 1, options.length);
    ExitCode exit = asl.run(arguments);
    return new CommandLineRun(exit, out.toString(), err.toString());
  }

  private static Terminal quietTerminal() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return Terminal.of(nowhere, nowhere, false, false, Map.of());
  }

  @Command(name = "ending")
  private record Ending(Callable<ExitCode> end) implements Callable<ExitCode> {
    @Override
    public ExitCode call() throws Exception {
      return end.call();
    }
  }

  private static final class FullDisk extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
