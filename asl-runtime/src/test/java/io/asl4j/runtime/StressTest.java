package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many executions, long ones, and long waits. The sizes are small enough for every build; system
 * properties make them larger: {@code asl4j.stress.sharing}, {@code asl4j.stress.transitions},
 * {@code asl4j.stress.waiting}.
 */
@Timeout(600)
class StressTest {

  private static final int SHARING = Integer.getInteger("asl4j.stress.sharing", 10_000);
  private static final int TRANSITIONS = Integer.getInteger("asl4j.stress.transitions", 1_000_000);
  private static final int WAITING = Integer.getInteger("asl4j.stress.waiting", 10_000);

  private static final JsonNode EMPTY = Machines.json("{}");

  /** Takes the id of its execution through variables, branches, items, retries and expressions. */
  private static final StateMachine SHARED =
      Machines.machine(
          "{'QueryLanguage': 'JSONata', 'StartAt': 'Keep', 'States': {'Keep': {'Type': 'Pass',"
              + " 'Assign': {'id': '{% $states.input.id %}', 'twice': '{% $states.input.id &"
              + " $states.input.id %}'}, 'Next': 'Meet'}, 'Meet': {'Type': 'Task', 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage', 'Arguments': {'id': '{% $id %}'}, 'Assign':"
              + " {'told': '{% $states.result.id %}'}, 'Retry': [{'ErrorEquals':"
              + " ['States.ALL'], 'MaxAttempts': 0}], 'Next': 'Fan'}, 'Fan': {'Type': 'Parallel',"
              + " 'Branches': [{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'Items':"
              + " '{% [1..3] %}', 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type':"
              + " 'Pass', 'Assign': {'mine': '{% $id & \\'-\\' & $string($states.input) %}'},"
              + " 'Next': 'J'}, 'J': {'Type': 'Pass', 'Output': '{% $mine %}', 'End': true}}},"
              + " 'End': true}}}, {'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Output':"
              + " '{% $twice %}', 'End': true}}}], 'Next': 'Tell'}, 'Tell': {'Type': 'Pass',"
              + " 'Output': {'all': '{% $states.input %}', 'told': '{% $told %}', 'name':"
              + " '{% $states.context.Execution.Name %}'}, 'End': true}}}");

  @Test
  void concurrentExecutionsOfOneMachineNeverSeeEachOther() throws InterruptedException {
    CountDownLatch allMet = new CountDownLatch(SHARING);
    TaskHandler meeting =
        call -> {
          allMet.countDown();
          allMet.await();
          return call.arguments();
        };
    List<Execution> executions = new ArrayList<>();
    try (Engine engine =
        Engine.builder().handlers(TaskHandlers.builder().resource("*", meeting).build()).build()) {
      for (int i = 0; i < SHARING; i++) {
        executions.add(
            engine.start(
                SHARED,
                ExecutionRequest.of(Machines.json("{'id': 'x" + i + "'}")).withName("n" + i)));
      }

      for (int i = 0; i < SHARING; i++) {
        String id = "x" + i;
        assertThat(executions.get(i).await().output())
            .isEqualTo(
                Machines.json(
                    "{'all': [['%1$s-1', '%1$s-2', '%1$s-3'], '%1$s%1$s'], 'told': '%1$s', 'name': 'n%2$d'}"
                        .formatted(id, i)));
      }
    }
  }

  @Test
  void aLongLoopNeedsNoMoreStackThanAShortOne() {
    StateMachine machine =
        Machines.machine(
            "{'StartAt': 'Add', 'States': {'Add': {'Type': 'Pass', 'Parameters': {'n.$':"
                + " 'States.MathAdd($.n, 1)'}, 'Next': 'More'}, 'More': {'Type': 'Choice',"
                + " 'Choices': [{'Variable': '$.n', 'NumericLessThan': "
                + TRANSITIONS / 2
                + ", 'Next': 'Add'}], 'Default': 'Done'}, 'Done': {'Type': 'Succeed'}}}");
    try (Engine engine =
        Engine.builder()
            .threads(body -> new Thread(null, body, "small-stack", 256 * 1024))
            .build()) {
      assertThat(engine.run(machine, Machines.json("{'n': 0}")).output())
          .isEqualTo(Machines.json("{'n': " + TRANSITIONS / 2 + "}"));
    }
  }

  @Test
  void manyExecutionsWaitForTheSameInstant() {
    StateMachine machine =
        Machines.ofState("'Type': 'Wait', 'TimestampPath': '$.until', 'End': true");
    JsonNode input =
        Machines.json("{'until': '" + Instant.now().plusSeconds(2 + WAITING / 20_000) + "'}");
    List<Execution> executions = new ArrayList<>();
    try (Engine engine = Engine.builder().build()) {
      for (int i = 0; i < WAITING; i++) {
        executions.add(engine.start(machine, ExecutionRequest.of(input)));
      }

      assertThat(executions).allSatisfy(each -> assertThat(each.await().output()).isEqualTo(input));
    }
  }

  @Test
  void manyExecutionsWaitForTheirTokens() throws InterruptedException {
    StateMachine machine =
        Machines.ofState(
            "'Type': 'Task', 'End': true, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
                + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'");
    Set<String> tokens = ConcurrentHashMap.newKeySet();
    CountDownLatch allWait = new CountDownLatch(WAITING);
    TaskHandler handler =
        call -> {
          tokens.add(call.taskToken().orElseThrow());
          allWait.countDown();
          return EMPTY;
        };
    List<Execution> executions = new ArrayList<>();
    try (Engine engine =
        Engine.builder().handlers(TaskHandlers.builder().resource("*", handler).build()).build()) {
      for (int i = 0; i < WAITING; i++) {
        executions.add(engine.start(machine, ExecutionRequest.of(EMPTY)));
      }
      allWait.await();

      for (String token : tokens) {
        assertThat(engine.tokens().succeed(token, EMPTY)).isEqualTo(TaskTokens.Answer.ACCEPTED);
      }

      assertThat(tokens).hasSize(WAITING);
      assertThat(executions).allSatisfy(each -> assertThat(each.await().output()).isEqualTo(EMPTY));
    }
  }
}
