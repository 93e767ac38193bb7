package io.asl4j.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TaskAnswersTest {

  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:f";
  private static final String CALLBACK = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
  private static final String JOB = "arn:aws:states:::glue:startJobRun.sync";

  @TempDir private Path folder;

  private final HistoryRecorder history = new HistoryRecorder();

  @Test
  void theNthCallGetsTheNthAnswerAndTheLastOneStays() {
    String answers = "states: { T: [ { fail: Busy }, { fail: Busy }, { return: 3 } ] }";

    ExecutionResult result = run(task(FUNCTION, retrying(5)), answers);

    assertThat(result).isEqualTo(new ExecutionResult.Succeeded(Json.parse("3")));
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void eachUseOfAFileCountsFromTheFirstCall() {
    TasksFile file = file("states: { T: [ { fail: Busy }, { return: 1 } ] }");

    for (int i = 0; i < 2; i++) {
      try (TaskAnswers answers = file.answers();
          Engine engine = engine(answers)) {
        ExecutionResult result = engine.run(task(FUNCTION, ""), Json.parse("{}"));
        assertThat(result).isEqualTo(new ExecutionResult.Failed("Busy", null));
      }
    }
  }

  @Test
  void afterPassesByTheClockOfTheExecution() {
    run(task(FUNCTION, ""), "states: { T: { return: 1, after: 2 days } }");

    assertThat(elapsed()).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void aCallbackTaskIsSubmittedAtOnceAndCompletedLater() {
    ExecutionResult result =
        run(
            task(CALLBACK, ""),
            "states: { T: { submitted: { MessageId: m }, after: 1h, return: { ok: true } } }");

    assertThat(result.output()).isEqualTo(Json.parse("{\"ok\":true}"));
    assertThat(timeOf(EventType.TASK_SUBMITTED)).isEqualTo(Duration.ZERO);
    assertThat(timeOf(EventType.TASK_SUCCEEDED)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aCallbackTaskFailsThroughItsToken() {
    ExecutionResult result =
        run(task(CALLBACK, ""), "states: { T: { fail: { error: No, cause: Sorry. } } }");

    assertThat(result).isEqualTo(new ExecutionResult.Failed("No", "Sorry."));
  }

  @Test
  void aJobIsSubmittedBeforeItsTimePasses() {
    run(task(JOB, ""), "states: { T: { after: 5m, return: { Id: 1 } } }");

    assertThat(timeOf(EventType.TASK_SUBMITTED)).isEqualTo(Duration.ZERO);
    assertThat(elapsed()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void neverEndsWithTheTimeoutOfTheState() {
    ExecutionResult result =
        run(task(CALLBACK, "\"TimeoutSeconds\": 90,"), "states: { T: { never: true } }");

    assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void neverWithoutATimeoutEndsWithTheOneThatIsMeant() {
    ExecutionResult result = run(task(CALLBACK, ""), "states: { T: { never: true } }");

    assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
    assertThat(elapsed()).isEqualTo(Duration.ofSeconds(99_999_999));
  }

  @Test
  void heartbeatsKeepATaskAlive() {
    String limits = "\"TimeoutSeconds\": 100, \"HeartbeatSeconds\": 10,";

    assertThat(
            run(task(CALLBACK, limits), "states: { T: { return: 1, after: 60s, heartbeat: 5s } }"))
        .isEqualTo(new ExecutionResult.Succeeded(Json.parse("1")));
    assertThat(run(task(CALLBACK, limits), "states: { T: { return: 1, after: 60s } }"))
        .isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
  }

  @Test
  void aProgramReadsTheInputAndWritesTheOutput() {
    ExecutionResult result = run(task(FUNCTION, ""), "states: { T: { exec: cat } }");

    assertThat(result.output()).isEqualTo(Json.parse("{\"in\":1.10}"));
  }

  @Test
  void aProgramIsFoundBesideTheTasksFileAndSeesItsState() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("check.sh"), "#!/bin/sh\necho \"\\\"$ASL_STATE $1\\\"\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();

    ExecutionResult result =
        run(task(FUNCTION, ""), "states: { T: { exec: [./check.sh, 'a b'] } }");

    assertThat(result.output().textValue()).isEqualTo("T a b");
  }

  @Test
  void exitCodeAndStandardErrorBecomeErrorAndCause() {
    ExecutionResult result =
        run(task(FUNCTION, ""), "states: { T: { exec: { shell: 'echo no more >&2; exit 3' } } }");

    assertThat(result).isEqualTo(new ExecutionResult.Failed("Exec.ExitCode.3", "no more"));
  }

  @Test
  void aProgramWithoutOutputGivesNullAndOneWithOtherOutputFails() {
    assertThat(run(task(FUNCTION, ""), "states: { T: { exec: 'true' } }").output().isNull())
        .isTrue();
    assertThat(run(task(FUNCTION, ""), "states: { T: { exec: echo hello } }"))
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("Exec.InvalidOutput"));
  }

  @Test
  void aProgramThatIsNotThereFailsTheTask() {
    assertThat(run(task(FUNCTION, ""), "states: { T: { exec: no-such-program-here } }"))
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("Exec.NotStarted"));
  }

  @Test
  void aProgramIsKilledWhenItsTaskTimesOut() throws Exception {
    Path pid = folder.resolve("pid");
    String shell = "states: { T: { exec: { shell: 'echo $$ > pid; exec sleep 600' } } }";
    try (TaskAnswers answers = file(shell).answers();
        Engine engine = Engine.builder().handlers(answers.handlers()).build()) {
      ExecutionResult result =
          engine.run(task(FUNCTION, "\"TimeoutSeconds\": 1,"), Json.parse("{}"));

      assertThat(result).isEqualTo(new ExecutionResult.Failed("States.Timeout", null));
      assertIsKilled(pid);
    }
  }

  @Test
  void aProgramIsKilledWhenItsExecutionIsStopped() throws Exception {
    Path pid = folder.resolve("pid");
    Path ready = folder.resolve("ready");
    String shell = "states: { T: { exec: { shell: 'echo $$ > pid; : > ready; exec sleep 600' } } }";
    try (TaskAnswers answers = file(shell).answers();
        Engine engine = Engine.builder().handlers(answers.handlers()).build()) {
      Execution execution = engine.start(task(FUNCTION, ""), ExecutionRequest.of(Json.parse("{}")));
      while (!Files.exists(ready)) {
        Thread.onSpinWait();
      }
      execution.stop(null, null);

      assertThat(execution.await().status()).isEqualTo("ABORTED");
      assertIsKilled(pid);
    }
  }

  @Test
  void aUrlIsPostedTheInput() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/echo",
        exchange -> {
          String body =
              exchange.getRequestMethod()
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer =
              Json.write(Json.newMapper().valueToTree(body)).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.createContext(
        "/busy",
        exchange -> {
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://localhost:" + server.getAddress().getPort();
      assertThat(run(task(FUNCTION, ""), "states: { T: { http: " + base + "/echo } }").output())
          .isEqualTo(Json.newMapper().valueToTree("POST{\"in\":1.10}"));
      assertThat(run(task(FUNCTION, ""), "states: { T: { http: " + base + "/busy } }"))
          .isInstanceOfSatisfying(
              ExecutionResult.Failed.class,
              failed -> assertThat(failed.error()).isEqualTo("States.Http.StatusCode.503"));
    } finally {
      server.stop(0);
    }
  }

  /** The program ends with its task, at the latest after the two seconds of grace. */
  private static void assertIsKilled(Path pidFile) throws Exception {
    long pid = Long.parseLong(Files.readString(pidFile).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElse(null);
    if (process != null) {
      process.onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private ExecutionResult run(StateMachine machine, String tasks) {
    try (TaskAnswers answers = file(tasks).answers();
        Engine engine = engine(answers)) {
      return engine.run(machine, Json.parse("{\"in\":1.10}"));
    }
  }

  private Engine engine(TaskAnswers answers) {
    return Engine.builder()
        .handlers(answers.handlers())
        .listener(history)
        .virtualTime(START)
        .build();
  }

  private TasksFile file(String text) {
    TasksFile file = TasksFile.parse(SourceText.of("tasks.yaml", text), folder);
    assertThat(file.diagnostics()).isEmpty();
    return file;
  }

  private List<HistoryEvent> events() {
    return history.events(history.executions().getLast());
  }

  private Duration elapsed() {
    return Duration.between(START, events().getLast().timestamp());
  }

  private Duration timeOf(EventType type) {
    HistoryEvent found =
        events().stream().filter(event -> event.type() == type).findFirst().orElseThrow();
    return Duration.between(START, found.timestamp());
  }

  private static String retrying(int times) {
    return "\"Retry\": [{ \"ErrorEquals\": [\"Busy\"], \"IntervalSeconds\": 1, \"BackoffRate\": 1, \"MaxAttempts\": %d }],"
        .formatted(times);
  }

  private static StateMachine task(String resource, String more) {
    return Asl.parse(
            "{ \"StartAt\": \"T\", \"States\": { \"T\": { \"Type\": \"Task\", \"Resource\": \"%s\", %s \"End\": true } } }"
                .formatted(resource, more))
        .orThrow();
  }
}
