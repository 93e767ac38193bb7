package io.asl4j.examples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.examples.ExampleFiles;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentApprovalTest {

  private static final ExampleFiles FILES = ExampleFiles.of("approval");
  private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private final HistoryRecorder history = new HistoryRecorder();

  @Test
  void anApprovalInTimeIsPublishedAfterItsEmbargo() throws IOException {
    Desk desk = new Desk(answers(Duration.ofHours(30), true), Optional.empty());

    ExecutionResult result = run(desk);

    assertThat(result.output().path("approvedBy").textValue()).isEqualTo("Ben");
    assertThat(result.output().path("reminders").intValue()).isZero();
    assertThat(duration()).isEqualTo(Duration.ofHours(30).plusDays(14));
  }

  @Test
  void aSilentReviewerIsRemindedTwiceBeforeTheManagerIsAsked() throws IOException {
    Desk desk = new Desk(Optional.empty(), answers(Duration.ofHours(1), true));

    ExecutionResult result = run(desk);

    assertThat(result.output().path("reminders").intValue()).isEqualTo(2);
    assertThat(desk.letters())
        .containsExactly(
            "Ask reviewer",
            "Ben, document doc-15 still waits for you.",
            "Ask reviewer",
            "Ben, document doc-15 still waits for you.",
            "Ask reviewer",
            "Ask manager");
    assertThat(duration()).isEqualTo(Duration.ofDays(3 * 2 + 14).plusHours(1));
  }

  @Test
  void nobodyAnsweringEndsAtTheDeadline() throws IOException {
    ExecutionResult result = run(new Desk(Optional.empty(), Optional.empty()));

    assertThat(result)
        .isEqualTo(
            new ExecutionResult.Failed(
                "Approval.Expired", "Nobody answered about document doc-15 in time."));
    assertThat(duration()).isEqualTo(Duration.ofDays(3 * 2 + 3));
  }

  @Test
  void aRefusalIsFinal() throws IOException {
    ExecutionResult result = run(new Desk(answers(Duration.ofHours(2), false), Optional.empty()));

    assertThat(result).isEqualTo(new ExecutionResult.Failed("Approval.Refused", "Ben: So be it."));
  }

  private static Optional<Desk.Person> answers(Duration thinkingTime, boolean approved) {
    return Optional.of(
        new Desk.Person(thinkingTime, new Desk.Decision(approved, "Ben", "So be it.")));
  }

  private ExecutionResult run(Desk desk) throws IOException {
    try (Engine engine =
        Engine.builder().handlers(desk.handlers()).listener(history).virtualTime(START).build()) {
      return engine.run(FILES.machine("approval.asl.yaml"), FILES.json("document.json"));
    }
  }

  private Duration duration() {
    List<HistoryEvent> events = history.events(history.executions().getFirst());
    assertThat(events.getFirst().type()).isEqualTo(EventType.EXECUTION_STARTED);
    return Duration.between(START, events.getLast().timestamp());
  }
}
