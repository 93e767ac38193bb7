package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import java.util.Optional;

/**
 * A compiled expression that sees the evaluation of a state.
 *
 * @param source without the <code>{% %}</code> and the blanks inside them
 * @param path the same in short, if it only names a field in {@code $states}
 * @param needsContext whether it reads the context object, which costs something to build
 */
record JsonataExpression(
    String source,
    String location,
    Jsonata compiled,
    Optional<StatesPath> path,
    boolean needsContext)
    implements Expression {

  @Override
  public JsonNode evaluate(Evaluation evaluation) {
    JsonNode found = path.isPresent() ? path.get().find(evaluation) : null;
    JsonNode value = found == null ? run(evaluation) : found;
    if (value.isMissingNode()) {
      throw JsonataFailures.nothing(this);
    }
    return value;
  }

  private JsonNode run(Evaluation evaluation) {
    try {
      return compiled.evaluate(new StatesEnvironment(evaluation, needsContext));
    } catch (JsonataFailed failure) {
      if (failure.kind() == JsonataFailed.Kind.UNSUPPORTED_RESULT) {
        throw JsonataFailures.unsupported(this);
      }
      throw JsonataFailures.thrown(this, failure.described());
    }
  }
}
