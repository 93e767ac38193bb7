package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.PendingTask;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a token is listed, and found by the key that the application knows. */
@Timeout(60)
class PendingTasksTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String RESOURCE = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
  private static final StateMachine APPROVAL =
      Machines.machine(
          "{'StartAt': 'Ask', 'States': {'Ask': {'Type': 'Task', 'Resource': '"
              + RESOURCE
              + "', 'Parameters': {'t.$': '$$.Task.Token'}, 'End': true}}}");

  private final Semaphore asked = new Semaphore(0);

  private Engine engine() {
    return Engine.builder()
        .clock(InstantSource.fixed(Kind.START))
        .handlers(
            TaskHandlers.builder()
                .resource(
                    RESOURCE,
                    call -> {
                      asked.release();
                      return EMPTY;
                    })
                .build())
        .build();
  }

  private static ExecutionRequest request(String order) {
    return ExecutionRequest.of(EMPTY).ofMachine("approvals").withBusinessKey(order);
  }

  @Test
  void aPendingTaskTellsWhoWaitsSinceWhenAndForWhat() throws InterruptedException {
    try (Engine engine = engine()) {
      Execution execution = engine.start(APPROVAL, request("o-1"));
      asked.acquire();

      PendingTask task = engine.tokens().pending().getFirst();
      assertThat(task)
          .isEqualTo(
              new PendingTask(
                  task.token(),
                  execution.arn(),
                  "approvals",
                  "Ask",
                  0,
                  RESOURCE,
                  Kind.START,
                  Optional.of("o-1")));
    }
  }

  @Test
  void aControllerFindsTheTokenByBusinessKeyAndHandsItBack() throws InterruptedException {
    try (Engine engine = engine()) {
      Execution first = engine.start(APPROVAL, request("o-1"));
      Execution second = engine.start(APPROVAL, request("o-2"));
      asked.acquire(2);

      assertThat(engine.tokens().pending()).hasSize(2);
      List<PendingTask> ofSecond = engine.tokens().pending("o-2");
      assertThat(ofSecond).extracting(PendingTask::executionArn).containsExactly(second.arn());
      assertThat(
              engine.tokens().succeed(ofSecond.getFirst().token(), Machines.json("{'by': 'ada'}")))
          .isEqualTo(TaskTokens.Answer.ACCEPTED);
      assertThat(second.await().output()).isEqualTo(Machines.json("{'by': 'ada'}"));
      assertThat(engine.tokens().pending("o-2")).isEmpty();

      first.stop(null, null);
    }
  }

  @Test
  void whatIsStoppedWaitsNoMore() throws InterruptedException {
    Engine engine = engine();
    engine.start(APPROVAL, request("o-1"));
    asked.acquire();
    engine.close(Duration.ZERO);

    while (!engine.tokens().pending().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(engine.tokens().pending("o-1")).isEmpty();
  }

  @Test
  void anActivityIsListedButAJobIsNot() throws InterruptedException {
    Activities activities = new Activities();
    String activity = "arn:aws:states:us-east-1:123456789012:activity:pack";
    String job = "arn:aws:states:::glue:startJobRun.sync";
    Semaphore running = new Semaphore(0);
    StateMachine both =
        Machines.machine(
            "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
                + " [{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': '"
                + activity
                + "', 'End': true}}}, {'StartAt': 'J', 'States': {'J': {'Type': 'Task',"
                + " 'Resource': '"
                + job
                + "', 'TimeoutSeconds': 600, 'End': true}}}]}}}");
    try (Engine engine =
        Engine.builder()
            .handlers(
                TaskHandlers.builder()
                    .resource(activity, activities.handler())
                    .resource(
                        job,
                        call -> {
                          running.release();
                          new Semaphore(0).acquire();
                          return EMPTY;
                        })
                    .build())
            .build()) {
      engine.start(both, request("o-1"));
      running.acquire();
      Activities.ActivityTask task =
          activities.poll(activity, "packer", Duration.ofSeconds(30)).orElseThrow();

      assertThat(engine.tokens().pending())
          .extracting(PendingTask::stateName, PendingTask::token)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("A", task.token()));
    }
  }
}
