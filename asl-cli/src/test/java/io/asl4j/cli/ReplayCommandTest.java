package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  private static final String OWN = "../src-test-fixtures/replay/cases";

  private static final String FAILS =
      """
      {"id": "shop/%s", "input": {},
       "definition": {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}},
       "expect": {"status": "FAILED"}}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void countsByAreaAndEndsWell() {
    CommandLineRun run = asl("replay", OWN);

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.outLines().getFirst()).isEqualTo("area         passed  failed  not supported");
    assertThat(run.outLines().getLast()).matches("\\d+ passed, 0 failed, 0 not supported");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void showsWhereACaseFailsAndEndsBadly() throws IOException {
    CommandLineRun run = asl("replay", file("no.json", FAILS.formatted("no")).toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.outLines())
        .startsWith("FAILED shop/no", "  status: expected \"FAILED\", got \"SUCCEEDED\"")
        .endsWith("0 passed, 1 failed, 0 not supported");
  }

  @Test
  void writesOneJsonObjectACase() throws IOException {
    file("no.json", FAILS.formatted("no"));
    file(
        "yes.json",
        FAILS
            .formatted("yes")
            .replace("FAILED", "SUCCEEDED")
            .replace("}}\n", ", \"output\": {}}}\n"));

    CommandLineRun run = asl("replay", "--format", "json", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(run.outLines().stream().map(Json::parse))
        .extracting(line -> line.path("id").asText(), line -> line.path("passed").asBoolean())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shop/no", false),
            org.assertj.core.groups.Tuple.tuple("shop/yes", true));
    assertThat(run.outLines().getLast())
        .isEqualTo(
            "{\"id\":\"shop/yes\",\"area\":\"shop\",\"kind\":\"execution\",\"passed\":true,\"supported\":true,\"divergence\":null}");
  }

  @Test
  void replaysOnlyWhatIsAskedFor() {
    CommandLineRun run =
        asl("replay", OWN, "--area", "maps", "--id", "*older*", "--format", "json");

    assertThat(run.outLines()).singleElement().asString().contains("maps/distributed-older-exit");
  }

  @Test
  void saysWhereAFileIsNoCaseAndReplaysTheOthers() throws IOException {
    file("bad.json", "{\n \"id\": \n}");
    file("no.json", FAILS.formatted("no"));

    CommandLineRun run = asl("replay", folder.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).contains("bad.json:3:1:", "FAILED shop/no");
    assertThat(run.outLines().getLast()).isEqualTo("0 passed, 2 failed, 0 not supported");
  }

  @Test
  void refusesAFolderWithoutCasesAndAPathThatIsNotThere() {
    CommandLineRun empty = asl("replay", folder.toString());
    CommandLineRun missing = asl("replay", folder.resolve("none").toString());

    assertThat(empty.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(empty.err()).startsWith("error: No recorded case fits.");
    assertThat(missing.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("there is no such file or folder");
  }

  @Test
  void writesAPageWithTheReasonsBesideIt() throws IOException {
    Path page = folder.resolve("page.md");
    file("no.json", FAILS.formatted("no"));
    file("page-reasons.yaml", "- {id: shop/no, aws: fails, ours: succeeds, why: It is a test.}\n");

    CommandLineRun run =
        asl("replay", folder.resolve("no.json").toString(), "--report", page.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(page).content().contains("| `shop/no` | fails | succeeds | It is a test. |");
  }
}
