package io.asl4j.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateMachineTest {

  /** What stands in these is data, whose order is part of the machine. */
  private static final Set<String> DATA =
      Set.of(
          "Parameters",
          "Arguments",
          "Result",
          "ResultSelector",
          "ItemSelector",
          "Items",
          "Assign",
          "Output",
          "Credentials",
          "BatchInput");

  static Stream<Path> fixtures() throws IOException {
    List<Path> fixtures = new ArrayList<>();
    for (String area : List.of("walk", "definitions")) {
      try (Stream<Path> folders = Files.list(Path.of("..", "src-test-fixtures", area))) {
        folders
            .map(folder -> folder.resolve("definition.asl.json"))
            .filter(file -> Asl.parse(text(file)).isValid())
            .forEach(fixtures::add);
      }
    }
    return fixtures.stream();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("Cannot read " + file, e);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void writesTheSameBytesInWhateverOrderItsFieldsAndStatesStood(Path file) {
    StateMachine machine = Asl.parse(text(file)).orThrow();

    for (int seed = 0; seed < 5; seed++) {
      JsonNode shuffled = shuffled(machine.definition(), new Random(seed));
      assertThat(Asl.parse(Json.write(shuffled)).orThrow().toJson()).isEqualTo(machine.toJson());
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsBackWhatItWrote(Path file) {
    StateMachine machine = Asl.parse(text(file)).orThrow();

    assertThat(Asl.parse(machine.toJson()).orThrow()).isEqualTo(machine);
    assertThat(Asl.parse(machine.toPrettyJson()).orThrow()).isEqualTo(machine);
    assertThat(Asl.parse(machine.toPrettyJson()).orThrow().toJson()).isEqualTo(machine.toJson());
  }

  @Test
  void writesFieldsAsTheTablesHaveThemAndLastWhereARuleLeads() {
    StateMachine machine =
        Asl.parse(
                """
                {"States": {
                   "Choose": {
                     "Choices": [{"Next": "Done", "NumericEquals": 1.50, "Variable": "$.n"}],
                     "Default": "Work", "Type": "Choice"},
                   "Done": {"Type": "Succeed"},
                   "Work": {"End": true,
                     "Retry": [{"MaxAttempts": 1, "ErrorEquals": ["A"]}],
                     "Parameters": {"z": 1, "a": 2},
                     "Resource": "arn:aws:states:::lambda:invoke", "Type": "Task"}},
                 "StartAt": "Choose", "Comment": "c"}
                """)
            .orThrow();

    assertThat(machine.toJson())
        .isEqualTo(
            """
            {"Comment":"c","StartAt":"Choose","States":{\
            "Choose":{"Type":"Choice",\
            "Choices":[{"Variable":"$.n","NumericEquals":1.50,"Next":"Done"}],"Default":"Work"},\
            "Done":{"Type":"Succeed"},\
            "Work":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",\
            "Parameters":{"z":1,"a":2},\
            "Retry":[{"ErrorEquals":["A"],"MaxAttempts":1}],"End":true}}}\
            """);
    assertThat(machine.toPrettyJson()).startsWith("{\n  \"Comment\": \"c\",\n").endsWith("\n}");
  }

  @Test
  void writesEachStateAfterThoseThatLeadToIt() {
    StateMachine machine =
        Asl.parse(
                """
                {"StartAt": "Pay", "States": {
                   "Refused": {"Type": "Fail"},
                   "Again": {"Type": "Pass", "Next": "Pay"},
                   "Shipped": {"Type": "Succeed"},
                   "Ship": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                     "Catch": [{"ErrorEquals": ["Busy"], "Next": "Again"},
                               {"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                     "Next": "Shipped"},
                   "Pay": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                     "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                     "Next": "Ship"}}}
                """)
            .orThrow();

    List<String> names = new ArrayList<>();
    Json.parse(machine.toJson()).path("States").fieldNames().forEachRemaining(names::add);

    assertThat(names).containsExactly("Pay", "Ship", "Shipped", "Again", "Refused");
  }

  @Test
  void writesAChainOfTenThousandStates() {
    StringBuilder text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
    for (int i = 9_999; i > 0; i--) {
      String leads = i == 9_999 ? "\"End\":true" : "\"Next\":\"S%d\"".formatted(i + 1);
      text.append("\"S%d\":{\"Type\":\"Pass\",%s},".formatted(i, leads));
    }
    text.append("\"S0\":{\"Type\":\"Pass\",\"Next\":\"S1\"}}}");

    String json = Asl.parse(text.toString()).orThrow().toJson();

    assertThat(json).hasSameSizeAs(text).startsWith("{\"StartAt\":\"S0\",\"States\":{\"S0\":");
    assertThat(json).endsWith("\"S9999\":{\"Type\":\"Pass\",\"End\":true}}}");
  }

  private static JsonNode shuffled(JsonNode node, Random random) {
    if (node.isArray()) {
      return JsonNodeFactory.instance
          .arrayNode()
          .addAll(node.valueStream().map(item -> shuffled(item, random)).toList());
    }
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    Collections.shuffle(fields, random);
    ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : fields) {
      boolean isData = DATA.contains(field.getKey()) && !field.getValue().has("Type");
      shuffled.set(field.getKey(), isData ? field.getValue() : shuffled(field.getValue(), random));
    }
    return shuffled;
  }
}
