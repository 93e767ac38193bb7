package io.asl4j.runtime.walk;

import io.asl4j.runtime.failure.StateFailed;
import org.jspecify.annotations.Nullable;

/**
 * Work for several branches, handed out one by one and taken back one by one.
 *
 * <p>A host may run branches on many threads, but calls of these methods never overlap, but for
 * {@link #prepare}, and each sees what the calls before it did.
 *
 * @param <T> what a branch gives
 */
public interface FanOut<T> {

  /** One branch: a scope to walk on a host of its own. */
  interface Branch<T> {
    /** Runs the branch to its end; called once. */
    T run(Host host);
  }

  /** Whether {@link #prepare} does anything. */
  default boolean prepares() {
    return false;
  }

  /**
   * Gets ready what {@link #next} hands out, which may take long, such as reading an item. It may
   * overlap with {@link #done} and {@link #failed}, but neither with {@link #next} nor with itself.
   * A host need not call it: then {@link #next} does the same.
   */
  default void prepare() {}

  /**
   * The next branch to run.
   *
   * @param freed the branch that ended just now and whose place the next one takes; null when a
   *     place was free from the start
   * @return null when there are no more
   */
  @Nullable Branch<T> next(@Nullable Branch<T> freed);

  /**
   * A branch ended well.
   *
   * @throws StateFailed to stop the whole fan-out
   */
  void done(Branch<T> branch, T result);

  /** The first branch that failed; called at most once, before the others are stopped. */
  void failed(Branch<T> branch, StateFailed failure);
}
