package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ModelledTimeTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TOKEN =
      "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
          + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'";

  /** Goes round for ever without waiting. */
  private static final String LOOP =
      "{'StartAt': 'L', 'States': {'L': {'Type': 'Pass', 'Next': 'C'}, 'C': {'Type': 'Choice',"
          + " 'Choices': [{'Variable': '$.end', 'IsPresent': true, 'Next': 'Z'}], 'Default':"
          + " 'L'}, 'Z': {'Type': 'Succeed'}}}";

  @Test
  void whatCanNeverGoOnIsStuck() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = Kind.MODELLED.engine().threads(threads).handlers(all(EMPTY)).build()) {
      assertThatThrownBy(() -> engine.run(Machines.ofState(TOKEN), EMPTY))
          .hasRootCauseInstanceOf(ExecutionStuck.class);
      threads.awaitEnds();
    }
  }

  @Test
  void branchesThatAllWaitForTokensAreStuck() throws InterruptedException {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemProcessor':"
                + " {'StartAt': 'S', 'States': {'S': {"
                + TOKEN
                + ", 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'E'}]}, 'E': {'Type':"
                + " 'Succeed'}}}}}}");
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = Kind.MODELLED.engine().threads(threads).handlers(all(EMPTY)).build()) {
      assertThatThrownBy(() -> engine.run(machine, Machines.json("[1, 2, 3]")))
          .hasRootCauseInstanceOf(ExecutionStuck.class);
      threads.awaitEnds();
    }
  }

  @Test
  void aBranchThatLoopsWithoutWaitingKeepsNobodyOut() {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches': ["
                + LOOP
                + ", {'StartAt': 'F', 'States': {'F': {'Type': 'Fail', 'Error': 'Enough'}}}]}}}");
    try (Engine engine = Kind.MODELLED.engine().build()) {
      assertThat(engine.run(machine, EMPTY)).isEqualTo(new ExecutionResult.Failed("Enough", null));
    }
  }

  @Test
  void aStopInterruptsAHandlerThatBlocksInRealTime() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    ThreadsOfTest threads = new ThreadsOfTest();
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return EMPTY;
                })
            .build();
    try (Engine engine = Kind.MODELLED.engine().threads(threads).handlers(handlers).build()) {
      Execution execution =
          engine.start(
              Machines.ofState(
                  "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'"),
              ExecutionRequest.of(EMPTY));
      begun.await();

      execution.stop(null, null);

      assertThat(execution.await().status()).isEqualTo("ABORTED");
      threads.awaitEnds();
    }
  }

  @Test
  void timeMovesOnlyWhenAllWait() {
    List<String> order = new CopyOnWriteArrayList<>();
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  int item = call.request().itemIndex();
                  call.sleep(Duration.ofHours(10 - item));
                  order.add(item + " at " + Duration.between(Kind.START, call.now()).toHours());
                  return call.arguments();
                })
            .build();
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemProcessor':"
                + " {'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'End': true, 'Resource':"
                + " 'arn:aws:states:::sqs:sendMessage'}}}}}}");
    try (Engine engine = Kind.MODELLED.engine().handlers(handlers).build()) {
      engine.run(machine, Machines.json("[1, 2, 3]"));
    }

    assertThat(order).containsExactly("2 at 8", "1 at 9", "0 at 10");
  }

  @Test
  void seedsGiveDifferentOrdersAndTheSameSeedTheSame() {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemProcessor':"
                + " {'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type':"
                + " 'Pass', 'End': true}}}}}}");
    Set<List<String>> orders = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      List<String> once = lines(machine, seed);
      assertThat(lines(machine, seed)).isEqualTo(once);
      orders.add(once);
    }

    assertThat(orders).hasSizeGreaterThan(15);
  }

  private static List<String> lines(StateMachine machine, long seed) {
    io.asl4j.runtime.history.HistoryRecorder recorder =
        new io.asl4j.runtime.history.HistoryRecorder();
    try (Engine engine =
        Engine.builder().virtualTime(Kind.START, seed).listener(recorder).build()) {
      Execution execution =
          engine.start(machine, ExecutionRequest.of(Machines.json("[1, 2, 3, 4]")));
      execution.await();
      return Histories.lines(recorder.events(execution.arn()));
    }
  }

  @Test
  void tenThousandBranchesAreOpenAtOnce() {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ResultSelector':"
                + " {'n.$': 'States.ArrayLength($)'}, 'ItemProcessor': {'StartAt': 'W', 'States':"
                + " {'W': {'Type': 'Wait', 'Seconds': 99999999, 'End': true}}}}}}");
    JsonNode items = Machines.json("[" + "0,".repeat(9_999) + "0]");
    try (Engine engine = Kind.MODELLED.engine().build()) {
      assertThat(engine.run(machine, items).output()).isEqualTo(Machines.json("{'n': 10000}"));
    }
  }

  @Test
  void aFailureIsToldAtTheInstantItHappens() {
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  call.sleep(Duration.ofDays(400));
                  throw StateFailed.of("Late", call.now().toString());
                })
            .build();
    try (Engine engine = Kind.MODELLED.engine().handlers(handlers).build()) {
      assertThat(
              engine.run(
                  Machines.ofState(
                      "'Type': 'Task', 'End': true, 'Resource':"
                          + " 'arn:aws:states:::sqs:sendMessage'"),
                  EMPTY))
          .isEqualTo(
              new ExecutionResult.Failed("Late", Kind.START.plus(Duration.ofDays(400)).toString()));
    }
  }

  private static TaskHandlers all(JsonNode answer) {
    return TaskHandlers.builder().resource("*", call -> answer).build();
  }
}
