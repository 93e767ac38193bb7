package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryLanguage;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import java.util.function.Consumer;

/**
 * JSONata as the query language of a state: expressions in <code>{% %}</code>, {@code $states}, and
 * the failures that AWS reports.
 *
 * <p>A string is an expression if it begins with <code>{%</code> and ends with <code>%}</code>;
 * keys of objects never are. Immutable and safe for use by any number of threads at once.
 */
public final class JsonataLanguage implements QueryLanguage {

  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";

  private static final JsonataLanguage OF_INPUT = new JsonataLanguage(JsonataScope.INPUT);
  private static final JsonataLanguage OF_RESULT = new JsonataLanguage(JsonataScope.RESULT);
  private static final JsonataLanguage OF_ERROR_OUTPUT =
      new JsonataLanguage(JsonataScope.ERROR_OUTPUT);

  private final JsonataScope scope;

  private JsonataLanguage(JsonataScope scope) {
    this.scope = scope;
  }

  /** The language for fields where {@code $states} has the members of that scope. */
  public static JsonataLanguage in(JsonataScope scope) {
    return switch (scope) {
      case INPUT -> OF_INPUT;
      case RESULT -> OF_RESULT;
      case ERROR_OUTPUT -> OF_ERROR_OUTPUT;
    };
  }

  @Override
  public String name() {
    return "JSONata";
  }

  @Override
  public Template template(JsonNode source, String location, Consumer<QueryProblem> problems) {
    return new TemplateCompiler(this, problems).compile(source, location);
  }

  /** {@inheritDoc} A text without the two delimiters is a problem. */
  @Override
  public Expression expression(String source, String location, Consumer<QueryProblem> problems) {
    return expression(source, location, "", problems);
  }

  /**
   * Compiles an expression that stands inside a template.
   *
   * @param pointer where it stands there
   */
  Expression expression(
      String source, String location, String pointer, Consumer<QueryProblem> problems) {
    if (!isExpression(source)) {
      problems.accept(halfOpen(pointer));
      return new BrokenExpression(
          source, location, "Expression must begin with {% and end with %}");
    }
    String inner = source.substring(OPEN.length(), source.length() - CLOSE.length());
    int start = OPEN.length() + leadingBlanks(inner);
    String text = inner.strip();
    try {
      Jsonata compiled = Jsonata.compile(text, JsonataDialect.AWS);
      StatesReferences references = StatesReferences.of(compiled.syntax(), scope);
      references
          .refused()
          .forEach(
              refused ->
                  problems.accept(
                      new QueryProblem(
                          pointer,
                          refused.isRefused()
                              ? QueryProblem.Kind.JSONATA_REFERENCE
                              : QueryProblem.Kind.JSONATA_EMPTY_REFERENCE,
                          refused.message(),
                          start + refused.offset())));
      return new JsonataExpression(
          text, location, compiled, compiled.statesPath(), references.needsContext());
    } catch (JsonataFailed failure) {
      problems.accept(
          new QueryProblem(
              pointer,
              QueryProblem.Kind.JSONATA_SYNTAX,
              failure.text(),
              start + Math.max(0, failure.offset())));
      return new BrokenExpression(text, location, failure.described());
    }
  }

  static boolean isExpression(String text) {
    return text.length() >= OPEN.length() + CLOSE.length()
        && text.startsWith(OPEN)
        && text.endsWith(CLOSE);
  }

  static boolean isHalfOpen(String text) {
    return !isExpression(text) && (text.startsWith(OPEN) || text.endsWith(CLOSE));
  }

  static QueryProblem halfOpen(String pointer) {
    return new QueryProblem(
        pointer,
        QueryProblem.Kind.HALF_OPEN_EXPRESSION,
        "An expression begins with {% and ends with %}, with no blank outside, but this text does"
            + " not do both.",
        0);
  }

  private static int leadingBlanks(String text) {
    return text.length() - text.stripLeading().length();
  }
}
