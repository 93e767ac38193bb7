package io.asl4j.runtime;

/** What an engine does with a new execution when it has as many open ones as it may. */
public enum WhenFull {
  /** {@link Engine#start} waits until another one has ended: back-pressure. */
  WAIT,
  /** {@link Engine#start} throws {@link TooManyExecutions}. */
  REFUSE
}
