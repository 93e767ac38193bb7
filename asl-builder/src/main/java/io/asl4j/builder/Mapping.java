package io.asl4j.builder;

/**
 * A Map state in either query language.
 *
 * @param <S> the state's own type
 */
public interface Mapping<S> extends Part<S> {

  /** {@code ItemSelector}: makes the input of each iteration; the item itself by default. */
  default S itemSelector(Object template) {
    return field("ItemSelector", template);
  }

  /** {@code MaxConcurrency}: how many iterations run at once; 0, the default, is no limit. */
  default S maxConcurrency(long iterations) {
    return field("MaxConcurrency", iterations);
  }

  /** {@code ToleratedFailureCount}: how many items of a Distributed Map may fail. */
  default S toleratedFailureCount(long items) {
    return field("ToleratedFailureCount", items);
  }

  /** {@code ToleratedFailurePercentage}: how many of 100 items of a Distributed Map may fail. */
  default S toleratedFailurePercentage(double percentage) {
    return field("ToleratedFailurePercentage", percentage);
  }

  /** {@code Label}: names the Map in the ARNs of its child executions. */
  default S label(String label) {
    return field("Label", label);
  }
}
