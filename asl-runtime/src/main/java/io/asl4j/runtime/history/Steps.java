package io.asl4j.runtime.history;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns the events of executions into what begins and ends: executions, visits of states, attempts
 * of tasks, branches and items. A listener for an engine, for metrics and traces to stand on.
 *
 * <p>Holds what is under way and nothing else. Thread-safe; one object may listen to several
 * engines, and then sees their nested executions together.
 *
 * @param <T> what the observer keeps for each step while it lasts
 */
public final class Steps<T> implements ExecutionListener {

  private final StepObserver<T> observer;
  private final Map<String, StepTree<T>> trees = new ConcurrentHashMap<>();

  /** Children of Distributed Maps whose first event is still to come, with their items. */
  private final Map<String, StepNode<T>> expected = new ConcurrentHashMap<>();

  /**
   * @param observer told of everything that begins and ends
   */
  public Steps(StepObserver<T> observer) {
    this.observer = observer;
  }

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    if (event.details() instanceof EventDetails.Started) {
      begin(executionArn, event, 0);
    } else if (event.details() instanceof EventDetails.Redriven redriven) {
      begin(executionArn, event, redriven.redriveCount());
    } else {
      StepTree<T> tree = trees.get(executionArn);
      if (tree != null) {
        locked(tree.lock(), () -> happened(tree, event));
      }
    }
  }

  private void happened(StepTree<T> tree, HistoryEvent event) {
    if (!tree.isClosed()) {
      tree.happened(event);
    }
  }

  private void begin(String arn, HistoryEvent event, int redriveCount) {
    Step.Execution execution = execution(arn, redriveCount);
    StepNode<T> within = expected.remove(arn);
    if (within == null) {
      trees.put(arn, new StepTree<>(this, observer, execution, event, null));
      return;
    }
    locked(
        within.tree().lock(),
        () -> {
          if (!within.isClosed()) {
            trees.put(arn, new StepTree<>(this, observer, execution, event, within));
          }
        });
  }

  /** {@code arn:partition:states:region:account:execution:machine:name}, or express with a run. */
  private static Step.Execution execution(String arn, int redriveCount) {
    String[] parts = arn.split(":", 8);
    String machine = parts.length < 8 ? arn : parts[6];
    int label = machine.indexOf('/');
    return new Step.Execution(
        arn,
        label < 0 ? machine : machine.substring(0, label),
        parts.length < 8 ? arn : parts[7],
        redriveCount);
  }

  @Override
  public void onDecision(String executionArn, long eventId, Decision decision) {
    StepTree<T> tree = trees.get(executionArn);
    if (tree != null) {
      locked(tree.lock(), () -> tree.decided(eventId, decision));
    }
  }

  private static void locked(ReentrantLock lock, Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  void expect(String childArn, StepNode<T> item) {
    expected.put(childArn, item);
  }

  void unexpect(String childArn) {
    expected.remove(childArn);
  }

  void closed(String executionArn) {
    trees.remove(executionArn);
  }

  /**
   * What the observer keeps for the attempt under way in a visit of a state, or for the visit
   * itself between attempts.
   *
   * @param enteredEvent the id of the event that began the visit
   * @return empty when the visit is unknown, or has ended
   */
  public Optional<T> current(String executionArn, long enteredEvent) {
    StepTree<T> tree = trees.get(executionArn);
    if (tree == null) {
      return Optional.empty();
    }
    tree.lock().lock();
    try {
      return tree.current(enteredEvent);
    } finally {
      tree.lock().unlock();
    }
  }

  /** How many executions are under way, those of Distributed Maps too. */
  public int open() {
    return trees.size();
  }
}
