package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What handlers want to happen later ends with their execution, however it ends. */
@Timeout(60)
class LaterTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";

  private final CountDownLatch begun = new CountDownLatch(4);

  @Test
  void nothingIsPendingOnceAnExecutionHasEndedByItself() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    TaskHandler handler =
        call -> {
          call.later(Duration.ofDays(1_000_000), () -> {});
          call.later(Duration.ofDays(300), () -> {});
          return EMPTY;
        };
    try (Engine engine = Engine.builder().threads(threads).handlers(all(handler)).build()) {
      assertThat(engine.run(fan(TASK), Machines.json("[1, 2, 3, 4]")).status())
          .isEqualTo("SUCCEEDED");
      assertThat(
              engine
                  .run(fan(TASK + ", 'TimeoutSeconds': 9999"), Machines.json("[1, 2, 3, 4]"))
                  .status())
          .isEqualTo("SUCCEEDED");
      threads.awaitEnds();

      assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
    }
  }

  @Test
  void nothingIsPendingOnceAnExecutionWasStoppedThoughItsHandlersGoOn()
      throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    TaskHandler handler =
        call -> {
          call.later(Duration.ofDays(300), () -> {});
          begun.countDown();
          boolean waiting = true;
          while (waiting) {
            try {
              released.await();
              waiting = false;
            } catch (InterruptedException ignored) {
              // Works on.
            }
          }
          call.later(Duration.ofDays(300), () -> {});
          return EMPTY;
        };
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = Engine.builder().threads(threads).handlers(all(handler)).build()) {
      Execution execution =
          engine.start(fan(TASK), ExecutionRequest.of(Machines.json("[1, 2, 3, 4]")));
      begun.await();

      execution.stop(null, null);

      assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
      released.countDown();
      threads.awaitEnds();
      assertThat(engine.load()).isEqualTo(new Load(0, 0, 0));
    }
  }

  private static StateMachine fan(String task) {
    return Machines.machine(
        "{'TimeoutSeconds': 9999, 'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true,"
            + " 'ItemProcessor': {'StartAt': 'T', 'States': {'T': {"
            + task
            + "}}}}}}");
  }

  private static TaskHandlers all(TaskHandler handler) {
    return TaskHandlers.builder().resource("*", handler).build();
  }
}
