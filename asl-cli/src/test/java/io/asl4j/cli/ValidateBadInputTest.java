package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is handed to {@code asl validate}: a finding with its place, exit code 1, no stack
 * trace. Large files are made here and checked by a process with a heap of 256 MB.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ValidateBadInputTest {

  private static final int MEGABYTE = 1024 * 1024;

  @TempDir private Path folder;

  @Test
  void aBinaryFile() throws IOException {
    byte[] bytes = {0x7f, 'E', 'L', 'F', '\n', 1, 2, (byte) 0x80, 0};

    assertFinding(write("flow.asl.json", bytes), "ASL1001", 2, 3, "byte 8, on line 2");
    assertFinding(write("nul.asl.json", new byte[] {'{', 0, '}'}), "ASL1001", 1, 2, "binary");
    assertFinding(write("16.asl.json", utf16("{\"StartAt\": \"A\"}")), "ASL1001", 1, 1, "UTF-16");
  }

  @Test
  void brokenUtf8IsFoundWhereItStands() throws IOException {
    byte[] bytes = "StartAt: A\nStates:\n  Gr\u00fcn: 1\n".getBytes(StandardCharsets.ISO_8859_1);

    assertFinding(write("flow.asl.yaml", bytes), "ASL1001", 3, 5, "not UTF-8");
  }

  @Test
  void aFolderWithoutDefinitionsIsSaidAndNotGreen() throws IOException {
    write("package.json", "{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8));

    CommandLineRun run = asl("validate", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("There is no definition in " + folder);
    assertThat(asl("validate", folder.toString(), "--allow-nothing").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void anEmptyFile() throws IOException {
    assertFinding(write("flow.asl.json", new byte[0]), "ASL1001", 1, 1, "empty");
    assertFinding(write("flow.asl.yaml", "# later\n"), "ASL1001", 2, 1, "empty");
  }

  @Test
  void tabsInYaml() throws IOException {
    assertFinding(
        write("flow.asl.yaml", "StartAt: A\nStates:\n\tA: {Type: Succeed}\n"),
        "ASL1001",
        3,
        1,
        "tab");
  }

  @Test
  void windowsLineEndsAndTabsInJsonCountAsEditorsCount() throws IOException {
    String text =
        "{\r\n"
            + "\t\"StartAt\": \"A\",\r\n"
            + "\t\"States\": {\"A\": {\r\n"
            + "\t\t\"Type\": \"Pass\",\t\"Next\": \"B\"}}}\r\n";

    assertFinding(write("flow.asl.json", text), "ASL2004", 4, 27, "`B`");
  }

  @Test
  void aliasBombs() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [*a%d".formatted(i, i, i - 1));
      bomb.append((", *a" + (i - 1)).repeat(9)).append("]\n");
    }

    Ended ended = withSmallHeap(write("flow.asl.yaml", bomb.toString()));

    assertThat(ended.out())
        .contains("error[ASL1001]: The aliases of this text stand for more than");
  }

  @Test
  void circularAnchors() throws IOException {
    assertFinding(write("a.asl.yaml", "States: &s\n  A: *s\n"), "ASL1001", 2, 6, "never end");
    assertFinding(write("b.asl.yaml", "States: &s\n  <<: *s\n"), "ASL1001", 2, 7, "never end");
  }

  @Test
  void statesNestedTwoThousandDeep() throws IOException {
    String inner = "{\"Type\": \"Pass\", \"End\": true}";
    for (int i = 0; i < 2000; i++) {
      inner =
          "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [{\"StartAt\": \"%d\", \"States\": {\"%d\": %s}}]}"
              .formatted(i, i, inner);
    }
    Path file =
        write("flow.asl.json", "{\"StartAt\": \"A\",\n\"States\": {\"A\":\n" + inner + "}}");

    CommandLineRun run = asl("validate", file.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("error[ASL9002]: Objects and arrays are nested more than");
    assertThat(run.out()).contains("flow.asl.json:3:").hasSizeLessThan(2000);
  }

  @Test
  void blocksOfYamlNestedTwoThousandDeep() throws IOException {
    StringBuilder text =
        new StringBuilder("StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result:\n");
    for (int i = 0; i < 2000; i++) {
      text.append(" ".repeat(6 + i)).append("a:\n");
    }

    CommandLineRun run = asl("validate", write("flow.asl.yaml", text.toString()).toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out()).contains("error[ASL9002]").doesNotContain("\tat ");
  }

  @Test
  void fiftyMegabytesOfYaml() throws IOException {
    Path file = large("flow.asl.yaml", 50);

    Ended ended = withSmallHeap(file);

    assertThat(ended.out()).contains("error[ASL9001]: The file has 52,", "flow.asl.yaml:1:1");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void fiftyMegabytesOnStandardInput() throws IOException {
    Ended ended =
        run(large("flow.asl.yaml", 50), "validate", "-", "--stdin-filename", "a.asl.yaml");

    assertThat(ended.out()).contains("error[ASL9001]: The file has more than 16,777,216 bytes");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void fifteenMegabytesOfStates() throws IOException {
    Ended ended = withSmallHeap(large("flow.asl.yaml", 15));

    assertThat(ended.out()).contains("error[ASL9001]: The definition has 15,");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void aFewMegabytesOfStatesAreStillLookedInto() throws IOException {
    Ended ended = withSmallHeap(large("flow.asl.yaml", 3));

    assertThat(ended.out()).contains("AWS takes at most 1048576", "error[ASL2004]: `Next` names");
    assertThat(ended.exit()).isEqualTo(1);
  }

  private void assertFinding(Path file, String code, int line, int column, String words) {
    CommandLineRun run = asl("validate", file.toString(), "--format", "json");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).isEmpty();
    List<JsonNode> findings = new ArrayList<>();
    Json.parse(run.out()).forEach(findings::add);
    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.path("code").asText()).isEqualTo(code);
              assertThat(finding.path("message").asText()).contains(words);
              assertThat(finding.path("file").asText()).isEqualTo(file.toString());
              assertThat(finding.path("line").asInt()).isEqualTo(line);
              assertThat(finding.path("column").asInt()).isEqualTo(column);
            });
  }

  private record Ended(int exit, String out) {}

  private Ended withSmallHeap(Path file) throws IOException {
    return run(file, "validate", file.toString());
  }

  /** Runs a command line with a heap of 256 MB and the file as its standard input. */
  private Ended run(Path input, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.add("io.asl4j.cli.Main");
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(line)
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      int exit = process.waitFor();
      String text = Files.readString(out);
      assertThat(text).doesNotContain("\tat ").doesNotContain("ran out of memory");
      return new Ended(exit, text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The test was stopped.", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** States in a row, the last of which leads nowhere. */
  private Path large(String name, int megabytes) throws IOException {
    Path file = folder.resolve(name);
    try (BufferedWriter to = Files.newBufferedWriter(file)) {
      long written = 0;
      to.write("StartAt: S0\nStates:\n");
      for (int i = 0; written < (long) megabytes * MEGABYTE; i++) {
        String state =
            "  S%d:\n    Type: Pass\n    Comment: %s\n    Next: S%d\n"
                .formatted(i, "x".repeat(60), i + 1);
        to.write(state);
        written += state.length();
      }
    }
    return file;
  }

  private static byte[] utf16(String text) {
    return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
