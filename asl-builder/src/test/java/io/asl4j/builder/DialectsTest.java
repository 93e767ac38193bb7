package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field of the other query language does not compile. */
class DialectsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          task("A", "r")                | parameters(Map.of())         | arguments(Map.of())
          task("A", "r")                | resultPath("$.r")            | output("x")
          task("A", "r")                | discardResult()              | output("x")
          task("A", "r")                | resultSelector(Map.of())     | output("x")
          task("A", "r")                | inputPath("$.i")             | output("x")
          task("A", "r")                | outputPath("$.o")            | output("x")
          task("A", "r")                | timeoutSecondsPath("$.t")    | timeoutSeconds("{% 1 %}")
          task("A", "r")                | heartbeatSecondsPath("$.t")  | heartbeatSeconds("{% 1 %}")
          task("A", "r")                | assignPath("v", "$.v")       | assign("v", 1)
          task("A", "r")                | catches(JsonPath.catcher())  | catches(Jsonata.catcher())
          parallel("A")                 | parameters(Map.of())         | arguments(Map.of())
          parallel("A")                 | resultPath("$.r")            | output("x")
          map("A", %s.itemProcessor())  | itemsPath("$.i")             | items("x")
          map("A", %s.itemProcessor())  | maxConcurrencyPath("$.i")    | maxConcurrency("{% 1 %}")
          map("A", %s.itemProcessor())  | toleratedFailureCountPath("$.i") | toleratedFailureCount("{% 1 %}")
          map("A", %s.itemProcessor())  | itemReader(JsonPath.itemReader("r")) | itemReader(Jsonata.itemReader("r"))
          map("A", %s.itemProcessor())  | itemBatcher(JsonPath.itemBatcher()) | itemBatcher(Jsonata.itemBatcher())
          map("A", %s.itemProcessor())  | resultWriter(JsonPath.resultWriter()) | resultWriter(Jsonata.resultWriter())
          pass("A")                     | result(1)                    | output(1)
          pass("A")                     | parameters(Map.of())         | output(1)
          waitSeconds("A", 1)           | secondsPath("$.s")           | seconds("{% 1 %}")
          waitSeconds("A", 1)           | timestampPath("$.s")         | timestamp("{% 1 %}")
          choice("A")                   | choices(JsonPath.rule(JsonPath.variable("$").isNull(true))) | choices(Jsonata.rule(true))
          choice("A")                   | when(JsonPath.variable("$.a").isNull(true), "B") | when("{% $a %}", "B")
          choice("A")                   | inputPath("$.i")             | output(1)
          succeed("A")                  | outputPath("$.o")            | output(1)
          fail("A")                     | errorPath("$.e").error("e")  | error("e")
          catcher("A")                  | resultPath("$.e")            | output(1)
          catcher("A")                  | assignPath("v", "$.e")       | assign("v", 1)
          itemReader("r")               | parameters(Map.of())         | arguments(Map.of())
          itemReader("r")               | maxItemsPath("$.m")          | maxItems("{% 1 %}")
          itemBatcher()                 | maxItemsPerBatchPath("$.m")  | maxItemsPerBatch("{% 1 %}")
          itemBatcher()                 | maxInputBytesPerBatchPath("$.m") | maxInputBytesPerBatch("{% 1 %}")
          resultWriter()                | parameters(Map.of())         | arguments(Map.of())
          template()                    | path("a", "$.a")             | expression("a", "$a")
          """)
  void eachHasItsOwnFieldsOnly(String piece, String ofJsonPath, String ofJsonata) {
    String jsonPath = "JsonPath." + piece.replace("%s", "JsonPath");
    String jsonata = "Jsonata." + piece.replace("%s", "Jsonata");

    assertThat(Snippet.errors(jsonPath + "." + ofJsonPath, folder)).isEmpty();
    assertThat(Snippet.errors(jsonata + "." + ofJsonata, folder)).isEmpty();
    assertThat(Snippet.errors(jsonata + "." + ofJsonPath, folder))
        .singleElement()
        .asString()
        .matches(refused(ofJsonPath));
    if (!isInBoth(ofJsonata)) {
      assertThat(Snippet.errors(jsonPath + "." + ofJsonata, folder))
          .singleElement()
          .asString()
          .matches(refused(ofJsonata));
    }
  }

  /** Fields of both query languages stand on the right where JSONata has no twin. */
  private static boolean isInBoth(String call) {
    return call.startsWith("assign(") || call.startsWith("error(");
  }

  /** There is no such method, or none that takes this. */
  private static String refused(String call) {
    String method = call.substring(0, call.indexOf('('));
    return "(?s)(cannot find symbol.*method "
        + method
        + "\\(.*|.*cannot be converted to.*|no suitable method found for "
        + method
        + "\\(.*)";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jsonata.machine().states(%s)
          Jsonata.branch(%s)
          Jsonata.itemProcessor(%s)
          """)
  void whatHoldsJsonataStatesOnlyTakesNoOthers(String holder) {
    assertThat(Snippet.errors(holder.formatted("Jsonata.succeed(\"A\")"), folder)).isEmpty();
    assertThat(Snippet.errors(holder.formatted("JsonPath.succeed(\"A\")"), folder)).isNotEmpty();
    assertThat(
            Snippet.errors(
                holder.replace("Jsonata", "JsonPath").formatted("Jsonata.succeed(\"A\")"), folder))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pass("A")            | retry(%s.retrier("E"))
          choice("A")          | end()
          choice("A")          | next("B")
          succeed("A")         | next("B")
          fail("A")            | end()
          succeed("A")         | assign("v", 1)
          waitSeconds("A", 1)  | catches(%s.catcher("E"))
          map("A", %s.itemProcessor()) | arguments(Map.of())
          """)
  void aStateHasNoFieldOfAnotherType(String piece, String call) {
    for (String language : new String[] {"JsonPath", "Jsonata"}) {
      String state = language + "." + piece.replace("%s", language);
      assertThat(Snippet.errors(state, folder)).isEmpty();
      assertThat(Snippet.errors(state + "." + call.replace("%s", language), folder)).isNotEmpty();
    }
  }
}
