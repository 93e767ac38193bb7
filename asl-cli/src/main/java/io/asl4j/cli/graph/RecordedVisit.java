package io.asl4j.cli.graph;

import io.asl4j.core.graph.Highlight.Mark;
import org.jspecify.annotations.Nullable;

/** One time that a recorded execution was in a state. Filled while the history is read. */
final class RecordedVisit {

  private final String state;

  /** The visit of the Map or Parallel state around; null in the outermost scope. */
  private final @Nullable RecordedVisit around;

  private boolean isExited;
  private boolean isFailing;
  private boolean isCaught;
  private int calls;
  private int items;

  RecordedVisit(String state, @Nullable RecordedVisit around) {
    this.state = state;
    this.around = around;
  }

  String state() {
    return state;
  }

  @Nullable RecordedVisit around() {
    return around;
  }

  void exit(boolean caught) {
    isExited = true;
    isCaught = caught;
  }

  boolean isExited() {
    return isExited;
  }

  boolean isCaught() {
    return isCaught;
  }

  /** Something went wrong, and nothing went on since. */
  void fail() {
    isFailing = true;
  }

  /** A task was called, or branches were begun. */
  void call() {
    calls++;
    isFailing = false;
  }

  int calls() {
    return calls;
  }

  void hasItems(int count) {
    items = Math.max(items, count);
  }

  int items() {
    return items;
  }

  /**
   * How it ended.
   *
   * @param isOver whether the execution has ended
   */
  Mark mark(boolean isOver) {
    if (isCaught) {
      return Mark.CAUGHT;
    }
    if (isExited) {
      return Mark.GOOD;
    }
    if (isFailing) {
      return Mark.BAD;
    }
    return isOver ? Mark.STOPPED : Mark.OPEN;
  }
}
