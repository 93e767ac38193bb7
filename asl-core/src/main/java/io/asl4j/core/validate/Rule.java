package io.asl4j.core.validate;

import io.asl4j.core.parse.Findings;

/**
 * One sentence that must hold for a whole definition; the class that enforces it is named as the
 * sentence.
 */
@FunctionalInterface
public interface Rule {

  /** Reports each place where the sentence does not hold. */
  void check(Outline outline, Findings findings);
}
