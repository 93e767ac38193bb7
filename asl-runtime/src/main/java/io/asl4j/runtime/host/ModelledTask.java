package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.HandlerUnending;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.PendingTask;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task in modelled time. Its handler runs on the fiber of the walk and takes no time but what it
 * sleeps; a callback task then waits for its token.
 */
final class ModelledTask extends TaskCall implements PendingTokens.Target {

  private static final Logger LOG = LoggerFactory.getLogger(ModelledTask.class);

  /** The task is over; its token can no longer complete it. */
  private static final Completion TOO_LATE = new Completion(null, null);

  /** A handler that sleeps on after so many interrupts would do so for ever. */
  private static final int INTERRUPTS_IGNORED = 1_000;

  private final VirtualTimeHost host;
  private final ModelledTime time;
  private final ModelledTime.Fiber fiber;
  private final PendingTokens tokens;
  private final HostServices services;
  private final TaskProgress progress;
  private final InlineTask.ReportedProgress reported;
  private final Instant begun;
  private final Instant deadline;
  private volatile Instant heartbeatBy;
  private volatile boolean over;
  private volatile boolean handsOver;

  /**
   * What came with the token, or {@link #TOO_LATE}; null before. The first one wins, though it is
   * heard later.
   */
  private final AtomicReference<@Nullable Completion> completed = new AtomicReference<>();

  /** What came with the token, once it was heard. */
  private @Nullable Completion heard;

  /** How often a sleep was interrupted. */
  private int interrupts;

  ModelledTask(
      VirtualTimeHost host,
      ModelledTime time,
      ModelledTime.Fiber fiber,
      HostServices services,
      TaskRequest request,
      TaskProgress progress) {
    super(request);
    this.host = host;
    this.time = time;
    this.fiber = fiber;
    this.tokens = services.tokens();
    this.services = services;
    this.begun = time.now();
    this.progress = progress;
    this.reported = new InlineTask.ReportedProgress(request.resource());
    this.deadline = after(request.timeoutSeconds());
    this.heartbeatBy = after(request.heartbeatSeconds());
  }

  private Instant after(long seconds) {
    return Deadlines.after(time.now(), seconds);
  }

  JsonNode run(TaskHandler handler) {
    String token = request().taskToken();
    if (token != null) {
      tokens.open(token, this);
    }
    try {
      reported.begin(progress);
      handsOver = handler.handsOver(request());
      JsonNode answer = handle(handler);
      return handsOver ? awaitToken(answer) : finished(orThrow(answer));
    } finally {
      over = true;
      if (token != null) {
        tokens.close(token, this);
      }
    }
  }

  /**
   * What the handler gave; null when it failed after its token was back, which then stands.
   *
   * @throws StateFailed when the handler says so
   */
  private @Nullable JsonNode handle(TaskHandler handler) {
    time.enterHandler();
    HandlerOutcome outcome = HandlerOutcome.of(handler, this, services);
    time.leaveHandler();
    try {
      if (outcome.failure() != null) {
        failIfDue();
      }
      host.check();
      failIfDue();
    } catch (StateFailed | ExecutionCancelled tooLate) {
      outcome.logDropped(id());
      throw tooLate;
    }
    if (outcome.failure() == null) {
      return outcome.orThrow();
    }
    if (completed.compareAndExchange(null, TOO_LATE) != null) {
      outcome.logDropped(id());
      return null;
    }
    reported.finish(progress, null);
    return outcome.orThrow();
  }

  private static JsonNode orThrow(@Nullable JsonNode answer) {
    if (answer == null) {
      throw new IllegalStateException("A task that hands nothing over had its token back.");
    }
    return answer;
  }

  private JsonNode finished(JsonNode answer) {
    reported.finish(progress, answer);
    return answer;
  }

  private JsonNode awaitToken(@Nullable JsonNode answer) {
    if (answer != null) {
      reported.submitted(progress, answer);
    }
    while (true) {
      Completion end = heard != null || due() == null ? heard : failIfDue();
      if (end != null) {
        return end.orThrow();
      }
      if (nextDeadline().equals(Instant.MAX)) {
        time.park(fiber);
      } else {
        time.parkUntil(fiber, nextDeadline());
      }
      if (fiber.cancelled() != null) {
        failIfDue();
      }
      host.check();
    }
  }

  private Instant nextDeadline() {
    Instant beat = heartbeatBy;
    return beat.isBefore(deadline) ? beat : deadline;
  }

  /** What has been missed by now; null for nothing. */
  private @Nullable StateFailed due() {
    Instant now = time.now();
    if (!now.isBefore(deadline)) {
      return StateFailed.timedOut();
    }
    return now.isBefore(heartbeatBy) ? null : StateFailed.heartbeatMissed();
  }

  /**
   * Looked at before cancellation: of tasks that time out at the same instant each says so, though
   * the first one stops the others, as AWS records it.
   *
   * @return what came with the token, if that was before; null when nothing is due, or came
   */
  private @Nullable Completion failIfDue() {
    StateFailed due = due();
    if (due == null) {
      return null;
    }
    Completion first = completed.compareAndExchange(null, TOO_LATE);
    if (first == null || first.equals(TOO_LATE)) {
      throw due;
    }
    return first;
  }

  @Override
  public TaskTokens tokens() {
    return tokens;
  }

  @Override
  public Instant deadline() {
    return deadline;
  }

  @Override
  public void later(Duration delay, Runnable action) {
    Instant at = time.now().plus(delay);
    LaterAction later = new LaterAction(id(), action, services.log().redaction());
    time.post(() -> time.at(at, later));
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Instant wakeAt = time.now().plus(duration);
    while (time.now().isBefore(wakeAt)) {
      Instant next = nextDeadline().isBefore(wakeAt) ? nextDeadline() : wakeAt;
      time.leaveHandler();
      time.parkUntil(fiber, next);
      time.enterHandler();
      boolean due = !time.now().isBefore(nextDeadline());
      if (isCancelled() || due) {
        throw interrupted();
      }
    }
  }

  /**
   * Real time would leave a handler alone that sleeps on; here all others wait for its turn to end.
   */
  private InterruptedException interrupted() {
    interrupts++;
    if (interrupts <= INTERRUPTS_IGNORED) {
      return new InterruptedException("The call was cancelled or has timed out.");
    }
    HandlerUnending unending =
        new HandlerUnending(
            "The task handler of the state `%s` sleeps on although its call is over and was interrupted %,d times; let InterruptedException end it, or ask call.isCancelled()."
                .formatted(stateName(), INTERRUPTS_IGNORED));
    if (interrupts == INTERRUPTS_IGNORED + 1) {
      LOG.warn("{}", unending.getMessage());
    }
    throw unending;
  }

  @Override
  public void heartbeat() {
    beat();
  }

  @Override
  public void submitted(JsonNode response) {
    reported.submitted(progress, response);
  }

  @Override
  public void started(@Nullable String workerName) {
    reported.started(progress, workerName);
  }

  @Override
  public boolean isCancelled() {
    return over || time.stopReason(fiber) != null;
  }

  /** Comes in on the turn of whoever is next, because anybody may complete a token. */
  @Override
  public boolean complete(Completion with) {
    if (isCancelled() || !handsOver || !completed.compareAndSet(null, with)) {
      return false;
    }
    time.post(
        () -> {
          if (!over) {
            heard = with;
            time.wake(fiber);
          }
        });
    return true;
  }

  @Override
  public @Nullable PendingTask pending() {
    return handsOver ? PendingTask.of(request(), begun) : null;
  }

  @Override
  public boolean beat() {
    if (isCancelled() || completed.get() != null) {
      return false;
    }
    heartbeatBy = after(request().heartbeatSeconds());
    return true;
  }
}
