package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;

/** What a text that is no expression compiles to, next to the problem that was reported. */
record BrokenExpression(String source, String location, String problem) implements Expression {

  @Override
  public JsonNode evaluate(Evaluation evaluation) {
    throw JsonataFailures.thrown(this, problem);
  }
}
