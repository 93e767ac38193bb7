package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Modelled time for tests: each execution has a clock of its own that starts at a given instant and
 * moves only when all of its branches wait. Thread-safe.
 */
public final class VirtualTime implements World {

  private final HostServices services;
  private final Instant start;
  private final @Nullable Long shuffleSeed;
  private final Crew crew;

  VirtualTime(HostServices services, Instant start, @Nullable Long shuffleSeed, Crew crew) {
    this.services = services;
    this.start = start;
    this.shuffleSeed = shuffleSeed;
    this.crew = crew;
  }

  HostServices services() {
    return services;
  }

  @Override
  public Instant now() {
    return start;
  }

  @Override
  public int timers() {
    return 0;
  }

  @Override
  public int tokens() {
    return services.tokens().size();
  }

  @Override
  public void start(Beginning beginning, Life life) {
    ModelledTime time = new ModelledTime(start, shuffleSeed, crew);
    ModelledTime.Fiber root = new ModelledTime.Fiber();
    History history = services.startedHistory(beginning.id(), time::now, beginning.lastEvent());
    life.begins(new ModelledTime.ModelledRunning(time, root, history));
    if (!beginning.deadline().equals(Instant.MAX)) {
      time.at(beginning.deadline(), life::timedOut);
    }
    Runnable walk =
        () -> life.walk(new VirtualTimeHost(this, time, root, history, beginning.checkpoints()));
    crew.start(() -> run(time, root, walk, life));
  }

  private static void run(ModelledTime time, ModelledTime.Fiber root, Runnable walk, Life life) {
    try {
      time.runToEnd(root, walk, life::stuck);
    } catch (RuntimeException | Error noThread) {
      life.notBegun(noThread);
    }
  }

  @Override
  public void close(Duration patience) throws InterruptedException {
    if (!crew.isMember()) {
      crew.awaitEnd(patience);
    }
  }
}
