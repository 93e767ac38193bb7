package io.asl4j.runtime.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step under way, and what is inside of it. Guarded by the lock of its tree. */
final class StepNode<T> {

  /** Why something failed. */
  record Failure(@Nullable String error, @Nullable String cause, boolean timedOut) {
    static final Failure UNKNOWN = new Failure(null, null, false);
  }

  private final StepTree<T> tree;
  private final Step step;
  private final @Nullable StepNode<T> parent;
  private final T kept;
  private final Set<StepNode<T>> inside = new LinkedHashSet<>();

  /** By index, the branches or items that are open. */
  private @Nullable Map<Integer, StepNode<T>> scopes;

  /** The last event that happened here; its time. */
  private long lastEvent;

  private Instant lastAt;

  /** What failed here and was not yet made up for. */
  private @Nullable Failure failure;

  private int attempts;

  /** Whether what was inside last has ended well, so that nothing more may be to come. */
  private boolean leftLast;

  private boolean closed;

  /** Of a visit: the id of the event that began it; 0 for others. */
  private long enteredEvent;

  /** Of an item of a Distributed Map: its child execution; null for others. */
  private @Nullable String childArn;

  StepNode(StepTree<T> tree, Step step, @Nullable StepNode<T> parent, T kept, Instant at) {
    this.tree = tree;
    this.step = step;
    this.parent = parent;
    this.kept = kept;
    this.lastAt = at;
    if (parent != null) {
      parent.inside.add(this);
    }
  }

  Step step() {
    return step;
  }

  StepTree<T> tree() {
    return tree;
  }

  T kept() {
    return kept;
  }

  @Nullable StepNode<T> scope(int index) {
    return scopes == null ? null : scopes.get(index);
  }

  void scope(int index, StepNode<T> scope) {
    if (scopes == null) {
      scopes = new HashMap<>();
    }
    scopes.put(index, scope);
  }

  private void forget(StepNode<T> child) {
    inside.remove(child);
    if (scopes == null) {
      return;
    }
    switch (child.step) {
      case Step.Branch branch -> scopes.remove(branch.index());
      case Step.Item item -> scopes.remove(item.index());
      case Step.Execution execution -> {}
      case Step.Visit visit -> {}
      case Step.Attempt attempt -> {}
    }
  }

  boolean isClosed() {
    return closed;
  }

  long enteredEvent() {
    return enteredEvent;
  }

  void enteredBy(long event) {
    enteredEvent = event;
  }

  @Nullable String childArn() {
    return childArn;
  }

  void childArn(String arn) {
    childArn = arn;
  }

  long lastEvent() {
    return lastEvent;
  }

  Instant lastAt() {
    return lastAt;
  }

  void happened(HistoryEvent event) {
    lastEvent = event.id();
    for (StepNode<T> node = this; node != null; node = node.parent) {
      node.lastAt = event.timestamp();
    }
  }

  @Nullable Failure failure() {
    return failure;
  }

  void failure(@Nullable Failure why) {
    failure = why;
  }

  int nextAttempt() {
    return attempts++;
  }

  /** The attempt under way; null between attempts. */
  @Nullable StepNode<T> attempt() {
    for (StepNode<T> child : inside) {
      if (child.step instanceof Step.Attempt) {
        return child;
      }
    }
    return null;
  }

  /** Ends what is inside, and then this. */
  void end(StepEnd.Outcome outcome, @Nullable Failure why, Instant at) {
    endInside(StepTree.NOBODY, null, at);
    close(outcome, why, at);
  }

  /** Ends what is inside: all of it has succeeded, at its own last event. */
  void succeedInside() {
    for (StepNode<T> child : List.copyOf(inside)) {
      child.end(StepEnd.Outcome.SUCCEEDED, null, child.lastAt);
    }
  }

  /**
   * Ends what is inside: what failed as failed, the rest as aborted.
   *
   * @param because the last event of what failed
   * @param known why, if that is known
   * @return why what is inside has failed; null if nothing of it has
   */
  @Nullable Failure endInside(long because, @Nullable Failure known, Instant at) {
    Failure found = null;
    for (StepNode<T> child : List.copyOf(inside)) {
      // Ids of events mean something in their own history only.
      long inItsHistory = child.tree.equals(tree) ? because : StepTree.NOBODY;
      Failure own = child.stop(inItsHistory, known, at);
      found = found == null ? own : found;
    }
    return found;
  }

  private @Nullable Failure stop(long because, @Nullable Failure known, Instant at) {
    if (step instanceof Step.Branch && inside.isEmpty() && leftLast) {
      close(StepEnd.Outcome.SUCCEEDED, null, lastAt);
      return null;
    }
    boolean isTheReason = because == lastEvent && step instanceof Step.Visit;
    if (Failure.UNKNOWN.equals(failure) || (failure == null && isTheReason)) {
      failure = known == null ? Failure.UNKNOWN : known;
    }
    Failure within = endInside(because, known, at);
    Failure own = failure != null ? failure : within;
    if (parent != null && step instanceof Step.Attempt) {
      own = parent.failure;
    }
    close(own == null ? StepEnd.Outcome.ABORTED : failed(own), own, at);
    return own;
  }

  static StepEnd.Outcome failed(Failure why) {
    return why.timedOut() ? StepEnd.Outcome.TIMED_OUT : StepEnd.Outcome.FAILED;
  }

  private void close(StepEnd.Outcome outcome, @Nullable Failure why, Instant at) {
    closed = true;
    if (parent != null) {
      parent.forget(this);
      parent.leftLast = outcome == StepEnd.Outcome.SUCCEEDED || outcome == StepEnd.Outcome.CAUGHT;
    }
    tree.closed(this);
    tree.observer()
        .ends(
            step,
            kept,
            new StepEnd(
                outcome, why == null ? null : why.error(), why == null ? null : why.cause(), at));
  }

  @Nullable StepNode<T> parent() {
    return parent;
  }
}
