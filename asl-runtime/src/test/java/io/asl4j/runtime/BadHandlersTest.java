package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What applications do wrong, and what becomes of it: a defined end with a clear message. In each
 * test another execution of the same engine is under way, and nothing happens to it.
 */
@Timeout(60)
class BadHandlersTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final String TOKEN =
      "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";
  private static final StateMachine NEIGHBOUR =
      Machines.machine(
          "{'StartAt': 'Neighbour', 'States': {'Neighbour': {'Type': 'Task', 'End': true,"
              + " 'Resource': 'arn:aws:states:::sns:publish'}}}");

  private final CountDownLatch neighbourGoesOn = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Engine> engines = new ArrayList<>();
  private final List<Execution> neighbours = new ArrayList<>();

  @AfterEach
  void theNeighbourIsUndisturbed() {
    neighbourGoesOn.countDown();
    assertThat(neighbours)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.await().output()).isEqualTo(Machines.json("'fine'")));
    released.countDown();
    engines.forEach(Engine::close);
  }

  private Engine engine(Engine.Builder builder, TaskHandler bad) {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .state("S", bad)
            .state(
                "Neighbour",
                call -> {
                  neighbourGoesOn.await();
                  return Machines.json("'fine'");
                })
            .build();
    Engine engine = builder.handlers(handlers).build();
    engines.add(engine);
    neighbours.add(engine.start(NEIGHBOUR, ExecutionRequest.of(EMPTY)));
    return engine;
  }

  private ExecutionResult run(Kind kind, String state, TaskHandler bad) {
    return engine(kind.engine(), bad).run(Machines.ofState(state), EMPTY);
  }

  private static ExecutionResult failed(String error, String cause) {
    return new ExecutionResult.Failed(error, cause);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anErrorOfAHandlerFailsItsTask(Kind kind) {
    assertThat(
            run(
                kind,
                TASK,
                call -> {
                  throw new NoClassDefFoundError("com/example/Gone");
                }))
        .isEqualTo(failed("NoClassDefFoundError", "com/example/Gone"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatRunsOutOfMemoryFailsItsTask(Kind kind) {
    assertThat(
            run(
                kind,
                TASK,
                call -> {
                  throw new OutOfMemoryError("Java heap space");
                }))
        .isEqualTo(failed("OutOfMemoryError", "Java heap space"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatRunsOutOfStackFailsItsTask(Kind kind) {
    assertThat(run(kind, TASK, call -> deeper(EMPTY)))
        .isEqualTo(failed("StackOverflowError", null));
  }

  @SuppressWarnings("InfiniteRecursion") // is what is tested
  private static JsonNode deeper(JsonNode value) {
    return deeper(deeper(value));
  }

  /** Jackson finds nothing to write in it. */
  private record Opaque(Object hidden) {}

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aResultThatIsNoJsonFailsTheTaskAndNamesTheType(Kind kind) {
    TaskHandler typed =
        TaskHandler.typed(
            JsonNode.class, new ObjectMapper(), input -> new Opaque(Thread.currentThread()));

    assertThat(run(kind, TASK, typed))
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failure -> {
              assertThat(failure.error()).isEqualTo("States.TaskFailed");
              assertThat(failure.cause())
                  .startsWith("The handler of the state `S` returned " + Opaque.class.getName())
                  .contains("cannot be written as JSON");
            });
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aNodeThatIsNoJsonValueFailsTheTask(Kind kind) {
    assertThat(run(kind, TASK, call -> MissingNode.getInstance()))
        .isEqualTo(
            failed(
                "States.Runtime",
                "The task handler of the state `S` gave a MissingNode; give a JSON value, such as"
                    + " NullNode for null."));
    assertThat(run(kind, TASK, call -> JsonNodeFactory.instance.pojoNode(new Object())))
        .isEqualTo(
            failed(
                "States.Runtime",
                "The task handler of the state `S` gave a Java object in a POJONode; give a JSON"
                    + " value, such as NullNode for null."));
  }

  @Test
  void aResultIsWhatItsJsonTextSays() {
    TaskHandler typed =
        TaskHandler.typed(
            JsonNode.class,
            new ObjectMapper(),
            input -> Map.of("bytes", new byte[] {1, 2}, "number", Double.NaN));

    assertThat(run(Kind.REAL, TASK, typed).output())
        .isEqualTo(Machines.json("{'bytes': 'AQI=', 'number': 'NaN'}"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aResultOfThreeHundredKilobytesIsTooLargeForAws(Kind kind) {
    JsonNode large = JsonNodeFactory.instance.textNode("x".repeat(300 * 1024));
    String caught =
        TASK + ", 'Catch': [{'ErrorEquals': ['States.DataLimitExceeded'], 'Next': 'E'}]";
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'S', 'States': {'S': {" + caught + "}, 'E': {'Type': 'Succeed'}}}");

    assertThat(
            engine(kind.engine().limits(Limits.aws()), call -> large).run(machine, EMPTY).output())
        .isEqualTo(
            Machines.json(
                "{'Error': 'States.DataLimitExceeded', 'Cause': 'The state/task"
                    + " \\u0027arn:aws:states:::sqs:sendMessage\\u0027 returned a result with a"
                    + " size exceeding the maximum number of bytes service limit.'}"));
    assertThat(engine(kind.engine(), call -> large).run(machine, EMPTY).output()).isEqualTo(large);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatNeverReturnsTimesOut(Kind kind) {
    assertThat(
            run(
                kind,
                TASK + ", 'TimeoutSeconds': 1",
                call -> {
                  call.sleep(Duration.ofDays(10_000));
                  return EMPTY;
                }))
        .isEqualTo(failed("States.Timeout", null));
  }

  @Test
  void aHandlerThatIgnoresItsInterruptIsLeftAloneAndItsResultIsLoggedOnce()
      throws InterruptedException {
    String name = "left-alone-" + System.identityHashCode(this);
    ThreadsOfTest threads = new ThreadsOfTest();
    for (String timer : List.of("'TimeoutSeconds': 1", "'HeartbeatSeconds': 1")) {
      Engine engine = engine(Kind.REAL.engine().threads(threads), stubborn());
      ExecutionResult result =
          engine
              .start(
                  Machines.ofState(TASK + ", " + timer), ExecutionRequest.of(EMPTY).withName(name))
              .await();

      assertThat(result).isEqualTo(failed("States.Timeout", null));
      assertThat(released.getCount()).as("the handler is still at work").isEqualTo(1);
    }
    released.countDown();
    neighbourGoesOn.countDown();
    threads.awaitEnds();
    assertThat(RecordedLogs.linesWith(name))
        .hasSize(2)
        .allMatch(line -> line.endsWith("its result was dropped."));
  }

  @Test
  void aHandlerThatSleepsOnForeverInModelledTimeIsEndedWithAWord() {
    String name = "sleeps-on-" + System.identityHashCode(this);
    Engine engine =
        engine(
            Kind.MODELLED.engine(),
            call -> {
              while (true) {
                try {
                  call.sleep(Duration.ofSeconds(1));
                } catch (Exception swallowed) {
                  // As such handlers do.
                }
              }
            });

    ExecutionResult result =
        engine
            .start(
                Machines.ofState(TASK + ", 'TimeoutSeconds': 5"),
                ExecutionRequest.of(EMPTY).withName(name))
            .await();

    assertThat(result).isEqualTo(failed("States.Timeout", null));
    assertThat(RecordedLogs.linesWith("The task handler of the state `S` sleeps on"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("or ask call.isCancelled()."));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTokenThatIsCompletedTwiceCountsOnce(Kind kind) {
    List<TaskTokens.Answer> answers = new ArrayList<>();
    ExecutionResult result =
        run(
            kind,
            TOKEN,
            call -> {
              String token = call.taskToken().orElseThrow();
              answers.add(call.tokens().succeed(token, Machines.json("1")));
              answers.add(call.tokens().succeed(token, Machines.json("2")));
              answers.add(call.tokens().fail(token, "Late", null));
              return EMPTY;
            });

    assertThat(result).isEqualTo(new ExecutionResult.Succeeded(Machines.json("1")));
    assertThat(answers)
        .containsExactly(
            TaskTokens.Answer.ACCEPTED,
            TaskTokens.Answer.TASK_TIMED_OUT,
            TaskTokens.Answer.TASK_TIMED_OUT);
  }

  @Test
  void aTokenThatIsCompletedTooLateIsToldSo() throws InterruptedException {
    LinkedBlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    TaskHandler handler =
        call -> {
          tokens.add(call.taskToken().orElseThrow());
          return EMPTY;
        };
    Engine engine = engine(Kind.REAL.engine(), handler);

    assertThat(engine.run(Machines.ofState(TOKEN + ", 'TimeoutSeconds': 1"), EMPTY))
        .isEqualTo(failed("States.Timeout", null));
    String token = tokens.take();
    assertThat(engine.tokens().succeed(token, EMPTY)).isEqualTo(TaskTokens.Answer.TASK_TIMED_OUT);
    assertThat(engine.tokens().succeed(token + "x", EMPTY))
        .isEqualTo(TaskTokens.Answer.TASK_DOES_NOT_EXIST);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHandlerThatChangesItsInputChangesNothingElse(Kind kind) {
    StateMachine machine = Machines.ofState(TASK + ", 'ResultPath': '$.result'");
    JsonNode input = Machines.json("{'list': [1]}");
    Engine engine =
        engine(
            kind.engine(),
            call -> {
              ObjectNode own = (ObjectNode) call.arguments();
              own.withArray("list").removeAll();
              own.put("changed", true);
              return Machines.json("0");
            });

    assertThat(engine.run(machine, input).output())
        .isEqualTo(Machines.json("{'list': [1], 'result': 0}"));
    assertThat(input).isEqualTo(Machines.json("{'list': [1]}"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aStartWithAUsedNameSaysWhichExecutionHasIt(Kind kind) {
    Engine engine = engine(kind.engine(), call -> EMPTY);
    Execution first =
        engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY).withName("order-7"));
    first.await();

    assertThatExceptionOfType(ExecutionAlreadyExists.class)
        .isThrownBy(
            () ->
                engine.start(
                    Machines.ofState(TASK), ExecutionRequest.of(EMPTY).withName("order-7")))
        .withMessageStartingWith(
            "An execution with the name `order-7` of the machine `StateMachine` exists already"
                + " (SUCCEEDED, started ");
    assertThat(engine.find(first.arn())).containsSame(first);
  }

  @Test
  void aRedriveOfARunningExecutionIsRefusedAndTheExecutionGoesOn() throws InterruptedException {
    Engine engine =
        engine(
            Kind.REAL.engine().redrivable(true),
            call -> {
              begun.countDown();
              released.await();
              return Machines.json("1");
            });
    Execution running = engine.start(Machines.ofState(TASK), ExecutionRequest.of(EMPTY));
    begun.await();

    assertThatIllegalStateException()
        .isThrownBy(() -> engine.redrive(running))
        .withMessage("Execution is RUNNING and cannot be redriven: " + running.arn());
    released.countDown();
    assertThat(running.await().output()).isEqualTo(Machines.json("1"));
    assertThatIllegalStateException()
        .isThrownBy(() -> engine.redrive(running))
        .withMessage("Execution is SUCCEEDED and cannot be redriven: " + running.arn());
  }

  @Test
  void aHandlerThatChoosesAnErrorNameIsTakenAtItsWord() {
    assertThat(
            run(
                Kind.REAL,
                TASK,
                call -> {
                  throw StateFailed.of("Payment.Declined", "card expired");
                }))
        .isEqualTo(failed("Payment.Declined", "card expired"));
  }

  /** Works on until the test lets it go, whoever interrupts it. */
  private TaskHandler stubborn() {
    return call -> {
      boolean waiting = true;
      while (waiting) {
        try {
          released.await();
          waiting = false;
        } catch (InterruptedException ignored) {
          // Works on.
        }
      }
      return Machines.json("'late'");
    };
  }
}
