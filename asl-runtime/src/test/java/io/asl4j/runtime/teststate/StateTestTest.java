package io.asl4j.runtime.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StateTestTest {

  private static final StateMachine ORDER =
      Asl.parse(
              """
              {
                "StartAt": "Charge",
                "States": {
                  "Charge": {
                    "Type": "Task",
                    "Resource": "payments:charge",
                    "Parameters": {"amount.$": "$.price", "at.$": "$$.State.EnteredTime"},
                    "ResultPath": "$.receipt",
                    "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 5, "MaxAttempts": 1}],
                    "Catch": [{"ErrorEquals": ["Payment.Declined"], "Next": "Cancel"}],
                    "Next": "Pause"
                  },
                  "Pause": {"Type": "Wait", "Seconds": 31536000, "Next": "Lines"},
                  "Lines": {
                    "Type": "Map",
                    "QueryLanguage": "JSONata",
                    "Items": "{% $states.input.lines %}",
                    "ItemProcessor": {
                      "StartAt": "Line",
                      "States": {
                        "Line": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $random() %}", "End": true}
                      }
                    },
                    "Output": "{% $count($states.result) %}",
                    "End": true
                  },
                  "Cancel": {"Type": "Pass", "End": true}
                }
              }
              """)
          .orThrow();

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  @Test
  void showsEveryValueOnTheWay() {
    TestStateResult result =
        StateTest.of(ORDER, "Charge")
            .input("{\"price\": 12}")
            .mockResult("{\"id\": \"r-1\"}")
            .at(Instant.parse("2026-03-01T10:00:00Z"))
            .run();

    assertThat(result.status()).isEqualTo(TestStatus.SUCCEEDED);
    assertThat(result.nextState()).contains("Pause");
    assertThat(result.output()).contains(json("{\"price\":12,\"receipt\":{\"id\":\"r-1\"}}"));
    InspectionData seen = result.inspection();
    assertThat(seen.input()).contains(json("{\"price\":12}"));
    assertThat(seen.afterInputPath()).contains(json("{\"price\":12}"));
    assertThat(seen.afterParameters())
        .contains(json("{\"amount\":12,\"at\":\"2026-03-01T10:00:00.000Z\"}"));
    assertThat(seen.result()).contains(json("{\"id\":\"r-1\"}"));
    assertThat(seen.afterResultSelector()).contains(json("{\"id\":\"r-1\"}"));
    assertThat(seen.afterResultPath()).isEqualTo(result.output());
    assertThat(seen.afterArguments()).isEmpty();
    assertThat(seen.maxConcurrency()).isEmpty();
  }

  @Test
  void tellsWhichCatcherHandlesAnError() {
    TestStateResult result =
        StateTest.of(ORDER, "Charge")
            .input("{\"price\": 12}")
            .mockError("Payment.Declined", "no money")
            .run();

    assertThat(result.status()).isEqualTo(TestStatus.CAUGHT_ERROR);
    assertThat(result.error()).contains("Payment.Declined");
    assertThat(result.cause()).contains("no money");
    assertThat(result.nextState()).contains("Cancel");
    assertThat(result.inspection().errorDetails().orElseThrow().catchIndex()).hasValue(0);
  }

  @Test
  void tellsWhichRetrierHandlesAnErrorUntilItIsUsedUp() {
    StateTest busy =
        StateTest.of(ORDER, "Charge").input("{\"price\": 12}").mockError("Busy", "later");

    TestStateResult first = busy.run();
    TestStateResult second = busy.retrierRetryCount(1).run();

    assertThat(first.status()).isEqualTo(TestStatus.RETRIABLE);
    assertThat(first.output()).isEmpty();
    assertThat(first.inspection().errorDetails())
        .contains(ErrorDetails.retried(0, Duration.ofSeconds(5)));
    assertThat(second.status()).isEqualTo(TestStatus.FAILED);
  }

  @Test
  void hasATaskDoneByItsHandler() {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "payments:*", call -> TextNode.valueOf("paid " + call.arguments().path("amount")))
            .build();

    TestStateResult result =
        StateTest.of(ORDER, "Charge").input("{\"price\": 12}").handlers(handlers).run();

    assertThat(result.inspection().result()).contains(TextNode.valueOf("paid 12"));
  }

  @Test
  void takesTheErrorOfAHandlerForTheStatesOwn() {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .state(
                "Charge",
                call -> {
                  throw StateFailed.of("Payment.Declined", "no money");
                })
            .build();

    TestStateResult result =
        StateTest.of(ORDER, "Charge").input("{\"price\": 12}").handlers(handlers).run();

    assertThat(result.status()).isEqualTo(TestStatus.CAUGHT_ERROR);
  }

  @Test
  void waitsAYearInModelledTime() {
    TestStateResult result = StateTest.of(ORDER, "Pause").run();

    assertThat(result.nextState()).contains("Lines");
  }

  @Test
  void failsAStateThatTakesLongerThanItMay() {
    TestStateResult result = StateTest.of(ORDER, "Pause").timeLimit(Duration.ofMinutes(5)).run();

    assertThat(result.status()).isEqualTo(TestStatus.FAILED);
    assertThat(result.error()).contains("States.Timeout");
  }

  @Test
  void drawsTheSameRandomNumbersFromTheSameSeed() {
    StateTest line = StateTest.of(ORDER, "Line");

    assertThat(line.seed(7).run().output()).isEqualTo(line.seed(7).run().output());
    assertThat(line.seed(7).run().output()).isNotEqualTo(line.seed(8).run().output());
  }

  @Test
  void givesVariablesAndContextToTheState() {
    StateMachine machine =
        Asl.parse(
                """
                {"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {
                  "Type": "Pass",
                  "Output": "{% [$x, $states.context.State.Name, $states.context.Execution.Name] %}",
                  "Assign": {"y": "{% $x + 1 %}"},
                  "End": true}}}
                """)
            .orThrow();

    TestStateResult own = StateTest.of(machine, "A").variables("{\"x\": 1}").run();
    TestStateResult given =
        StateTest.of(machine, "A")
            .variables("{\"x\": 1}")
            .context("{\"State\": {\"Name\": \"Z\"}, \"Execution\": {\"Name\": \"run\"}}")
            .run();

    assertThat(own.output().orElseThrow().path(1).textValue()).isEqualTo("A");
    assertThat(own.inspection().variables()).contains(json("{\"x\":1,\"y\":2}"));
    assertThat(given.output()).contains(json("[1,\"Z\",\"run\"]"));
  }

  @Test
  void doesNotChangeWhatItWasGiven() {
    JsonNode input = json("{\"lines\":[1,2]}");
    JsonNode context = json("{\"State\":{\"Name\":\"Z\"}}");

    StateTest.of(ORDER, "Lines").input(input).context(context).mockResult("[0,0]").run();

    assertThat(input).isEqualTo(json("{\"lines\":[1,2]}"));
    assertThat(context).isEqualTo(json("{\"State\":{\"Name\":\"Z\"}}"));
  }

  @Test
  void namesTheStateThatWasProbablyMeant() {
    assertThatThrownBy(() -> StateTest.of(ORDER, "Charg"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The machine has no state `Charg`. Did you mean `Charge`?");
  }

  @Test
  void refusesToRunAMapWithoutAMock() {
    StateTest lines = StateTest.of(ORDER, "Lines").input("{\"lines\": []}");

    assertThatThrownBy(lines::run)
        .isInstanceOf(TestStateRejected.class)
        .hasMessageContaining("does not support Map or Parallel states");
  }

  @Test
  void refusesTextsThatAreNotJson() {
    StateTest charge = StateTest.of(ORDER, "Charge");

    assertThatThrownBy(() -> charge.input("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The input is not JSON: ");
    assertThatThrownBy(() -> charge.variables("[]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The variables must be a JSON object, but is array.");
  }

  @Test
  void copesWithTenThousandItems() {
    StringBuilder lines = new StringBuilder("[0");
    for (int i = 1; i < 10_000; i++) {
      lines.append(",0");
    }
    String all = lines.append(']').toString();

    TestStateResult result =
        StateTest.of(ORDER, "Lines").input("{\"lines\": " + all + "}").mockResult(all).run();

    assertThat(result.output()).contains(json("10000"));
  }
}
