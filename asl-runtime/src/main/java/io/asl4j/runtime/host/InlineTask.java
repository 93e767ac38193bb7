package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Resource;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task without a deadline: its handler runs on the thread of the walk. */
final class InlineTask extends TaskCall {

  private final RealTime time;
  private final BranchLife life;
  private final TaskProgress progress;
  private final ReportedProgress reported;

  InlineTask(RealTime time, BranchLife life, TaskRequest request, TaskProgress progress) {
    super(request);
    this.time = time;
    this.life = life;
    this.progress = progress;
    this.reported = new ReportedProgress(request.resource());
  }

  JsonNode run(TaskHandler handler) {
    reported.begin(progress);
    life.beginWait(request().id());
    HandlerOutcome outcome = HandlerOutcome.of(handler, this, time.services());
    try {
      life.endWait();
    } catch (ExecutionCancelled stopped) {
      outcome.logDropped(id());
      throw stopped;
    }
    reported.finish(progress, outcome.answer());
    return outcome.orThrow();
  }

  @Override
  public TaskTokens tokens() {
    return time.services().tokens();
  }

  @Override
  public Instant deadline() {
    return Instant.MAX;
  }

  @Override
  public void later(Duration delay, Runnable action) {
    life.later(delay, new LaterAction(id(), action, time.services().log().redaction()));
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }

  @Override
  public void heartbeat() {
    // Without a deadline nobody counts heartbeats.
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
    return life.isCancelled();
  }

  /**
   * Which of the progress of a task was told already, so that each event comes once and none is
   * missing.
   */
  static final class ReportedProgress {

    private final Resource resource;
    private boolean started;
    private boolean submitted;

    ReportedProgress(Resource resource) {
      this.resource = resource;
    }

    /** All work begins at once, but that of an activity begins when a worker takes it. */
    void begin(TaskProgress progress) {
      if (resource.kind() != Resource.Kind.ACTIVITY) {
        started(progress, null);
      }
    }

    void started(TaskProgress progress, @Nullable String workerName) {
      if (!started) {
        started = true;
        progress.started(workerName);
      }
    }

    void submitted(TaskProgress progress, JsonNode response) {
      started(progress, null);
      if (!submitted && resource.kind() != Resource.Kind.ACTIVITY) {
        submitted = true;
        progress.submitted(response);
      }
    }

    /** A job that nobody said was submitted was submitted all the same; null for a failure. */
    void finish(TaskProgress progress, @Nullable JsonNode result) {
      started(progress, null);
      boolean job =
          resource.pattern() == Resource.Pattern.SYNC
              || resource.pattern() == Resource.Pattern.SYNC_2;
      if (job && result != null) {
        submitted(progress, result);
      }
    }
  }
}
