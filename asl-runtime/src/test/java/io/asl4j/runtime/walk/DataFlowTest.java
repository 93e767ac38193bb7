package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.State;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.Machines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Entry} and {@link Exit}: from the raw input to the output, and the variables between. */
class DataFlowTest {

  private static final String INPUT = "{'a': {'b': 1}, 'c': 2}";
  private static final String RESULT = "{'r': [7, 8], 's': 'x'}";
  private static final String JSONATA = "'QueryLanguage': 'JSONata', ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | {'a': {'b': 1}, 'c': 2}",
        "'InputPath': '$' | {'a': {'b': 1}, 'c': 2}",
        "'InputPath': '$.a' | {'b': 1}",
        "'InputPath': null | {}",
        "'InputPath': '$$.Execution.Input' | {'given': 1}",
        "'InputPath': '$v' | 'of v'",
      })
  void inputPathNarrowsTheRawInput(String members, String effective) {
    assertThat(Entry.effectiveInput(task(members).flow(), Machines.json(INPUT), view()))
        .isEqualTo(Machines.json(effective));
  }

  @Test
  void anInputPathThatLeadsNowhereIsFatal() {
    assertThatExceptionOfType(QueryFailed.class)
        .isThrownBy(
            () ->
                Entry.effectiveInput(
                    task("'InputPath': '$.no.such'").flow(), Machines.json(INPUT), view()))
        .withMessage("Invalid path '$.no.such' : Missing property in path $['no']")
        .satisfies(failed -> assertThat(failed.error()).isEqualTo(QueryFailed.RUNTIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | {'r': [7, 8], 's': 'x'}",
        "'ResultPath': '$' | {'r': [7, 8], 's': 'x'}",
        "'ResultPath': null | {'a': {'b': 1}, 'c': 2}",
        "'ResultPath': '$.d', 'ResultSelector': {'n.$': '$.r[0]'} | {'a': {'b': 1}, 'c': 2, 'd':"
            + " {'n': 7}}",
        "'ResultPath': '$.a.b', 'ResultSelector': {'n': 1} | {'a': {'b': {'n': 1}}, 'c': 2}",
        "'InputPath': '$.a', 'ResultPath': '$.d.e' | {'a': {'b': 1}, 'c': 2, 'd': {'e': {'r': [7,"
            + " 8], 's': 'x'}}}",
        "'OutputPath': '$.s' | 'x'",
        "'OutputPath': null | {}",
        "'OutputPath': '$$.Execution.Name' | 'run'",
        "'ResultPath': '$.d', 'OutputPath': '$.d.r' | [7, 8]",
      })
  void theResultGoesIntoTheRawInput(String members, String output) {
    assertThat(Json.write(exit(members).output())).isEqualTo(Json.write(Machines.json(output)));
  }

  @Test
  void assignSeesTheSelectedResult() {
    Exit exit =
        exit(
            "'ResultSelector': {'n.$': '$.r[1]'}, 'ResultPath': null, 'Assign': {'x.$': '$.n',"
                + " 'v.$': '$v', 'fixed': [1]}");

    assertThat(exit.assigned()).isEqualTo(Machines.json("{'x': 8, 'v': 'of v', 'fixed': [1]}"));
    assertThat(exit.variablesAfter(Variables.NONE).value("x")).isEqualTo(Machines.json("8"));
  }

  @Test
  void whatIsNotAssignedStays() {
    Variables before = Variables.NONE.assign(Machines.json("{'x': 1}"));

    assertThat(exit("").assigned()).isNull();
    assertThat(exit("'Assign': {}").assigned()).isNull();
    assertThat(exit("").variablesAfter(before)).isSameAs(before);
  }

  @Test
  void jsonataOutputSeesInputAndResultAndTheOldVariables() {
    Exit exit =
        exit(
            JSONATA
                + "'Output': {'i': '{% $states.input.c %}', 'r': '{% $states.result.s %}', 'v':"
                + " '{% $v %}'}, 'Assign': {'v': '{% $states.result.s %}'}");

    assertThat(exit.output()).isEqualTo(Machines.json("{'i': 2, 'r': 'x', 'v': 'of v'}"));
    assertThat(exit.assigned()).isEqualTo(Machines.json("{'v': 'x'}"));
  }

  @Test
  void jsonataWithoutOutputGivesTheResult() {
    assertThat(exit(JSONATA + "'Comment': 'c'").output()).isEqualTo(Machines.json(RESULT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Comment': 'c' | {'Error': 'E', 'Cause': 'c'}",
        "'ResultPath': '$' | {'Error': 'E', 'Cause': 'c'}",
        "'ResultPath': null | {'a': {'b': 1}, 'c': 2}",
        "'ResultPath': '$.a.e' | {'a': {'b': 1, 'e': {'Error': 'E', 'Cause': 'c'}}, 'c': 2}",
      })
  void aCatcherPutsTheErrorOutputIntoTheRawInput(String members, String output) {
    State.Working state =
        task(
            "'OutputPath': '$.no', 'ResultSelector': {'x.$': '$.no'}, 'Catch': [{'ErrorEquals':"
                + " ['States.ALL'], 'Next': 'S', 'Assign': {'why.$': '$.Error'}, "
                + members
                + "}]");

    Exit exit =
        Exit.caught(
            state.catchers().getFirst(),
            Machines.json(INPUT),
            Machines.json("{'Error': 'E', 'Cause': 'c'}"),
            view());

    assertThat(Json.write(exit.output())).isEqualTo(Json.write(Machines.json(output)));
    assertThat(exit.assigned()).isEqualTo(Machines.json("{'why': 'E'}"));
  }

  @Test
  void whatWasHandedOverIsNeverChanged() {
    JsonNode input = Machines.json(INPUT);
    JsonNode result = Machines.json(RESULT);
    JsonNode copies = Machines.json("[" + INPUT + "," + RESULT + "]");
    State.Working state = task("'ResultPath': '$.a.c.d', 'Assign': {'x.$': '$.r'}");

    Exit exit = Exit.withResult(state.flow(), state.assign(), input, result, view());

    assertThat(exit.output()).isNotEqualTo(input);
    assertThat(input).isEqualTo(copies.get(0));
    assertThat(result).isEqualTo(copies.get(1));
  }

  private static Exit exit(String members) {
    State.Working state = task(members);
    return Exit.withResult(
        state.flow(), state.assign(), Machines.json(INPUT), Machines.json(RESULT), view());
  }

  private static StateView view() {
    return Views.of(Variables.NONE.assign(Machines.json("{'v': 'of v'}")));
  }

  private static State.Working task(String members) {
    return (State.Working)
        Machines.machine(
                "{'StartAt': 'V', 'States': {'V': {'Type': 'Pass', 'Assign': {'v': 1}, 'Next':"
                    + " 'S'}, 'S': {'Type': 'Task', 'End': true, 'Resource':"
                    + " 'arn:aws:lambda:us-east-1:123456789012:function:f'"
                    + (members.isEmpty() ? "" : ", ")
                    + members
                    + "}}}")
            .root()
            .state("S");
  }
}
