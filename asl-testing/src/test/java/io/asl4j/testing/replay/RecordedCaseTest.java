package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedCaseTest {

  private static final String PASS =
      "\"definition\": {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"End\":"
          + " true}}}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'id': 3                                              | bad.json:1:9",
        "[1]                                                   | bad.json:1:1: A case is a JSON"
            + " object, not an array.",
        "{'kind': 'dance'}                                     | bad.json:1:10: `dance` is no kind"
            + " of case",
        "{'definition': {}}                                    | bad.json:1:1: The case has no"
            + " `expect`",
        "{'expect': {'status': 'FAILED'}}                      | bad.json:1:1: The case has no"
            + " `definition`",
        "{'definition': {}, 'expect': {}}                      | bad.json:1:30: `expect` has none"
            + " of",
        "{'definition': {}, 'expect': 3}                       | bad.json:1:30: `expect` must be an"
            + " object but is a number.",
        "{'definition': {}, 'expect': {'status': ''}, 'tasks': {'A': 1}} | `tasks/A` must be a list"
            + " of answers but is a number.",
        "{'definition': {}, 'expect': {'status': ''}, 'clock': 'noon'}   | `clock` must be a date"
            + " such as 2026-01-31",
      })
  void saysWhereAFileIsNoCase(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), text.strip().replace('\'', '"'));

    assertThatThrownBy(() -> RecordedCase.read(file))
        .isInstanceOf(CaseUnreadable.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> RecordedCase.read(folder.resolve("none.json")))
        .isInstanceOf(CaseUnreadable.class)
        .hasMessageContaining("none.json");
  }

  @Test
  void takesItsNameFromTheFileUnlessItHasOne() throws Exception {
    Path orders = Files.createDirectories(folder.resolve("orders"));
    Path file =
        Files.writeString(
            orders.resolve("late.json"), "{" + PASS + ", \"expect\": {\"status\": \"SUCCEEDED\"}}");

    RecordedCase recorded = RecordedCase.read(file);

    assertThat(recorded.id()).isEqualTo("orders/late");
    assertThat(recorded.area()).isEqualTo("orders");
    assertThat(recorded.kind()).isEqualTo(RecordedCase.Kind.EXECUTION);
    assertThat(Replay.run(recorded).verdict()).isEqualTo(ReplayReport.Verdict.FAILED);
  }
}
