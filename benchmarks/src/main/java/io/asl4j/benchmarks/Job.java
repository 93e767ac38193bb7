package io.asl4j.benchmarks;

/** One workload, made ready for one contender. */
interface Job extends AutoCloseable {

  /** Does the whole workload once and gives the last result. */
  Object run() throws Exception;

  /**
   * Looks at a result of {@link #run}.
   *
   * @throws IllegalStateException if it is wrong
   */
  void check(Object result);

  /** How many task calls there were so far; -1 when they run where nobody counts. */
  long calls();

  /** How many task calls one run has to make. */
  long callsPerRun();

  /** How many transitions, items or executions one run really has, when so many were asked for. */
  default int size(int asked) {
    return asked;
  }

  /**
   * Opens a number of executions that wait for a long time, for their weight; none for workloads
   * that do not wait.
   *
   * @return ends them
   */
  default AutoCloseable park(int seconds) throws Exception {
    throw new UnsupportedOperationException("Nothing waits here.");
  }

  @Override
  default void close() {}
}
