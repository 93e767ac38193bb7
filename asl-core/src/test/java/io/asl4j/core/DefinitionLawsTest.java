package io.asl4j.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every sound definition. */
final class DefinitionLawsTest {

  @Property(tries = 300)
  void whatIsWrittenAndParsedAgainIsTheSameMachine(@ForAll("definitions") String text) {
    StateMachine machine = Asl.parse(text).orThrow();

    assertThat(Asl.parse(Json.write(machine.definition())).orThrow()).isEqualTo(machine);
    assertThat(Asl.parse(Json.pretty(machine.definition())).orThrow()).isEqualTo(machine);
  }

  @Property(tries = 300)
  void statesKeepTheirOrder(@ForAll("definitions") String text) {
    StateMachine machine = Asl.parse(text).orThrow();
    List<String> names = new ArrayList<>();
    machine.definition().path("States").fieldNames().forEachRemaining(names::add);

    assertThat(machine.root().states().keySet()).containsExactlyElementsOf(names);
  }

  /** A chain of states, so that each is reached and the last one ends it. */
  @Provide
  Arbitrary<String> definitions() {
    return bodies().list().ofMinSize(1).ofMaxSize(8).map(DefinitionLawsTest::chain);
  }

  private static Arbitrary<String> bodies() {
    Arbitrary<String> pass =
        Arbitraries.strings()
            .alpha()
            .ofMaxLength(5)
            .map(word -> "\"Type\":\"Pass\",\"Result\":{\"v\":\"" + word + "\"}");
    Arbitrary<String> wait =
        Arbitraries.integers()
            .between(0, 99_999_999)
            .map(seconds -> "\"Type\":\"Wait\",\"Seconds\":" + seconds);
    Arbitrary<String> task =
        Arbitraries.integers()
            .between(1, 1_000)
            .map(
                timeout ->
                    "\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"TimeoutSeconds\":"
                        + timeout
                        + ".0");
    Arbitrary<String> jsonata =
        Arbitraries.integers()
            .map(
                number ->
                    "\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":{\"n\":\"{%"
                        + " $states.input.n + "
                        + number
                        + " %}\"}");
    return Arbitraries.oneOf(pass, wait, task, jsonata);
  }

  private static String chain(List<String> bodies) {
    List<String> states = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      String next = i == bodies.size() - 1 ? "\"End\":true" : "\"Next\":\"S" + (i + 1) + "\"";
      states.add("\"S" + i + "\":{" + bodies.get(i) + "," + next + "}");
    }
    return "{\"StartAt\":\"S0\",\"States\":{" + String.join(",", states) + "}}";
  }
}
