package io.asl4j.runtime;

/** An engine that refuses what it cannot hold has as many open executions as it may. */
public final class TooManyExecutions extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  TooManyExecutions(int limit) {
    super(
        "%d executions are open, which is the limit of this engine; try again later, raise Engine.Builder.maxOpen, or let start wait with WhenFull.WAIT."
            .formatted(limit));
  }
}
