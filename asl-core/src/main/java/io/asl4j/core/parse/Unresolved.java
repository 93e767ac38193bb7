package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;

/**
 * A placeholder of a deployment tool that stands where a value or an expression is needed. Such a
 * machine can be checked, not run.
 */
record Unresolved(String source, String location) implements Expression {

  @Override
  public JsonNode evaluate(Evaluation evaluation) {
    throw QueryFailed.runtime(
        location,
        "The field '%s' holds '%s', a placeholder that was never replaced"
            .formatted(location, source));
  }
}
