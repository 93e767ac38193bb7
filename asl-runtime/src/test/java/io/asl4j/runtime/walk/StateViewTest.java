package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.Machines;
import io.asl4j.runtime.map.MapItem;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateViewTest {

  @Test
  void theContextTellsExecutionMachineAndState() {
    assertThat(Json.pretty(Views.none().context()))
        .isEqualTo(
            """
            {
              "Execution": {
                "Id": "arn:aws:states:us-east-1:123456789012:execution:m:run",
                "Input": {
                  "given": 1
                },
                "StartTime": "2026-01-02T03:04:05.678Z",
                "Name": "run",
                "RoleArn": "arn:aws:iam::123456789012:role/r",
                "RedriveCount": 0
              },
              "StateMachine": {
                "Id": "arn:aws:states:us-east-1:123456789012:stateMachine:m",
                "Name": "m"
              },
              "State": {
                "Name": "S",
                "EnteredTime": "2026-01-02T03:04:05.678Z",
                "RetryCount": 0
              }
            }\
            """);
  }

  @Test
  void statesThatCannotBeRetriedHaveNoRetryCount() {
    StateView view = Views.of(ScopePath.ROOT, 1, -1, Variables.NONE, null);

    assertThat(view.context().path("State").has("RetryCount")).isFalse();
  }

  @Test
  void aTokenIsThereOnceItWasHandedOut() {
    StateView view = Views.none();

    JsonNode before = view.context();
    view.handOut("t");

    assertThat(before.has("Task")).isFalse();
    assertThat(view.context().path("Task").path("Token").textValue()).isEqualTo("t");
  }

  @Test
  void anIterationTellsItsItem() {
    StateView view = Views.none().inside(iteration(3, false));

    assertThat(view.context().path("Map"))
        .isEqualTo(Machines.json("{'Item': {'Index': 3, 'Value': 'v'}}"));
  }

  @Test
  void onlyADistributedMapTellsWhereItsItemsComeFrom() {
    StateView view = Views.none().inside(iteration(3, true));

    assertThat(view.context().path("Map"))
        .isEqualTo(Machines.json("{'Item': {'Index': 3, 'Value': 'v', 'Source': 'STATE_DATA'}}"));
  }

  @Test
  void variablesAreThoseOfTheFrame() {
    StateView view = Views.of(Variables.NONE.assign(Machines.json("{'x': 1}")));

    assertThat(view.variable("x")).isEqualTo(Machines.json("1"));
    assertThat(view.variable("y")).isNull();
  }

  @Test
  void theSameAddressDrawsTheSameNumbers() {
    assertThat(Views.none().random().nextLong()).isEqualTo(Views.none().random().nextLong());
  }

  @Test
  void stepsRetriesScopesItemsAndCatchersDrawDifferentNumbers() {
    Set<Long> numbers = new HashSet<>();
    for (int i = 1; i <= 50; i++) {
      ScopePath branch = ScopePath.ROOT.child("M", 1, 0, i);
      numbers.add(drawn(Views.of(ScopePath.ROOT, i, 0, Variables.NONE, null)));
      numbers.add(drawn(Views.of(ScopePath.ROOT, 1, i, Variables.NONE, null)));
      numbers.add(drawn(Views.of(branch, 1, 0, Variables.NONE, iteration(i, false))));
      numbers.add(drawn(Views.none().inside(iteration(i, false))));
      numbers.add(drawn(Views.of(ScopePath.ROOT, i, 0, Variables.NONE, null).inCatcher()));
    }

    assertThat(numbers).hasSize(5 * 50);
  }

  private static long drawn(StateView view) {
    return view.random().nextLong();
  }

  private static StateView.Iteration iteration(int index, boolean distributed) {
    return new StateView.Iteration(
        index, MapItem.of(Machines.json("'v'"), MapItem.STATE_DATA), distributed);
  }
}
