package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Redaction;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payloads are logged at level TRACE only, and secrets never. */
@Timeout(60)
class TaskLogTest {

  private static final JsonNode INPUT =
      Machines.json("{'order': 'o-1', 'card': {'number': '4111', 'apiKey': 'abc-123'}}");
  private static final StateMachine MACHINE =
      Machines.ofState("'Type': 'Task', 'Resource': 'java:charge', 'End': true");

  private static List<String> run(
      Kind kind, String name, Redaction redaction, TaskHandler handler) {
    try (Engine engine =
        kind.engine()
            .redaction(redaction)
            .handlers(TaskHandlers.builder().resource("*", handler).build())
            .build()) {
      engine.start(MACHINE, ExecutionRequest.of(INPUT).withName(name)).await();
    }
    return RecordedLogs.linesWith(name);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void atLevelTraceACallIsLoggedWithoutItsSecrets(Kind kind) {
    String name = "traced-" + kind;
    Redaction redaction = Redaction.standard().and(List.of("/card/number"));

    RecordedLogs.tracing(() -> run(kind, name, redaction, call -> Machines.json("{'token': 7}")));

    assertThat(RecordedLogs.linesWith(name))
        .containsExactly(
            "TRACE Task arn:aws:states:us-east-1:123456789012:execution:StateMachine:"
                + name
                + "//S#1.0 is called with"
                + " {\"order\":\"o-1\",\"card\":{\"number\":\"redacted\",\"apiKey\":\"redacted\"}}",
            "TRACE Task arn:aws:states:us-east-1:123456789012:execution:StateMachine:"
                + name
                + "//S#1.0 gave {\"token\":\"redacted\"}");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatAHandlerThrowsIsLoggedAtLevelDebugWithoutItsSecrets(Kind kind) {
    String name = "threw-" + kind;

    RecordedLogs.tracing(
        () ->
            run(
                kind,
                name,
                Redaction.standard(),
                call -> {
                  throw new IllegalStateException("no password=geheim for o-1");
                }));

    assertThat(RecordedLogs.linesWith(name))
        .filteredOn(line -> line.startsWith("DEBUG"))
        .singleElement()
        .asString()
        .endsWith("java.lang.IllegalStateException: no password=redacted for o-1");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aboveLevelDebugNoPayloadAndNoFailureOfATaskIsLogged(Kind kind) {
    String name = "silent-" + kind;

    List<String> lines =
        run(
            kind,
            name,
            Redaction.standard(),
            call -> {
              throw new IllegalStateException("no");
            });

    assertThat(lines).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatALaterActionThrowsIsLoggedWithoutItsSecrets(Kind kind) {
    String name = "later-secret-" + kind;
    CountDownLatch begun = new CountDownLatch(1);
    TaskHandler handler =
        call -> {
          call.later(
              Duration.ZERO,
              () -> {
                begun.countDown();
                throw new IllegalStateException("clientSecret: geheim");
              });
          call.sleep(Duration.ofMillis(1));
          begun.await();
          return INPUT;
        };

    run(kind, name, Redaction.standard(), handler);
    while (RecordedLogs.linesWith(name).isEmpty()) {
      Thread.onSpinWait();
    }

    assertThat(RecordedLogs.linesWith(name))
        .singleElement()
        .asString()
        .startsWith("WARN")
        .endsWith("clientSecret: redacted");
  }
}
