package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  private static final Path FIXTURES = Path.of("../src-test-fixtures/testing");
  private static final Path PAGE = Path.of("../docs/testing.md");

  private static final String PAUSE =
      """
      {"StartAt": "Pause", "States": {
        "Pause": {"Type": "Wait", "Seconds": 60, "Next": "End"},
        "End": {"Type": "Pass", "Result": "done", "End": true}}}\
      """;

  @TempDir Path folder;

  private static String fixture(String name) {
    return FIXTURES.resolve(name).toString();
  }

  @Test
  void everyCommandOfThePageWorksInTheOrderItStandsThere() throws IOException {
    String page = Files.readString(PAGE);
    write(page);

    Matcher commands =
        Pattern.compile("<!-- commands -->\n```sh\n(.*?)```", Pattern.DOTALL).matcher(page);
    int count = 0;
    while (commands.find()) {
      for (String line : commands.group(1).lines().toList()) {
        CommandLineRun run = asl(arguments(line));
        assertThat(run.exit()).as(line + "\n" + run.out() + run.err()).isEqualTo(ExitCode.OK);
        count++;
      }
    }
    assertThat(count).isEqualTo(6);
    assertThat(folder.resolve("report.xml")).content().contains("failures=\"0\"");
    assertThat(folder.resolve("asl-coverage/index.html")).exists();
  }

  private void write(String page) throws IOException {
    Matcher files =
        Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (files.find()) {
      Files.writeString(folder.resolve(files.group(1)), files.group(2));
    }
  }

  /** The words of a line after `asl`; names of files and folders are those of the folder here. */
  private String[] arguments(String line) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      boolean path = word.contains(".") || word.equals("asl-coverage");
      words.add(path ? folder.resolve(word).normalize().toString() : word);
    }
    return words.subList(1, words.size()).toArray(String[]::new);
  }

  @Test
  void aFailedCaseEndsBadlyAndShowsWhy() throws IOException {
    Files.writeString(
        folder.resolve("wrong.asltest.yaml"),
        """
        machine: %s
        cases:
          - name: it does not
            input: { items: [] }
            expect: { status: FAILED }
        """
            .formatted(FIXTURES.resolve("order/order.asl.json").toAbsolutePath()));

    CommandLineRun run = asl("test", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains("FAILED it does not")
        .contains("Is it empty -> Nothing to do")
        .endsWith("0 passed, 1 failed\n");
  }

  @Test
  void mistakesInFilesAreSaidAndNothingOfThemIsRun() {
    CommandLineRun run = asl("test", fixture("bad"));

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).contains("bad.asltest.yaml:4:").contains("error[TEST2004]");
    assertThat(run.outLines().getLast()).startsWith("0 passed, 0 failed, ");
  }

  @Test
  void theCodesOfItsFindingsAreExplained() {
    assertThat(asl("explain", "TEST2012").out())
        .contains("A condition of a mock is no JSONata condition")
        .contains("Right:")
        .doesNotContain("AWS");
    assertThat(asl("explain", "task1003").exit()).isEqualTo(ExitCode.OK);
    assertThat(asl("explain").outLines())
        .anyMatch(line -> line.startsWith("TEST2013"))
        .anyMatch(line -> line.startsWith("ASL1001"));
  }

  @Test
  void tooLittleCoverageEndsBadly() {
    CommandLineRun run = asl("test", fixture("order"), "--fail-under", "99.5");

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).contains("--fail-under asks for 99.5 %");
  }

  @Test
  void namesChooseCases() {
    CommandLineRun run = asl("test", fixture("order"), "--name", "*empty*");

    assertThat(run.outLines())
        .containsExactly("passed an empty order ends at once", "1 passed, 0 failed");
  }

  @Test
  void aFolderWithoutTestFilesIsAMistake() {
    CommandLineRun run = asl("test", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("There is no *.asltest.yaml in");
  }

  @Test
  void anUnknownCaseOfAMockFileIsAMistakeWithASuggestion() {
    CommandLineRun run =
        asl(
            "test",
            fixture("sfn-local/greeting.asl.json"),
            "--mock-config",
            fixture("sfn-local/MockConfigFile.json"),
            "--case",
            "Wroks");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Did you mean `Works`?");
  }

  @Test
  void aHistoryThatWasRecordedIsReplayed() throws IOException {
    Path example = Path.of("../asl-examples/order");
    Path history = folder.resolve("history.json");
    asl(
        "run",
        example.resolve("order.asl.json").toString(),
        "--input",
        example.resolve("order.json").toString(),
        "--tasks",
        example.resolve("tasks.yaml").toString(),
        "--time",
        "virtual",
        "--history",
        history.toString());
    Path recorded = folder.resolve("case.json");

    CommandLineRun record =
        asl(
            "record",
            history.toString(),
            "--definition",
            example.resolve("order.asl.json").toString(),
            "--redact",
            "card",
            "--output",
            recorded.toString());

    assertThat(record.exit()).as(record.err()).isEqualTo(ExitCode.OK);
    assertThat(recorded).content().doesNotContain("tok_visa_4242").contains("redacted");
    CommandLineRun replay = asl("replay", recorded.toString());
    assertThat(replay.exit()).as(replay.out()).isEqualTo(ExitCode.OK);
    assertThat(replay.outLines().getLast()).isEqualTo("1 passed, 0 failed, 0 not supported");
  }

  @Test
  void aRecordedCaseFailsReadablyWhenTheDefinitionChanges() throws IOException {
    Path definition = folder.resolve("definitions/pause.asl.json");
    Files.createDirectories(folder.resolve("definitions"));
    Files.createDirectories(folder.resolve("recordings"));
    Files.writeString(definition, PAUSE);
    String history = folder.resolve("history.json").toString();
    String recorded = folder.resolve("recordings/pause.json").toString();
    asl("run", definition.toString(), "--time", "virtual", "--history", history);

    CommandLineRun record =
        asl("record", history, "--definition", definition.toString(), "--output", recorded);

    assertThat(record.exit()).as(record.err()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("recordings/pause.json"))
        .content()
        .contains("\"definitionFile\": \"../definitions/pause.asl.json\"");
    assertThat(asl("replay", recorded).exit()).isEqualTo(ExitCode.OK);

    Files.writeString(definition, PAUSE.replace("\"done\"", "\"finished\""));
    CommandLineRun changed = asl("replay", recorded);
    assertThat(changed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(changed.out()).contains("/output: expected \"done\", got \"finished\"");

    Files.delete(definition);
    CommandLineRun gone = asl("replay", recorded);
    assertThat(gone.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(gone.out() + gone.err())
        .contains("The definition `../definitions/pause.asl.json` cannot be read");
  }

  @Test
  void aHistoryThatIsCutIsRefused() throws IOException {
    Path history =
        Files.writeString(
            folder.resolve("cut.json"),
            """
            {"events": [{"id": 2, "previousEventId": 0, "type": "PassStateEntered"}]}\
            """);

    CommandLineRun run =
        asl("record", history.toString(), "--definition", fixture("order/order.asl.json"));

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("has no event 1");
  }
}
