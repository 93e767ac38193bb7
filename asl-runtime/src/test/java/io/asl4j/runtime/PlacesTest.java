package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many executions an engine lets be open. */
@Timeout(60)
class PlacesTest {

  private static final StateMachine MACHINE = Machines.ofState("'Type': 'Succeed'");
  private static final StateMachine WAITING =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'");

  @Test
  void aStartThatIsRefusedOrThatOnlyFindsAnotherTakesNoPlace() throws InterruptedException {
    ThreadsOfTest threads = new ThreadsOfTest();
    CountDownLatch released = new CountDownLatch(1);
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  released.await();
                  return call.arguments();
                })
            .build();
    try (Engine engine =
        Engine.builder().threads(threads).handlers(handlers).maxOpen(2, WhenFull.REFUSE).build()) {
      Execution first = engine.start(WAITING, named("1"));
      for (int i = 0; i < 5; i++) {
        assertThat(engine.start(WAITING, named("1"))).isSameAs(first);
        assertThatExceptionOfType(ExecutionAlreadyExists.class)
            .isThrownBy(() -> engine.start(WAITING, named("2")));
      }
      released.countDown();
      assertThat(first.await().status()).isEqualTo("SUCCEEDED");
      threads.awaitEnds();

      for (int i = 0; i < 5; i++) {
        assertThatExceptionOfType(ExecutionAlreadyExists.class)
            .isThrownBy(() -> engine.start(WAITING, named("2")));
      }
      assertThat(engine.run(MACHINE, json("3")).status()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void ofManyRedrivesOfOneExecutionExactlyOneGoesOn() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    ThreadsOfTest threads = new ThreadsOfTest();
    TaskHandlers failingOnce =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  if (calls.incrementAndGet() == 1) {
                    throw StateFailed.of("Broken", null);
                  }
                  return call.arguments();
                })
            .build();
    try (Engine engine =
        Engine.builder().threads(threads).redrivable(true).handlers(failingOnce).build()) {
      Execution failed = engine.start(WAITING, named("1"));
      assertThat(failed.await().status()).isEqualTo("FAILED");
      threads.awaitEnds();
      AtomicInteger redriven = new AtomicInteger();
      CountDownLatch go = new CountDownLatch(1);
      Thread[] callers = new Thread[16];
      for (int i = 0; i < callers.length; i++) {
        callers[i] =
            Thread.startVirtualThread(
                () -> {
                  try {
                    go.await();
                    engine.redrive(failed).await();
                    redriven.incrementAndGet();
                  } catch (IllegalStateException | InterruptedException tooLate) {
                    // Another one was faster.
                  }
                });
      }

      go.countDown();
      for (Thread caller : callers) {
        caller.join();
      }

      assertThat(redriven).hasValue(1);
      assertThat(calls).hasValue(2);
    }
  }

  @Test
  void aFullEngineGivesTheOpenExecutionOfTheSameNameAgain() {
    CountDownLatch released = new CountDownLatch(1);
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  released.await();
                  return call.arguments();
                })
            .build();
    try (Engine engine = Engine.builder().handlers(handlers).maxOpen(1, WhenFull.REFUSE).build()) {
      Execution first = engine.start(WAITING, named("1"));

      assertThat(engine.start(WAITING, named("1"))).isSameAs(first);
      assertThatExceptionOfType(TooManyExecutions.class)
          .isThrownBy(() -> engine.start(WAITING, ExecutionRequest.of(json("1"))));
      released.countDown();
    }
  }

  @Test
  void aFullEngineLetsAStartWaitForAPlace() {
    try (Engine engine = Engine.builder().maxOpen(1, WhenFull.WAIT).build()) {
      for (int i = 0; i < 200; i++) {
        JsonNode input = json("" + i);
        assertThat(engine.run(MACHINE, input).output()).isEqualTo(input);
      }
    }
  }

  private static ExecutionRequest named(String input) {
    return ExecutionRequest.of(json(input)).withName("one");
  }

  private static JsonNode json(String text) {
    return Machines.json(text);
  }
}
