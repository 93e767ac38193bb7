package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files by which pre-commit and GitHub Actions call the command, as these tools read them. */
class TeamFilesTest {

  private static final Path ROOT = Repository.root();
  private static final String VALID =
      "{\n"
          + "  \"StartAt\": \"A\",\n"
          + "  \"States\": {\n"
          + "    \"A\": {\n"
          + "      \"Type\": \"Succeed\"\n"
          + "    }\n"
          + "  }\n"
          + "}\n";

  @TempDir private Path folder;

  @Test
  void everyHookIsAScriptOfThisRepositoryWithACommandThatExists() throws Exception {
    JsonNode hooks = yaml(".pre-commit-hooks.yaml");

    assertThat(hooks).hasSize(2);
    for (JsonNode hook : hooks) {
      String[] entry = hook.path("entry").asText().split(" ");
      assertThat(hook.path("language").asText()).isEqualTo("script");
      assertThat(ROOT.resolve(entry[0])).isExecutable();
      assertThat(CommandLineRun.asl("help", entry[1]).exit()).isEqualTo(ExitCode.OK);
      assertThat(hook.path("id").asText()).isEqualTo(String.join("-", entry));
      assertThat(hook.path("name").asText()).isNotEmpty();
    }
  }

  /** pre-commit searches a file's name for the pattern, and hands over those that have it. */
  @Test
  void hooksAreCalledForTheFilesThatTheyUnderstand() throws Exception {
    Pattern validate = Pattern.compile(yaml(".pre-commit-hooks.yaml").at("/0/files").asText());
    Pattern format = Pattern.compile(yaml(".pre-commit-hooks.yaml").at("/1/files").asText());

    assertThat(
            List.of(
                "a/flow.asl.json",
                "flow.asl",
                "flow.asl.jsonc",
                "flow.asl.yaml",
                "flow.asl.yml",
                "infra/template.yaml",
                "template.json",
                "serverless.yml"))
        .allMatch(name -> validate.matcher(name).find());
    assertThat(List.of("package.json", "flow.asltest.yaml", "docs/asl.md"))
        .noneMatch(name -> validate.matcher(name).find());
    assertThat(List.of("flow.asl.json", "flow.asl.jsonc", "flow.asl"))
        .allMatch(name -> format.matcher(name).find());
    assertThat(List.of("flow.asl.yaml", "template.yaml"))
        .noneMatch(name -> format.matcher(name).find());
  }

  @Test
  void aTemplateWithoutStateMachinesIsNoMistakeInACommit() throws IOException {
    List<String> line = new ArrayList<>(List.of("validate"));
    line.add(write("flow.asl.json", VALID));
    line.add(
        write(
            "template.yaml",
            "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {Role: !Ref R}\n"));
    line.add(write("serverless.yml", "service: a\nprovider: {name: aws}\n"));
    line.add(write("template.json", "{\"Resources\": {}}"));

    CommandLineRun run = CommandLineRun.asl(line.toArray(String[]::new));

    assertThat(run.out()).isEqualTo("1 definition in 4 files: no findings\n");
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void formattingLeavesATidyFileAloneAndRefusesYamlWithTheReason() throws IOException {
    String tidy = write("flow.asl.json", VALID);
    String yaml = write("flow.asl.yaml", "# one\nStartAt: A\nStates: {A: {Type: Succeed}}\n");

    assertThat(CommandLineRun.asl("fmt", tidy).out()).isEmpty();
    CommandLineRun refused = CommandLineRun.asl("fmt", yaml);

    assertThat(refused.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("is YAML", "comments, anchors");
    assertThat(Path.of(yaml)).content().startsWith("# one\nStartAt");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the steps of the action are for bash")
  void theActionHandsItsInputsOver() throws Exception {
    Ended ended =
        act(
            Map.of(
                "ASL_PATHS",
                "flows/ 'a*.json",
                "ASL_FAIL_ON",
                "",
                "ASL_TYPE",
                "",
                "ASL_SARIF",
                ""));

    assertThat(ended.out()).isEqualTo("validate\nflows/\n'a*.json\n--format\ngithub\n");

    ended =
        act(
            Map.of(
                "ASL_PATHS", "*.json",
                "ASL_FAIL_ON", "warning",
                "ASL_TYPE", "express",
                "ASL_SARIF", "a b.sarif"));

    assertThat(ended.out())
        .isEqualTo(
            "validate\n"
                + "*.json\n"
                + "--format\n"
                + "github\n"
                + "--fail-on\n"
                + "warning\n"
                + "--type\n"
                + "express\n"
                + "--format\n"
                + "sarif=a b.sarif\n");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void everyInputOfTheActionReachesItsStep() throws Exception {
    JsonNode action = yaml("action.yml");
    JsonNode step = action.at("/runs/steps/1");

    assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
    for (Map.Entry<String, JsonNode> input : action.path("inputs").properties()) {
      assertThat(input.getValue().path("description").asText()).isNotEmpty();
      assertThat(step.path("env").toString()).contains("${{ inputs." + input.getKey() + " }}");
    }
    // What somebody put into an input must not become part of the script.
    assertThat(step.path("run").asText()).doesNotContain("${{");
    assertThat(step.path("shell").asText()).isEqualTo("bash");
  }

  private record Ended(int exit, String out) {}

  /** Runs the step as a runner does, with a command that tells its arguments and fails. */
  private Ended act(Map<String, String> inputs) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path asl = home.resolve("asl");
    Files.writeString(asl, "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 1\n");
    Files.setPosixFilePermissions(asl, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("some.json"), "{}");
    Path script = folder.resolve("step.sh");
    Files.writeString(script, yaml("action.yml").at("/runs/steps/1/run").asText());
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("ASL_HOME", home.toString());
    builder.environment().putAll(inputs);
    int exit = builder.start().waitFor();
    return new Ended(exit, Files.readString(out));
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static JsonNode yaml(String name) throws Exception {
    return YamlText.read(SourceText.read(ROOT.resolve(name))).root();
  }
}
