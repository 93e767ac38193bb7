package io.asl4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.parse.Codes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the codes show as wrong and right is so. Most examples are a piece of a definition: there
 * must be a place where the wrong one has the finding and the right one, at the same place, has
 * not.
 */
class CodeExamplesTest {

  /** Definitions with a place for a piece, by its pointer. */
  private static final List<String[]> PLACES = places();

  static Stream<DiagnosticCode> codes() {
    return Codes.all().stream().filter(code -> !code.wrong().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theRightExampleMendsTheWrongOne(DiagnosticCode code) {
    List<String> wrong = texts(code.wrong());
    List<String> right = texts(code.right());
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < wrong.size(); i++) {
      if (has(wrong.get(i), code) && !has(right.get(i), code)) {
        fitting.add(i);
      }
    }

    assertThat(fitting).as("places where the examples of %s hold", code).isNotEmpty();
  }

  private static boolean has(String text, DiagnosticCode code) {
    return Asl.parse(SourceText.of(text), AslOptions.express()).diagnostics().stream()
        .map(Diagnostic::code)
        .anyMatch(code::equals);
  }

  /** The example itself, and the example at each place. */
  private static List<String> texts(String example) {
    List<String> texts = new ArrayList<>(List.of(example));
    texts.add("{\"StartAt\":\"A\",\"States\":" + example + "}");
    for (String[] place : PLACES) {
      texts.add(put(example, place[0], place[1]));
    }
    return texts;
  }

  private static String put(String example, String definition, String pointer) {
    try {
      JsonNode piece = Json.parse(example);
      JsonNode root = Json.parse(definition);
      if (piece instanceof ObjectNode fields && root.at(pointer) instanceof ObjectNode around) {
        around.setAll(fields);
        return root.toString();
      }
      if (root.at("/States/T") instanceof ObjectNode task) {
        task.set("Retry", piece);
      }
      return root.toString();
    } catch (JsonSyntaxFailed e) {
      // Pieces that show broken or repeated text stand for themselves.
      return definition.replace("\"Comment\":\"here\"", "\"Comment\":" + example);
    }
  }

  private static List<String[]> places() {
    String states =
        """
        {%s"Comment":"here","StartAt":"T","States":{
         "T":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:s3:headObject","Retry":[{"ErrorEquals":["X"]}],"Catch":[{"ErrorEquals":["X"],"Next":"B"}],"Next":"P"},
         "P":{"Type":"Pass","Next":"W"},"W":{"Type":"Wait","Seconds":1,"Next":"C"},
         "C":{"Type":"Choice","Choices":[%s],"Default":"M"},
         "M":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"Label":"M","Next":"N"},
         "N":{"Type":"Map","ItemProcessor":{"StartAt":"J","States":{"J":{"Type":"Pass","End":true}}},"Label":"L","Next":"B"},
         "B":{"Type":"Pass","Next":"Ship"},"Ship":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail"}}}
        """;
    String jsonPath =
        states.formatted("", "{\"Variable\":\"$.v\",\"IsPresent\":true,\"Next\":\"B\"}");
    String jsonata =
        states.formatted(
            "\"QueryLanguage\":\"JSONata\",", "{\"Condition\":\"{% true %}\",\"Next\":\"B\"}");
    String bare =
        "{\"Comment\":\"here\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},"
            + "\"B\":{\"Type\":\"Wait\"},\"R\":{\"Type\":\"Choice\",\"Choices\":[{}]}}}";
    String small =
        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Parameters\":{},\"Next\":\"R\"},"
            + "\"R\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.v\",\"Next\":\"A\"}]}}}";
    Set<String> pointers =
        new LinkedHashSet<>(
            List.of(
                "", "/States", "/States/C/Choices/0", "/States/T/Retry/0", "/States/T/Catch/0"));
    Json.parse(jsonPath)
        .path("States")
        .fieldNames()
        .forEachRemaining(n -> pointers.add("/States/" + n));
    pointers.add("/States/M/ItemProcessor/ProcessorConfig");
    List<String[]> places = new ArrayList<>();
    for (String definition : List.of(jsonPath, jsonata)) {
      pointers.forEach(pointer -> places.add(new String[] {definition, pointer}));
    }
    for (String pointer : List.of("", "/States", "/States/A", "/States/B", "/States/R/Choices/0")) {
      places.add(new String[] {bare, pointer});
    }
    for (String pointer : List.of("", "/States/A", "/States/A/Parameters", "/States/R/Choices/0")) {
      places.add(new String[] {small, pointer});
    }
    return places;
  }
}
