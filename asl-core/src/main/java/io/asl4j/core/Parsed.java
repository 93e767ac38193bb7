package io.asl4j.core;

import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.model.StateMachine;
import java.util.Optional;

/**
 * What parsing a definition gave: the machine if it can run, and everything that is wrong or looks
 * wrong.
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param machine the state machine; empty if there is any error
 * @param diagnostics errors and warnings, sorted by place
 * @param document the tree that was read, with the place of each value
 */
public record Parsed(
    Optional<StateMachine> machine, Diagnostics diagnostics, SourceDocument document) {

  /** Whether there is a machine; warnings do not matter. */
  public boolean isValid() {
    return machine.isPresent();
  }

  /** Where each value of the definition stands in its text. */
  public SourceMap map() {
    return document.map();
  }

  /**
   * Gives the machine.
   *
   * @throws InvalidDefinition if there is any error; its message shows all of them with their lines
   */
  public StateMachine orThrow() {
    return machine.orElseThrow(() -> new InvalidDefinition(diagnostics));
  }
}
