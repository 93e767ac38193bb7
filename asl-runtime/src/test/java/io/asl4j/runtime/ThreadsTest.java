package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.HotSpotDiagnosticMXBean;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No thread outlives its work. */
@Timeout(120)
class ThreadsTest {

  private static final String TASK =
      "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage'";

  /** All kinds of ends in one machine: a timeout, a failure that stops a sibling, a token. */
  private static final StateMachine MACHINE =
      Machines.machine(
          "{'TimeoutSeconds': 600, 'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'ItemsPath':"
              + " '$.items', 'ResultPath': '$.done', 'Next': 'P', 'ItemProcessor': {'StartAt':"
              + " 'I', 'States': {'I': {"
              + TASK
              + ", 'TimeoutSeconds': 600, 'End': true}}}}, 'P': {'Type': 'Parallel', 'Catch':"
              + " [{'ErrorEquals': ['States.ALL'], 'Next': 'T'}], 'Next': 'T', 'Branches':"
              + " [{'StartAt': 'Hang', 'States': {'Hang': {"
              + TASK
              + ", 'End': true}}}, {'StartAt': 'Bad', 'States': {'Bad': {"
              + TASK
              + ", 'End': true}}}]}, 'T': {'Type': 'Task', 'Parameters': {'t.$':"
              + " '$$.Task.Token'}, 'End': true, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}");

  private static final JsonNode INPUT = Machines.json("{'items': [1, 2, 3]}");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aThousandRunsLeaveNoThread(Kind kind) throws Exception {
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = kind.engine().threads(threads).handlers(handlers()).build()) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(engine.run(MACHINE, INPUT).status()).isEqualTo("SUCCEEDED");
      }
    }

    threads.awaitEnds();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aClosedEngineLeavesNoThread(Kind kind) throws Exception {
    List<String> before = namesOfThreads();
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine = kind.engine().threads(threads).handlers(handlers()).build()) {
      for (int i = 0; i < 20; i++) {
        engine.start(MACHINE, ExecutionRequest.of(INPUT));
      }
    }

    threads.awaitEnds();
    assertThat(namesOfThreads()).filteredOn(name -> name.contains("asl-")).isSubsetOf(before);
  }

  @Test
  void anExecutionThatWakesWhenThereIsNoThreadTriesAgain() throws InterruptedException {
    AtomicReference<Instant> clock = new AtomicReference<>(Kind.START);
    ThreadsOfTest threads = new ThreadsOfTest();
    AtomicInteger asked = new AtomicInteger();
    ThreadFactory secondFails =
        body -> {
          if (asked.incrementAndGet() == 2) {
            throw new IllegalStateException("no more threads");
          }
          return threads.newThread(body);
        };
    try (Engine engine = Engine.builder().clock(clock::get).threads(secondFails).build()) {
      Execution execution =
          engine.start(
              Machines.ofState("'Type': 'Pass', 'End': true"),
              ExecutionRequest.of(INPUT).startingAt(Kind.START.plusMillis(60)));
      threads.awaitEnds();
      clock.set(Kind.START.plusSeconds(1));

      assertThat(execution.await()).isEqualTo(new ExecutionResult.Succeeded(INPUT));
      assertThat(asked).hasValueGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void threadsInheritNothingFromTheOneThatStartsAnExecution() {
    InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
    AtomicReference<String> seen = new AtomicReference<>();
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  seen.set(user.get());
                  return INPUT;
                })
            .build();
    user.set("somebody");
    try (Engine engine = Engine.builder().handlers(handlers).build()) {
      engine.run(Machines.ofState(TASK + ", 'End': true"), INPUT);
    } finally {
      user.remove();
    }

    assertThat(seen).hasNullValue();
  }

  /** Of all threads, virtual ones too. */
  private List<String> namesOfThreads() throws IOException {
    Path dump = folder.resolve("threads.txt");
    Files.deleteIfExists(dump);
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    return Files.readAllLines(dump).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceAll("^[^\"]*\"([^\"]*)\".*$", "$1"))
        .toList();
  }

  private static TaskHandlers handlers() {
    return TaskHandlers.builder()
        .state("I", call -> call.arguments())
        .state(
            "Hang",
            call -> {
              call.sleep(Duration.ofDays(10_000));
              return call.arguments();
            })
        .state(
            "Bad",
            call -> {
              throw StateFailed.of("Broken", null);
            })
        .state(
            "T",
            call -> {
              call.tokens().succeed(call.taskToken().orElseThrow(), Machines.json("1"));
              return call.arguments();
            })
        .build();
  }
}
