package io.asl4j.core.model;

/**
 * What a Map state does with each item.
 *
 * @param scope the states each item goes through
 * @param mode whether iterations are part of the execution or executions of their own
 */
public record ItemProcessor(Scope scope, Mode mode) {

  /** The processing mode: {@code ProcessorConfig.Mode} with its {@code ExecutionType}. */
  public enum Mode {
    /** Iterations run in the execution itself and its history. */
    INLINE,
    /** Each item or batch is a Standard child execution. */
    DISTRIBUTED_STANDARD,
    /** Each item or batch is an Express child execution. */
    DISTRIBUTED_EXPRESS;

    /** Whether each item or batch is a child execution. */
    public boolean isDistributed() {
      return this != INLINE;
    }
  }
}
