package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is handed to {@code asl run}: a message with the place, exit code 2, no stack trace, no
 * hang.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BadInputTest {

  private static final String PASS =
      "{ \"StartAt\": \"S\", \"States\": { \"S\": { \"Type\": \"Pass\", \"End\": true } } }";

  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThere() {
    refused("There is no file", "run", folder.resolve("none.asl.json").toString());
  }

  @Test
  void aFolderInPlaceOfAFile() throws IOException {
    refused("is a directory, not a file", "run", folder.toString());
    refused("is a directory, not a file", "run", definition(PASS), "-i", folder.toString());
    refused("is a directory, not a file", "run", definition(PASS), "-t", folder.toString());
    refused("it is a directory", "run", definition(PASS), "--history", folder.toString());
  }

  @Test
  void aBinaryFile() throws IOException {
    byte[] binary = {0x7f, 'E', 'L', 'F', 2, 1, 0, 0, (byte) 0xff};
    String file = Files.write(folder.resolve("binary"), binary).toString();

    refused("binary is not UTF-8 text: byte 9", "run", file);
    refused("binary is not UTF-8 text", "run", definition(PASS), "--input", file);
    refused("binary is not UTF-8 text", "run", definition(PASS), "--tasks", file);
  }

  @Test
  void aDefinitionThatIsNotJson() throws IOException {
    refused("m.asl.json:2:1", "run", definition("{ \"StartAt\": \"S\",\n] }"));
  }

  @Test
  void anEmptyDefinition() throws IOException {
    refused("m.asl.json:1:1", "run", definition(""));
  }

  @Test
  void aDefinitionWithValuesOfWrongTypes() throws IOException {
    String text =
        "{ \"StartAt\": 7,\n"
            + "\"States\": { \"S\": { \"Type\": \"Wait\",\n"
            + "\"Seconds\": \"ten\", \"End\": \"yes\" } } }";

    CommandLineRun run = refused("m.asl.json:1:14", "run", definition(text));

    assertThat(run.err()).contains("m.asl.json:3:12").contains("m.asl.json:3:26");
  }

  @Test
  void aStateThatGoesNowhere() throws IOException {
    String text =
        "{ \"StartAt\": \"Ship\", \"States\": {\n"
            + "\"Ship\": { \"Type\": \"Pass\", \"Next\": \"Shipp\" } } }";

    refused("m.asl.json:2:35", "run", definition(text));
  }

  @Test
  void tasksThatNobodyAnswersAllAtOnceWithTheLinesToAdd() throws IOException {
    String text =
        """
        { "StartAt": "A b", "States": {
            "A b": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "é" },
            "é": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Next": "C", "Parameters": {
                     "Authentication": { "ConnectionArn": "arn:aws:events:x" } } },
            "C": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true,
                   "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET" } } } }
        """;

    CommandLineRun run = refused("2 Task states have no answer", "run", definition(text));

    assertThat(run.err())
        .contains("m.asl.json:2:42")
        .contains("m.asl.json:3:40")
        .contains("The HTTP Task `é` uses a connection, which is not known here.")
        .contains("    A b: { return: {} }")
        .contains("    \"é\": { return: {} }");
  }

  @Test
  void aTasksFileThatNamesAStateThatDoesNotExist() throws IOException {
    String tasks = file("tasks.yaml", "states:\n  Chrage: { return: 1 }\n");
    String text =
        "{ \"StartAt\": \"Charge\", \"States\": { \"Charge\": { \"Type\": \"Task\", \"Resource\":"
            + " \"arn:aws:states:::lambda:invoke\", \"End\": true } } }";

    CommandLineRun run = refused("tasks.yaml:2:3", "run", definition(text), "--tasks", tasks);

    assertThat(run.err()).contains("did you mean `Charge`?");
  }

  @Test
  void aTasksFileThatIsNotYaml() throws IOException {
    String tasks = file("tasks.yaml", "states:\n  A: {{{\n");

    refused("tasks.yaml:", "run", definition(PASS), "--tasks", tasks);
  }

  @Test
  void aVeryLargeDefinition() throws IOException {
    StringBuilder text = new StringBuilder("{ \"StartAt\": \"S0\", \"States\": {\n");
    int states = 100_000;
    for (int i = 0; i < states; i++) {
      text.append("\"S")
          .append(i)
          .append("\": { \"Type\": \"Pass\", \"Comment\": \"")
          .append("x".repeat(40))
          .append("\", \"Next\": \"S")
          .append(i + 1)
          .append("\" },\n");
    }
    text.append("\"S")
        .append(states)
        .append("\": { \"Type\": \"Pass\", \"Next\": \"Nowhere\" } } }");
    assertThat(text.length()).isGreaterThan(10_000_000);

    refused("m.asl.json:" + (states + 2), "run", definition(text.toString()));
  }

  @Test
  void nestingTwoThousandDeep() throws IOException {
    String deep = "[".repeat(2000) + "]".repeat(2000);

    refused(
        "m.asl.json:1:",
        "run",
        definition(PASS.replace("\"Pass\"", "\"Pass\", \"Result\": " + deep)));
    refused("--input:1:1001", "run", definition(PASS), "--input", deep);
  }

  @Test
  void aNumberThatNoReaderHolds() throws IOException {
    refused(
        "m.asl.json:1:",
        "run",
        definition(PASS.replace("\"Pass\"", "\"Pass\", \"Result\": 1e400")));
    refused(
        "m.asl.json:1:",
        "run",
        definition(PASS.replace("\"Pass\"", "\"Wait\", \"Seconds\": 1e400")));
    refused("--input:1:6", "run", definition(PASS), "--input", "{\"n\":-1e400}");
    refused("--input:1:7", "run", definition(PASS), "--input", "{\"n\": 1e999999999}");
  }

  @Test
  void anInputThatIsNotJson() throws IOException {
    refused("--input:1:8", "run", definition(PASS), "--input", "{ \"a\": }");
    refused("in.json:1:1", "run", definition(PASS), "--input", file("in.json", "nothing"));
    refused("neither JSON nor a file", "run", definition(PASS), "--input", "nothing");
  }

  @Test
  void anEmptyInput() throws IOException {
    refused("is empty", "run", definition(PASS), "--input", file("in.json", " \n"));
    refused("neither JSON nor a file", "run", definition(PASS), "--input", "");
  }

  @Test
  void standardInputThatIsEmptyOrNoText() throws IOException {
    String definition = definition(PASS);

    withStandardInput(
        new byte[0], () -> refused("<standard input> is empty", "run", definition, "-i", "-"));
    withStandardInput(
        new byte[] {(byte) 0xff},
        () -> refused("Standard input is not UTF-8 text", "run", definition, "-i", "-"));
    withStandardInput(
        "{ \"a\": 1 ".getBytes(StandardCharsets.UTF_8),
        () -> refused("<standard input>:1:10", "run", definition, "-i", "-"));
  }

  @Test
  void aHistoryThatCannotBeWritten() throws IOException {
    Path nowhere = folder.resolve("no-folder").resolve("h.json");

    refused("there is no folder", "run", definition(PASS), "--history", nowhere.toString());
  }

  @Test
  void optionsThatMakeNoSense() throws IOException {
    refused("--time", "run", definition(PASS), "--time", "slow");
    refused("--seed", "run", definition(PASS), "--seed", "x");
    refused("DEFINITION", "run");
  }

  private static void withStandardInput(byte[] bytes, Runnable action) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(bytes));
    try {
      action.run();
    } finally {
      System.setIn(before);
    }
  }

  private static CommandLineRun refused(String message, String... commandLine) {
    CommandLineRun run = CommandLineRun.asl(commandLine);
    assertThat(run.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    return run;
  }

  private String definition(String text) throws IOException {
    return file("m.asl.json", text);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
