package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;

/** The causes of failed evaluations in AWS's words. */
final class JsonataFailures {

  private JsonataFailures() {}

  static QueryFailed nothing(Expression expression) {
    return failed(expression, "returned nothing (undefined).");
  }

  static QueryFailed unsupported(Expression expression) {
    return failed(expression, "returned an unsupported result type.");
  }

  static QueryFailed thrown(Expression expression, String described) {
    return failed(expression, "threw an error during evaluation. " + described);
  }

  private static QueryFailed failed(Expression expression, String what) {
    return QueryFailed.evaluation(
        expression.location(),
        "The JSONata expression '%s' specified for the field '%s' %s"
            .formatted(expression.source(), expression.location(), what));
  }
}
