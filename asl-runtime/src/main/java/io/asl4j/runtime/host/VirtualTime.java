package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Instant;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Modelled time for tests: each execution has a clock of its own that starts at a given instant and
 * moves only when all of its branches wait. Thread-safe.
 */
public final class VirtualTime implements World {

  private final HostServices services;
  private final Instant start;
  private final @Nullable Long shuffleSeed;
  private final ThreadFactory threads;

  VirtualTime(
      HostServices services, Instant start, @Nullable Long shuffleSeed, ThreadFactory threads) {
    this.services = services;
    this.start = start;
    this.shuffleSeed = shuffleSeed;
    this.threads = threads;
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
  public void start(Beginning beginning, Body body, Life life) {
    ModelledTime time = new ModelledTime(start, shuffleSeed, threads);
    ModelledTime.Fiber root = new ModelledTime.Fiber();
    History history =
        services.startedHistory(beginning.executionArn(), time::now, beginning.lastEvent());
    life.begins(new ModelledTime.ModelledRunning(time, root, history));
    if (!beginning.deadline().equals(Instant.MAX)) {
      time.at(beginning.deadline(), life::timedOut);
    }
    Thread driver =
        threads.newThread(
            () ->
                time.runToEnd(
                    root,
                    () ->
                        body.run(
                            new VirtualTimeHost(
                                this, time, root, history, beginning.checkpoints())),
                    life::stuck));
    driver.start();
  }
}
