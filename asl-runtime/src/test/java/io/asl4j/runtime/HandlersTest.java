package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a handler does, the execution goes its way: inline, with a deadline, in modelled time.
 */
@Timeout(60)
class HandlersTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String INLINE =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final String SUPERVISED = INLINE + ", 'TimeoutSeconds': 600";

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of(Kind.REAL, INLINE),
        Arguments.of(Kind.REAL, SUPERVISED),
        Arguments.of(Kind.MODELLED, INLINE),
        Arguments.of(Kind.MODELLED, SUPERVISED));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anErrorIsAFailureOfTheTask(Kind kind, String task) {
    assertThat(
            run(
                kind,
                task,
                call -> {
                  throw new AssertionError("no");
                }))
        .isEqualTo(new ExecutionResult.Failed("AssertionError", "no"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aStackOverflowIsAFailureOfTheTask(Kind kind, String task) {
    assertThat(run(kind, task, call -> deeper(EMPTY)))
        .isEqualTo(new ExecutionResult.Failed("StackOverflowError", null));
  }

  @SuppressWarnings("InfiniteRecursion") // is what is tested
  private static JsonNode deeper(JsonNode value) {
    return deeper(deeper(value));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aCheckedExceptionIsNamedByItsClass(Kind kind, String task) {
    assertThat(
            run(
                kind,
                task,
                call -> {
                  throw new java.io.IOException("unplugged");
                }))
        .isEqualTo(new ExecutionResult.Failed("IOException", "unplugged"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnonymousExceptionHasANameToo(Kind kind, String task) {
    ExecutionResult result =
        run(
            kind,
            task,
            call -> {
              throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;
              };
            });

    assertThat(((ExecutionResult.Failed) result).error()).contains("HandlersTest$");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nullIsNoResult(Kind kind, String task) {
    assertThat(run(kind, task, call -> untold()))
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.Runtime",
                "The task handler of the state `S` gave null; give a JSON value, such as NullNode"
                    + " for null."));
  }

  /** What code gives that NullAway does not see. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T extends @Nullable Object> T untold() {
    return null;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anInterruptOfItsOwnMakingIsAFailureLikeAnyOther(Kind kind, String task) {
    assertThat(
            run(
                kind,
                task,
                call -> {
                  throw new InterruptedException("somebody else's");
                }))
        .isEqualTo(new ExecutionResult.Failed("InterruptedException", "somebody else's"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anInterruptFlagLeftBehindDisturbsNobody(Kind kind, String task) {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'S', 'States': {'S': {"
                + task.replace("'End': true", "'Next': 'T'")
                + "}, 'T': {'Type': 'Task', 'Next': 'W', 'Resource':"
                + " 'arn:aws:states:::sqs:sendMessage'}, 'W': {'Type': 'Wait', 'SecondsPath':"
                + " '$.s', 'End': true}}}");
    TaskHandler handler =
        call -> {
          call.sleep(Duration.ofMillis(1));
          Thread.currentThread().interrupt();
          return Machines.json("{'s': " + (kind == Kind.REAL ? 0 : 60) + "}");
        };

    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      assertThat(engine.run(machine, EMPTY).status()).isEqualTo("SUCCEEDED");
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aHandlerCannotPretendThatTheExecutionWasStopped(Kind kind, String task) {
    assertThat(
            run(
                kind,
                task,
                call -> {
                  throw new ExecutionCancelled("by me");
                }))
        .isEqualTo(new ExecutionResult.Failed("ExecutionCancelled", "by me"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aWordingThatFailsCostsTheCauseOnly(Kind kind, String task) {
    ErrorNaming broken =
        ErrorNaming.standard()
            .causes(
                thrown -> {
                  throw new IllegalStateException("cannot word it");
                });
    TaskHandler failing =
        call -> {
          throw new IllegalArgumentException("x");
        };
    try (Engine engine = kind.engine().errors(broken).handlers(all(failing)).build()) {
      assertThat(engine.run(Machines.ofState(task), EMPTY))
          .isEqualTo(new ExecutionResult.Failed("IllegalArgumentException", null));
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatItDoesToItsArgumentsStaysWithIt(Kind kind, String task) {
    HistoryRecorder recorder = new HistoryRecorder();
    TaskHandler handler =
        call -> {
          ((ObjectNode) call.arguments()).put("changed", true);
          return call.arguments();
        };
    try (Engine engine = kind.engine().listener(recorder).handlers(all(handler)).build()) {
      assertThat(engine.run(Machines.ofState(task), EMPTY).output()).isEqualTo(EMPTY);
    }
    assertThat(recorder.events(recorder.executions().getFirst()).toString())
        .doesNotContain("changed");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whatItTellsTwiceIsTiedToOneEvent(Kind kind, String task) {
    HistoryRecorder recorder = new HistoryRecorder();
    TaskHandler handler =
        call -> {
          for (int i = 0; i < 1_000; i++) {
            call.started("w" + i);
            call.submitted(Machines.json("" + i));
          }
          return EMPTY;
        };
    String job = task.replace("sqs:sendMessage", "glue:startJobRun.sync");
    try (Engine engine = kind.engine().listener(recorder).handlers(all(handler)).build()) {
      engine.run(Machines.ofState(job), EMPTY);
    }

    List<EventType> types =
        recorder.events(recorder.executions().getFirst()).stream()
            .map(event -> event.type())
            .toList();
    assertThat(types)
        .containsExactly(
            EventType.EXECUTION_STARTED,
            EventType.TASK_STATE_ENTERED,
            EventType.TASK_SCHEDULED,
            EventType.TASK_STARTED,
            EventType.TASK_SUBMITTED,
            EventType.TASK_SUCCEEDED,
            EventType.TASK_STATE_EXITED,
            EventType.EXECUTION_SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aLaterActionThatFailsIsLoggedAndDisturbsNobody(Kind kind) {
    String token = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    TaskHandler handler =
        call -> {
          call.later(
              Duration.ofMillis(1),
              () -> {
                throw new IllegalStateException("later");
              });
          call.later(
              Duration.ofMillis(2),
              () -> call.tokens().succeed(call.taskToken().orElseThrow(), EMPTY));
          return EMPTY;
        };
    String name = "later-" + kind;
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      StateMachine machine =
          Machines.ofState(
              INLINE.replace("arn:aws:states:::sqs:sendMessage", token)
                  + ", 'Parameters': {'t.$': '$$.Task.Token'}");
      assertThat(engine.start(machine, ExecutionRequest.of(EMPTY).withName(name)).await().output())
          .isEqualTo(EMPTY);
    }
    if (kind == Kind.MODELLED) {
      assertThat(RecordedLogs.linesWith(name)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTaskThatNobodyAnswersSaysSo(Kind kind) {
    try (Engine engine = kind.engine().build()) {
      assertThat(engine.run(Machines.ofState(INLINE), EMPTY))
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.Runtime",
                  "An error occurred while executing the state 'S' (entered at the event id #2). No"
                      + " task handler answers the resource arn:aws:states:::sqs:sendMessage; bind"
                      + " one to it or to the state `S`."));
    }
  }

  private static ExecutionResult run(Kind kind, String task, TaskHandler handler) {
    try (Engine engine = kind.engine().handlers(all(handler)).build()) {
      return engine.run(Machines.ofState(task), EMPTY);
    }
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
