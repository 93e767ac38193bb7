package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ListenersTest {

  private static final StateMachine MACHINE =
      Machines.machine(
          "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemProcessor':"
              + " {'StartAt': 'C', 'States': {'C': {'Type': 'Choice', 'Choices': [{'Variable':"
              + " '$', 'NumericEquals': 1, 'Next': 'A'}], 'Default': 'B'}, 'A': {'Type': 'Task',"
              + " 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'}, 'B': {'Type':"
              + " 'Pass', 'End': true}}}}}}");

  /** Fails on whatever it is told. */
  private record Failing(Throwable defect) implements ExecutionListener {

    @Override
    public void onEvent(String executionArn, HistoryEvent event) {
      fail();
    }

    @Override
    public void onDecision(String executionArn, long eventId, Decision decision) {
      fail();
    }

    private void fail() {
      if (defect instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) defect;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anExceptionOrErrorOfAListenerIsLoggedAndDropped(Kind kind) {
    for (Throwable defect :
        List.of(new IllegalStateException("listener"), new AssertionError("listener"))) {
      HistoryRecorder recorder = new HistoryRecorder();
      String name = "listened-" + kind + "-" + defect.getClass().getSimpleName();
      try (Engine engine =
          kind.engine()
              .listener(new Failing(defect))
              .listener(recorder)
              .handlers(TaskHandlers.builder().resource("*", call -> call.arguments()).build())
              .build()) {
        Execution execution =
            engine.start(MACHINE, ExecutionRequest.of(Machines.json("[1, 2, 3]")).withName(name));

        assertThat(execution.await().output()).isEqualTo(Machines.json("[1, 2, 3]"));
        List<HistoryEvent> events = recorder.events(execution.arn());
        assertThat(events.getLast().type()).isEqualTo(EventType.EXECUTION_SUCCEEDED);
        assertThat(RecordedLogs.linesWith(name)).hasSizeGreaterThanOrEqualTo(events.size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theResultIsThereOnlyAfterTheLastEvent(Kind kind) {
    for (int i = 0; i < 200; i++) {
      HistoryRecorder recorder = new HistoryRecorder();
      try (Engine engine = kind.engine().listener(recorder).build()) {
        Execution execution =
            engine.start(
                Machines.ofState("'Type': 'Fail', 'Error': 'E'"),
                ExecutionRequest.of(Machines.json("{}")));
        execution.await();

        assertThat(recorder.events(execution.arn()).getLast().type())
            .isEqualTo(EventType.EXECUTION_FAILED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theLimitOfTheHistoryIsTheSameWithAndWithoutListeners(Kind kind) {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type':"
                + " 'Pass', 'End': true}}}");
    for (long limit = 2; limit <= 8; limit++) {
      Limits limits = new Limits(limit, Long.MAX_VALUE, 10);
      HistoryRecorder recorder = new HistoryRecorder();
      try (Engine told = kind.engine().limits(limits).listener(recorder).build();
          Engine untold = kind.engine().limits(limits).build()) {
        ExecutionResult result = told.run(machine, Machines.json("{}"));

        assertThat(untold.run(machine, Machines.json("{}"))).isEqualTo(result);
        assertThat(result.status()).isEqualTo(limit < 6 ? "FAILED" : "SUCCEEDED");
        assertThat(recorder.events(recorder.executions().getFirst()))
            .hasSize((int) Math.min(limit, 6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theLastOf25000EventsSaysThatThereAreNoMore(Kind kind) {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'C'}, 'C': {'Type':"
                + " 'Choice', 'Choices': [{'Variable': '$.end', 'IsPresent': true, 'Next': 'E'}],"
                + " 'Default': 'A'}, 'E': {'Type': 'Succeed'}}}");
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine = kind.engine().limits(Limits.aws()).listener(recorder).build()) {
      Execution execution = engine.start(machine, ExecutionRequest.of(Machines.json("{}")));

      assertThat(execution.await())
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.Runtime",
                  "The execution reached the maximum number of history events (25000)."));
      List<HistoryEvent> events = recorder.events(execution.arn());
      assertThat(events).hasSize(25_000);
      assertThat(events.getLast().type()).isEqualTo(EventType.EXECUTION_FAILED);
    }
  }
}
