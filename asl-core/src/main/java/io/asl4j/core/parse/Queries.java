package io.asl4j.core.parse;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataLanguage;
import io.asl4j.core.query.jsonata.JsonataScope;
import io.asl4j.core.query.jsonpath.JsonPathLanguage;
import io.asl4j.core.query.jsonpath.Path;
import io.asl4j.core.query.jsonpath.ResultPath;

/**
 * Compiles what stands in the query languages and reports what is wrong with it.
 *
 * <p>A text that holds a placeholder of a deployment tool cannot be judged yet; nothing is reported
 * for it.
 */
final class Queries {

  private final JsonPathLanguage jsonPath = new JsonPathLanguage();
  private final QueryProblems problems;
  private final StaticValues statics;

  Queries(Findings findings) {
    this.problems = new QueryProblems(findings);
    this.statics = new StaticValues(findings);
  }

  /** The path {@code $}, which an absent InputPath, ItemsPath or OutputPath means. */
  Path wholeInput() {
    return JsonPathLanguage.INPUT;
  }

  /** The path {@code $}, which an absent ResultPath means. */
  ResultPath wholeResult() {
    return JsonPathLanguage.REPLACE_INPUT;
  }

  /** InputPath or OutputPath: any path, or null. */
  Path path(Spot spot, String location) {
    return spot.node().isNull()
        ? JsonPathLanguage.NULL_PATH
        : jsonPath.path(spot.node().textValue(), location, problems.ofPath(spot));
  }

  /** A path to exactly one value. */
  Path referencePath(Spot spot, String location) {
    return jsonPath.referencePath(
        spot.node().textValue(), location, problems.ofReferencePath(spot));
  }

  /** A path to exactly one value of the state's input or of a variable. */
  Path referencePathWithoutContext(Spot spot, String location) {
    if (spot.node().textValue().startsWith("$$")) {
      problems
          .ofReferencePath(spot)
          .accept(
              new QueryProblem(
                  "",
                  QueryProblem.Kind.NOT_A_REFERENCE_PATH,
                  "`" + spot.name() + "` cannot read the context object",
                  0));
    }
    return referencePath(spot, location);
  }

  /** Where a result goes; may be null. */
  ResultPath resultPath(Spot spot) {
    return spot.node().isNull()
        ? JsonPathLanguage.DISCARD_RESULT
        : jsonPath.resultPath(
            spot.node().textValue(), "ResultPath", problems.ofReferencePath(spot));
  }

  /** ErrorPath or CausePath: a path or a call of an intrinsic function. */
  Expression textQuery(Spot spot, String location) {
    Expression query =
        jsonPath.expression(spot.node().textValue(), location, problems.ofText(spot));
    if (!JsonPathLanguage.canGiveString(query)) {
      problems
          .ofText(spot)
          .accept(
              new QueryProblem(
                  "",
                  QueryProblem.Kind.INTRINSIC,
                  "The function gives no string, but `" + spot.name() + "` needs one",
                  0));
    }
    return query;
  }

  /** A payload template. */
  Template payload(Spot spot, String location) {
    statics.checkPayload(spot);
    return jsonPath.template(spot.node(), location, problems.ofPayload(spot));
  }

  /** JSON with JSONata expressions in it, or one expression. */
  Template jsonataTemplate(Spot spot, String location, JsonataScope scope) {
    return JsonataLanguage.in(scope).template(spot.node(), location, problems.ofJsonata(spot));
  }

  /** One JSONata expression with its <code>{% %}</code>. */
  Expression jsonata(Spot spot, String location, JsonataScope scope) {
    String source = spot.node().textValue();
    if (!ExpressionText.isExpression(source)) {
      return new Unresolved(source, location);
    }
    return JsonataLanguage.in(scope).expression(source, location, problems.ofJsonata(spot));
  }

  /**
   * Whether a string in a JSONata state is an expression; one that only begins or ends like one is
   * reported.
   */
  boolean isExpression(Spot spot) {
    String source = spot.node().textValue();
    boolean isExpression = ExpressionText.isExpression(source);
    if (!isExpression && ExpressionText.isHalfOpen(source)) {
      problems.reportHalfOpen(spot);
    }
    return isExpression;
  }
}
