package io.asl4j.runtime.host;

import io.asl4j.runtime.history.History;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Modelled time for one execution: its branches take turns, one at a time, and time moves only when
 * all of them wait. A wait of a year takes no longer than a wait of a second.
 *
 * <p>The order of turns is fixed: first come, first served, or shuffled by a seed. Only the fiber
 * whose turn it is touches the state here, and each hand-over of the turn orders memory, so nothing
 * here is locked; calls from outside come in through {@link #post}.
 */
final class ModelledTime {

  /** One branch, on a thread of its own, that runs only when it is its turn. */
  static final class Fiber {
    private final Semaphore turn = new Semaphore(0);
    private boolean ready;
    private boolean ended;
    private volatile @Nullable String cancelled;
    private final List<Fiber> children = new ArrayList<>();

    @Nullable String cancelled() {
      return cancelled;
    }
  }

  /** Something to happen at an instant. */
  static final class Timer implements Comparable<Timer> {
    private final Instant at;
    private final long order;
    private @Nullable Runnable action;

    private Timer(Instant at, long order, Runnable action) {
      this.at = at;
      this.order = order;
      this.action = action;
    }

    void cancel() {
      action = null;
    }

    @Override
    public int compareTo(Timer other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final Crew crew;
  private final @Nullable SplittableRandom shuffle;
  private final Queue<Runnable> fromOutside = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private final List<Fiber> ready = new ArrayList<>();
  private final Semaphore allDone = new Semaphore(0);
  private volatile Instant now;
  private long timersMade;
  private int alive;
  private @Nullable Fiber root;
  private Runnable onStuck = () -> {};

  /** Why all is to stop; heard by the fiber whose turn it is, at its next step. */
  private volatile @Nullable String stopping;

  /** The thread whose handler has the turn, so that a stop can interrupt it. */
  private volatile @Nullable Thread inHandler;

  /**
   * @param shuffleSeed null for first come, first served
   */
  ModelledTime(Instant start, @Nullable Long shuffleSeed, Crew crew) {
    this.now = start;
    this.shuffle = shuffleSeed == null ? null : new SplittableRandom(shuffleSeed);
    this.crew = crew;
  }

  Instant now() {
    return now;
  }

  boolean isShuffled() {
    return shuffle != null;
  }

  void enterHandler() {
    inHandler = Thread.currentThread();
  }

  void leaveHandler() {
    inHandler = null;
  }

  /** Stops everything; called on any thread. */
  private void stop(Fiber all, String reason) {
    stopping = reason;
    post(() -> cancel(all, reason));
    Thread handler = inHandler;
    if (handler != null) {
      handler.interrupt();
    }
  }

  /** Why this fiber is to stop; null when it is not. */
  @Nullable String stopReason(Fiber self) {
    String own = self.cancelled;
    return own != null ? own : stopping;
  }

  /** Does something on the turn of whoever is next. */
  void post(Runnable action) {
    fromOutside.add(action);
  }

  /** Lets something happen at an instant; not before now. */
  Timer at(Instant instant, Runnable action) {
    Timer timer = new Timer(instant.isBefore(now) ? now : instant, timersMade++, action);
    timers.add(timer);
    return timer;
  }

  /**
   * Runs a first fiber and all that it starts until the last has ended.
   *
   * @param whenStuck told when no fiber can ever go on, just before all are cancelled
   */
  void runToEnd(Fiber first, Runnable body, Runnable whenStuck) {
    root = first;
    onStuck = whenStuck;
    spawn(first, body);
    handOver();
    allDone.acquireUninterruptibly();
  }

  /** Makes a fiber that gets its first turn some time after this one is given up. */
  void spawn(Fiber fiber, Runnable body) {
    crew.start(new Turning(fiber, body));
    alive++;
    wake(fiber);
  }

  /** The life of a fiber's thread. */
  private final class Turning implements Runnable {
    private final Fiber fiber;
    private final Runnable body;

    Turning(Fiber fiber, Runnable body) {
      this.fiber = fiber;
      this.body = body;
    }

    @Override
    public void run() {
      fiber.turn.acquireUninterruptibly();
      try {
        body.run();
      } finally {
        end(fiber);
      }
    }

    @Override
    public String toString() {
      return "A branch in modelled time";
    }
  }

  private void end(Fiber fiber) {
    fiber.ended = true;
    ready.remove(fiber);
    alive--;
    handOver();
  }

  /** Puts a waiting fiber in the queue for its turn. */
  void wake(Fiber fiber) {
    if (!fiber.ready && !fiber.ended) {
      fiber.ready = true;
      ready.add(fiber);
    }
  }

  /** Gives up the turn until woken. */
  void park(Fiber self) {
    handOver();
    self.turn.acquireUninterruptibly();
  }

  /** Gives up the turn to those who are ready, and takes the next one after them. */
  void pause(Fiber self) {
    wake(self);
    park(self);
  }

  /** Gives up the turn until an instant, or until woken earlier. */
  void parkUntil(Fiber self, Instant instant) {
    Timer timer = at(instant, () -> wake(self));
    park(self);
    timer.cancel();
  }

  /** Marks a fiber and all it started as cancelled, and wakes them so that they notice. */
  void cancel(Fiber fiber, String reason) {
    if (fiber.cancelled != null || fiber.ended) {
      return;
    }
    fiber.cancelled = reason;
    fiber.children.forEach(child -> cancel(child, reason));
    wake(fiber);
  }

  Fiber childOf(Fiber parent) {
    Fiber child = new Fiber();
    parent.children.add(child);
    return child;
  }

  void forget(Fiber parent, Fiber child) {
    parent.children.remove(child);
  }

  private void handOver() {
    while (true) {
      for (Runnable action = fromOutside.poll(); action != null; action = fromOutside.poll()) {
        action.run();
      }
      if (alive == 0) {
        allDone.release();
        return;
      }
      if (!ready.isEmpty()) {
        Fiber next = ready.remove(shuffle == null ? 0 : shuffle.nextInt(ready.size()));
        next.ready = false;
        next.turn.release();
        return;
      }
      if (!fireNext() && root != null) {
        onStuck.run();
        cancel(root, "No branch can ever go on.");
      }
    }
  }

  /** Moves time to the next timer and does all that is due then; false when there is none. */
  private boolean fireNext() {
    Timer timer = timers.poll();
    while (timer != null && timer.action == null) {
      timer = timers.poll();
    }
    if (timer == null) {
      return false;
    }
    if (timer.at.isAfter(now)) {
      now = timer.at;
    }
    Runnable action = timer.action;
    if (action != null) {
      timer.action = null;
      action.run();
    }
    return true;
  }

  /** An execution in this time. */
  record ModelledRunning(ModelledTime time, Fiber root, History history) implements World.Running {
    @Override
    public InstantSource clock() {
      return time::now;
    }

    @Override
    public void cancel(String reason) {
      time.stop(root, reason);
    }
  }
}
