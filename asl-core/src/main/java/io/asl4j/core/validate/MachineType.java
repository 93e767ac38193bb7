package io.asl4j.core.validate;

/** The two types of state machines, which support different things. */
public enum MachineType {
  /** Runs up to a year, each state once. */
  STANDARD,
  /** Runs up to five minutes; without jobs, callbacks, activities and distributed Maps. */
  EXPRESS
}
