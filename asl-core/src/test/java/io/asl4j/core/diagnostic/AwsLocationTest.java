package io.asl4j.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsLocationTest {

  private final JsonNode definition =
      Json.parse("{\"States\":{\"0\":{\"Choices\":[{\"Next\":\"A\"},{\"And\":[{}]}]}}}");

  @ParameterizedTest
  @CsvSource({
    "'',/",
    "/States,/States",
    "/States/0/Choices/0/Next,/States/0/Choices[0]/Next",
    "/States/0/Choices/1/And/0/Variable,/States/0/Choices[1]/And[0]/Variable",
    "/States/None/Next,/States/None/Next"
  })
  void putsPositionsInBrackets(String pointer, String location) {
    assertThat(AwsLocation.of(pointer, definition)).isEqualTo(location);
  }
}
