package io.asl4j.runtime.host;

import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes worlds that share task handlers, listeners and limits. Immutable. */
public final class Worlds {

  private final HostServices services;

  private Worlds(HostServices services) {
    this.services = services;
  }

  /**
   * Worlds of one engine.
   *
   * @param listeners told of every event; with none, events are only counted
   * @param redaction for everything of the application that is logged
   */
  public static Worlds of(
      TaskHandlers handlers,
      ItemSources sources,
      ResultSinks sinks,
      ErrorNaming errors,
      List<ExecutionListener> listeners,
      Limits limits,
      Redaction redaction) {
    return new Worlds(
        new HostServices(
            handlers,
            new PendingTokens(limits),
            sources,
            sinks,
            errors,
            List.copyOf(listeners),
            limits,
            new TaskLog(redaction)));
  }

  /** Where callback tasks of these worlds are completed. */
  public TaskTokens tokens() {
    return services.tokens();
  }

  /**
   * Real time, with a given clock and threads.
   *
   * @param executor where task handlers run; null for the same threads
   */
  public RealTime real(InstantSource clock, ThreadFactory threads, @Nullable Executor executor) {
    return new RealTime(services, clock, new Crew(threads), executor);
  }

  /**
   * Modelled time.
   *
   * @param start what the clock of each execution shows first
   * @param shuffleSeed orders the turns of branches; null for first come, first served
   */
  public VirtualTime virtual(Instant start, @Nullable Long shuffleSeed, ThreadFactory threads) {
    return new VirtualTime(services, start, shuffleSeed, new Crew(threads));
  }
}
