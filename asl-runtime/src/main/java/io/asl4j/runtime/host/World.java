package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.walk.Host;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A kind of time, and the hosts that live in it: real time on virtual threads, or modelled time for
 * tests. Thread-safe.
 */
public interface World {

  /** The time by this world's clock for an execution that starts now. */
  Instant now();

  /** How many timers are pending. */
  int timers();

  /** How many tasks wait for their tokens. */
  int tokens();

  /**
   * Runs an execution on a thread of the world, which may have run others before.
   *
   * @param life walks it, and is told how to stop it and of an end that the walk itself cannot see
   */
  void start(Beginning beginning, Life life);

  /**
   * When all executions have been stopped: waits until the threads that worked on them have ended.
   * Who ignores interrupts longer than that is logged with his place. On a thread of such work it
   * waits for nobody, because that might be itself.
   *
   * @param patience how long to wait at the most
   */
  void close(Duration patience) throws InterruptedException;

  /**
   * How an execution begins, or goes on.
   *
   * @param id names it
   * @param deadline when it times out; {@link Instant#MAX} for never
   * @param checkpoints where it begins, and where its frames are kept
   * @param lastEvent the id of the last event of its history so far; 0 for a new execution
   */
  record Beginning(ExecutionId id, Instant deadline, Checkpoints checkpoints, long lastEvent) {}

  /** What becomes of an execution; called on any thread. */
  interface Life {
    /** Told once, before anything else happens to the execution. */
    void begins(Running running);

    /**
     * Walks the execution to its end.
     *
     * @throws Parked when it waits for so long that its thread goes on to something else; then it
     *     is called again on whichever thread has time
     */
    void walk(Host host);

    /** It got no thread to begin on, after it was told that it begins. */
    void notBegun(Throwable why);

    /** The deadline has come. */
    void timedOut();

    /** Modelled time only: every branch waits for something that will never come. */
    void stuck();
  }

  /** An execution under way. */
  interface Running {
    /** Its history. */
    History history();

    /** The time by its clock. */
    InstantSource clock();

    /** Stops it: its walk unwinds, and handlers are interrupted. */
    void cancel(String reason);
  }
}
