package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * What all assertions here have in common.
 *
 * @param <S> the assertion itself
 * @param <A> what it is about
 */
public abstract sealed class TraceAssert<S extends TraceAssert<S, A>, A>
    extends AbstractAssert<S, A>
    permits ExecutionAssert, StateAssert, AttemptAssert, MapAssert, ScopeAssert, JsonAssert {

  private final Verdicts verdicts;

  TraceAssert(A actual, Class<?> type, Verdicts verdicts) {
    super(actual, type);
    this.verdicts = verdicts;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  /** Fails with the text of a check, if there is one. */
  S check(Optional<String> problem) {
    problem.ifPresent(
        text -> {
          String described = info.descriptionText();
          AssertionError failure =
              new AssertionError(described.isEmpty() ? text : "[" + described + "] " + text);
          verdicts.failed(failure);
        });
    return myself;
  }

  static JsonNode json(String text) {
    return Json.parse(text);
  }
}
