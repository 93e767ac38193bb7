package io.asl4j.testing.docs;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Keeps docs/testing.md true: its files and classes are those that run here, and its messages are
 * what broken tests say. With the system property {@code asl4j.docs=write} the messages are
 * written.
 */
class TestingPageTest {

  private static final Path PAGE = Fixtures.root().resolve("docs/testing.md");
  private static final Path TESTS = Fixtures.root().resolve("asl-testing/src/test");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (file|java|message): (\\S+) -->\n```\\w*\n(.*?)```", Pattern.DOTALL);

  private String page = "";

  @BeforeEach
  void readThePage() throws IOException {
    page = Files.readString(PAGE);
  }

  private Map<String, String> blocks(String kind) {
    Map<String, String> blocks = new TreeMap<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).equals(kind)) {
        blocks.put(block.group(2), block.group(3));
      }
    }
    return blocks;
  }

  @Test
  void itsFilesAreThoseThatRun() throws IOException {
    Map<String, String> files = blocks("file");

    for (String name : new String[] {"refund.asl.json", "refund.asltest.yaml"}) {
      Path file = TESTS.resolve("resources/io/asl4j/testing/docs").resolve(name);
      assertThat(files).containsEntry(name, Files.readString(file));
    }
  }

  @Test
  void itsClassesAreThoseThatRun() throws IOException {
    for (Map.Entry<String, String> java : blocks("java").entrySet()) {
      Path file = TESTS.resolve("java/io/asl4j/testing/docs").resolve(java.getKey() + ".java");
      assertThat(file).content().endsWith("\n\n" + java.getValue());
    }
  }

  @Test
  void itsMessagesAreWhatBrokenTestsSay() throws IOException, SourceUnreadable {
    Definition refund =
        Definition.parse(
            SourceText.of("refund.asl.json", blocks("file").getOrDefault("refund.asl.json", "")));
    TestRun run = TestRun.of(refund);
    run.mocks().state("Pay back").returns("{\"paid\": true}");
    TestExecution small = run.execute("{\"account\": \"a-1\", \"amount\": 20}");
    TestExecution empty = run.execute("{\"account\": \"a-1\"}");
    Map<String, String> said =
        Map.of(
            "path",
            message(
                () -> assertThat(small).visitedExactly("Is it much?", "Ask manager", "Pay back")),
            "argument",
            message(
                () ->
                    assertThat(small)
                        .task("Pay back")
                        .attempt(1)
                        .wasCalledWith("{\"account\": \"a-1\", \"amount\": 25}")),
            "expression",
            message(() -> assertThat(empty).succeeded()));

    if ("write".equals(System.getProperty("asl4j.docs"))) {
      Files.writeString(PAGE, BLOCK.matcher(page).replaceAll(block -> written(block, said)));
      return;
    }
    assertThat(blocks("message")).containsExactlyInAnyOrderEntriesOf(said);
  }

  private static String written(java.util.regex.MatchResult block, Map<String, String> said) {
    String text =
        block.group(1).equals("message")
            ? "<!-- message: %s -->\n```\n%s```".formatted(block.group(2), said.get(block.group(2)))
            : block.group();
    return Matcher.quoteReplacement(text);
  }

  private static String message(Executable broken) {
    return Assertions.catchThrowable(broken::execute).getMessage() + "\n";
  }
}
