package io.asl4j.core.query;

import java.util.function.LongSupplier;

/**
 * How much one evaluation of a JSONata expression may use; exceeding any part ends it with the
 * error that AWS gives: "Expression evaluation timeout", "Stack overflow error" or "Expression
 * evaluation memory limit exceeded". JSONPath needs none: its queries end by themselves. Immutable
 * and thread-safe.
 *
 * @param maxSteps loop turns, calls and characters handled, all together
 * @param maxDepth how deep expressions may be nested inside one another while they run, as
 *     JSONata's own runtime counts: one for each expression that is not yet finished
 * @param maxSequence elements of one sequence that a range makes
 * @param maxBytes bytes that the expression may build, and bytes of its result as JSON
 * @param maxNanos time from the first to the last step, in units of the ticker
 * @param ticker a clock in nanoseconds that never goes back, such as {@code System::nanoTime}
 */
public record EvaluationBudget(
    long maxSteps,
    int maxDepth,
    int maxSequence,
    long maxBytes,
    long maxNanos,
    LongSupplier ticker) {

  /** JSONata's own bound on the length of a range; a longer one is its error D2014. */
  public static final int LONGEST_RANGE = 10_000_000;

  /**
   * The longest text that an expression can build, in UTF-16 units, whatever {@code maxBytes}
   * allows: what is done to a text is done in one go now and then, and this much takes no longer
   * than some milliseconds.
   */
  public static final int LONGEST_TEXT = 1 << 24;

  /** The most elements of an array that is put together of other arrays, for the same reason. */
  public static final int LONGEST_ARRAY = 1 << 24;

  /** The longest range that AWS was seen to give. */
  private static final int AWS_LONGEST_RANGE = 360_145;

  /** The largest value that AWS was seen to give. */
  private static final long AWS_MAX_BYTES = 6_990_256;

  /** Each call of a simple function is three expressions inside one another. */
  private static final int AWS_MAX_DEPTH = 302;

  private static final long SECOND = 1_000_000_000L;

  /**
   * It counts the work of a processor, so even an execution in modelled time needs a real clock.
   */
  private static final EvaluationBudget AWS = aws(System::nanoTime);

  /** The limits of AWS Step Functions, on the clock of this machine. */
  public static EvaluationBudget aws() {
    return AWS;
  }

  /**
   * The limits of AWS Step Functions: one second, values of at most 6,990,256 bytes, ranges of at
   * most 360,145 elements. The depth lets a function of the form {@code $n = 0 ? 1 : $n * $f($n -
   * 1)} call itself 99 times, since AWS was seen to stop a recursion at a depth of 100.
   *
   * @param ticker the clock, in nanoseconds
   */
  public static EvaluationBudget aws(LongSupplier ticker) {
    return new EvaluationBudget(
        Long.MAX_VALUE, AWS_MAX_DEPTH, AWS_LONGEST_RANGE, AWS_MAX_BYTES, SECOND, ticker);
  }

  /**
   * No limits but those of JSONata itself, a depth that the Java stack bears, {@link #LONGEST_TEXT}
   * and {@link #LONGEST_ARRAY}. An evaluation that exhausts the heap of Java fails as if it had a
   * limit, but others may fail with it: give {@code maxBytes} to expressions that you do not know.
   *
   * @param ticker the clock, in nanoseconds
   */
  public static EvaluationBudget unlimited(LongSupplier ticker) {
    return new EvaluationBudget(
        Long.MAX_VALUE, 2_000, LONGEST_RANGE, Long.MAX_VALUE, Long.MAX_VALUE, ticker);
  }

  /** The same budget with another bound on time. */
  public EvaluationBudget withMaxNanos(long nanos) {
    return new EvaluationBudget(maxSteps, maxDepth, maxSequence, maxBytes, nanos, ticker);
  }

  /** The same budget with another bound on depth. */
  public EvaluationBudget withMaxDepth(int depth) {
    return new EvaluationBudget(maxSteps, depth, maxSequence, maxBytes, maxNanos, ticker);
  }

  /** The same budget with another bound on the elements of a range. */
  public EvaluationBudget withMaxSequence(int elements) {
    return new EvaluationBudget(maxSteps, maxDepth, elements, maxBytes, maxNanos, ticker);
  }

  /** The same budget with another bound on steps. */
  public EvaluationBudget withMaxSteps(long steps) {
    return new EvaluationBudget(steps, maxDepth, maxSequence, maxBytes, maxNanos, ticker);
  }

  /** The same budget with another bound on bytes. */
  public EvaluationBudget withMaxBytes(long bytes) {
    return new EvaluationBudget(maxSteps, maxDepth, maxSequence, bytes, maxNanos, ticker);
  }
}
