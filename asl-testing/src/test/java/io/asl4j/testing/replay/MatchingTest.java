package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {

  @TempDir Path folder;

  private Matching matching;

  @BeforeEach
  void hideSomeValues() throws Exception {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"definition": {}, "expect": {"status": ""}, "bindings": {"<name>": "ada", "queue": "q-7"},
         "wildcards": ["<uuid:1>", "<uuid:2>", "<token>", "Request ID: <request>", "date", "<name>", "queue"]}
        """);
    matching = new Matching(RecordedCase.read(file));
  }

  private boolean matches(String expected, String actual) {
    return matching
        .compare(Json.parse(expected.replace('\'', '"')), Json.parse(actual.replace('\'', '"')))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                           | 1.0",
        "{'a': 1, 'b': 2}            | {'b': 2, 'a': 1}",
        "'date'                      | {'any': 'thing'}",
        "'x-<uuid:1>-<uuid:1>'       | 'x-12-12'",
        "['<uuid:1>', '<uuid:1>']    | ['12', '12']",
        "'<<token>:3>'               | 'abc'",
        "'Failed. Request ID: <request>' | 'Failed. Request ID: 77'",
        "{'<uuid:2>-log': 1}         | {'12-log': 1}",
        "'2024-01-01T00:00:00Z'      | '2026-05-05T10:00:00.123Z'",
        "'The queue is gone.'        | 'The q-7 is gone.'",
      })
  void takesWhatIsAlike(String expected, String actual) {
    assertThat(matches(expected, actual)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1                           | '1'",
        "1                           | 1.01",
        "{'a': 1}                    | {'a': 1, 'b': null}",
        "{'a': 1, 'b': null}         | {'a': 1}",
        "[1, 2]                      | [2, 1]",
        "[1]                         | [1, 2]",
        "'a date'                    | 'a day'",
        "'x-<uuid:1>-<uuid:1>'       | 'x-12-13'",
        "['<uuid:1>', '<uuid:1>']    | ['12', '13']",
        "'<other>'                   | '12'",
        "{'a': {}}                   | {'a': '{}'}",
        "null                        | false",
        "'2024-01-01'                | '2026-05-05'",
        "'The queues are gone.'      | 'The q-7s are gone.'",
      })
  void refusesWhatIsNot(String expected, String actual) {
    assertThat(matches(expected, actual)).isFalse();
  }

  @Test
  void remembersWhatATokenStandsForOnlyFromValuesThatMatch() {
    assertThat(matches("['<uuid:1>', 1]", "['12', 2]")).isFalse();
    assertThat(matches("'<uuid:1>'", "'13'")).isTrue();
    assertThat(matches("'<uuid:1>'", "'12'")).isFalse();
  }

  @Test
  void parsesATextOnlyWhereTheRecorderDid() {
    var expected = Json.parse("{\"left\": 0}");
    var actual = Json.parse("\"{\\\"left\\\": 0}\"");

    assertThat(matching.compare(expected, actual)).isPresent();
    assertThat(matching.compareParsed(expected, actual)).isEmpty();
  }
}
