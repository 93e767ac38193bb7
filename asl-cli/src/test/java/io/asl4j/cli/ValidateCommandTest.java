package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a team's build calls it; what it finds, the fixtures of the checks pin. */
class ValidateCommandTest {

  private static final String VALID =
      "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
  private static final String BROKEN =
      """
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Next": "Bb" },
          "B": { "Type": "Succeed" }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void showsPlaceHintAndTheWordsOfAws() throws IOException {
    Path file = write("flow.asl.json", BROKEN);

    CommandLineRun run = asl("validate", file.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.out())
        .contains("error[ASL2004]: `Next` names the state `Bb`")
        .contains("flow.asl.json:4:36")
        .contains("did you mean `B`?")
        .contains("= AWS: MISSING_TRANSITION_TARGET: Missing 'Next' target: Bb at /States/A/Next")
        .contains("1 definition in 1 file: 2 errors");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void endsWellWithoutErrors() throws IOException {
    CommandLineRun run = asl("validate", write("flow.asl.json", VALID).toString());

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).isEqualTo("1 definition in 1 file: no findings\n");
  }

  @Test
  void failsOnTheSeverityThatIsAskedFor() throws IOException {
    String advised =
        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\","
            + " \"Resource\": \"arn:aws:states:::aws-sdk:s3:listBuckets\", \"End\": true}}}";
    String file = write("flow.asl.json", advised).toString();

    assertThat(asl("validate", file).exit()).isEqualTo(ExitCode.OK);
    assertThat(asl("validate", file, "--fail-on", "warning").exit()).isEqualTo(ExitCode.OK);
    assertThat(asl("validate", file, "--fail-on", "info").exit()).isEqualTo(ExitCode.FAILED);
    assertThat(asl("validate", file, "--fail-on", "some").exit()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void writesSeveralReportsAtOnce() throws IOException {
    String file = write("flow.asl.json", BROKEN).toString();
    Path sarif = folder.resolve("out.sarif");

    CommandLineRun run = asl("validate", file, "--format", "json", "--format", "sarif=" + sarif);

    assertThat(Json.parse(run.out())).hasSize(2);
    assertThat(Json.parse(Files.readString(sarif)).at("/runs/0/results")).hasSize(2);
    assertThat(asl("validate", file, "--format", "json", "--format", "gitlab").exit())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(asl("validate", file, "--format", "xml").err()).contains("`xml` is not a format");
  }

  @Test
  void annotatesInsideActions() throws IOException {
    String file = write("flow.asl.json", BROKEN).toString();

    CommandLineRun run = asl(Map.of("GITHUB_ACTIONS", "true"), false, "validate", file);

    assertThat(run.outLines().getFirst())
        .startsWith(
            "::error file=" + file + ",line=4,endLine=4,col=36,endColumn=39,title=ASL2004 ");
  }

  @Test
  void aBaselineStartsAnOldRepositoryGreen() throws IOException {
    Path file = write("flow.asl.json", BROKEN);
    String baseline = folder.resolve("known.json").toString();
    asl("validate", file.toString(), "--write-baseline", baseline);

    assertThat(asl("validate", file.toString(), "--baseline", baseline).exit())
        .isEqualTo(ExitCode.OK);

    write("flow.asl.json", BROKEN.replace("Succeed", "Success"));
    CommandLineRun changed = asl("validate", file.toString(), "--baseline", baseline);
    assertThat(changed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(changed.out()).contains("error[ASL1008]").doesNotContain("ASL2002");
  }

  @Test
  void embeddedMachinesMayServeResourcesOfTheirOwn() throws IOException {
    String own =
        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"TimeoutSeconds\": 9,"
            + " \"Resource\": \"orders:charge\", \"End\": true}}}";
    String file = write("flow.asl.json", own).toString();

    assertThat(asl("validate", file).out()).contains("error[ASL8004]");
    assertThat(asl("validate", file, "--type", "embedded").out()).contains("no findings");
  }

  @Test
  void aConfigurationThatMakesNoSenseIsSaid() throws IOException {
    write("flow.asl.json", VALID);
    String config = write(".asl.toml", "[rules]\nASL9999 = \"off\"\n").toString();

    CommandLineRun run = asl("validate", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(config).contains("there is no rule `ASL9999`");
    assertThat(asl("validate", folder.toString(), "--no-config").exit()).isEqualTo(ExitCode.OK);

    write(".asl.toml", "rules = [\n");
    assertThat(asl("validate", folder.toString()).exit()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void saysThatThereIsNothingToCheck() {
    assertThat(asl("validate", folder.toString()).err()).contains("There is no definition in");
    assertThat(asl("validate", folder.resolve("gone.json").toString()).err())
        .contains("There is no file or folder");
    assertThat(asl("validate", folder + "/**.asl.json").err()).contains("No file matches");
  }

  @Test
  void globsReachFoldersBelowAndTheirOwn() throws IOException {
    write("a.asl.json", VALID);
    Files.createDirectories(folder.resolve("x/y"));
    write("x/y/b.asl.json", VALID);

    assertThat(asl("validate", folder + "/**/*.asl.json").out()).startsWith("2 definitions");
  }

  @Test
  void aBinaryFileIsAFindingAtItsFirstCharacter() throws IOException {
    Path file = folder.resolve("flow.asl.json");
    Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2});

    assertFinding(file, "ASL1001", "binary");
  }

  @Test
  void brokenUtf8IsAFinding() throws IOException {
    Path file = folder.resolve("flow.asl.json");
    Files.write(file, "{\"StartAt\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertFinding(file, "ASL1001", "not UTF-8");
  }

  @Test
  void fiftyMegabytesAreNotRead() throws IOException {
    Path file = folder.resolve("flow.asl.yaml");
    try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(50L * 1024 * 1024);
    }

    assertFinding(file, "ASL9001", "52,428,800 bytes");
  }

  @Test
  void aliasBombsAndCircularAnchorsAreFindings() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(9));
      bomb.append("*a" + (i - 1) + "]\n");
    }

    assertFinding(write("bomb.asl.yaml", bomb.toString()), "ASL1001", "aliases");
    assertFinding(write("circle.asl.yaml", "States: &s\n  A: *s\n"), "ASL1001", "never end");
  }

  @Test
  void aDefinitionNestedTwoThousandDeepIsAFinding() throws IOException {
    String deep = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":";
    String text = deep + "[".repeat(2_000) + "]".repeat(2_000) + ",\"End\":true}}}";

    assertFinding(write("deep.asl.json", text), "ASL9002", "deep");
  }

  private void assertFinding(Path file, String code, String words) {
    CommandLineRun run = asl("validate", file.toString(), "--format", "json");
    JsonNode finding = Json.parse(run.out()).path(0);

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err()).isEmpty();
    assertThat(finding.path("code").asText()).isEqualTo(code);
    assertThat(finding.path("message").asText()).contains(words);
    assertThat(finding.path("file").asText()).isEqualTo(file.toString());
    assertThat(finding.path("line").asInt()).isPositive();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
