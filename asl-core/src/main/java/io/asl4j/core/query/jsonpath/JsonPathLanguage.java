package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryLanguage;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import java.util.List;
import java.util.function.Consumer;

/**
 * JSONPath with intrinsic functions, the query language that states have unless they say otherwise.
 *
 * <p>Without state; safe for use by any number of threads at once, and so is all that it compiles.
 *
 * @see <a href="https://states-language.net/#data">Amazon States Language, Data</a>
 */
public final class JsonPathLanguage implements QueryLanguage {

  /** {@code "InputPath": null} and {@code "OutputPath": null}: an empty object. */
  public static final Path NULL_PATH =
      new ConstantPath("null", JsonNodeFactory.instance.objectNode());

  /**
   * {@code $}, what {@code InputPath}, {@code OutputPath} and {@code ItemsPath} stand for when they
   * are left out.
   */
  public static final Path INPUT =
      new DefinitePath("$", Root.Input.INPUT, List.of(), DefinitePath.PastTheEnd.NULL);

  /** {@code "ResultPath": "$"}, or none: the result replaces the input. */
  public static final ResultPath REPLACE_INPUT = ResultPaths.Replace.REPLACE;

  /** {@code "ResultPath": null}: the result is dropped and the raw input kept. */
  public static final ResultPath DISCARD_RESULT = ResultPaths.Discard.DISCARD;

  @Override
  public String name() {
    return "JSONPath";
  }

  /**
   * {@inheritDoc}
   *
   * <p>A payload template: a field whose name ends with {@code .$}, at any depth, also inside
   * arrays, is replaced by the value of its path or intrinsic function; everything else is taken
   * literally.
   */
  @Override
  public Template template(JsonNode source, String location, Consumer<QueryProblem> problems) {
    return new PayloadCompiler(problems).template(source, location, "");
  }

  /**
   * {@inheritDoc}
   *
   * <p>For {@code ErrorPath}, {@code CausePath} and the value of a single {@code .$} field: a path
   * or a call of an intrinsic function.
   */
  @Override
  public Expression expression(String source, String location, Consumer<QueryProblem> problems) {
    String field = location.substring(location.lastIndexOf('/') + 1);
    return new PayloadCompiler(problems).query(source, field, location, "");
  }

  /**
   * Compiles {@code InputPath} or {@code OutputPath}: any path into the input, the context object
   * or a variable.
   *
   * @param source a string; for the JSON null there is {@link #NULL_PATH}
   * @param location the field as AWS names it in messages
   * @param problems takes every problem found, with an empty pointer
   */
  public Path path(String source, String location, Consumer<QueryProblem> problems) {
    try {
      return compiled(source, PathSyntax.parse(source), DefinitePath.PastTheEnd.NULL);
    } catch (MalformedQuery e) {
      problems.accept(e.problem(""));
      return broken(source, location);
    }
  }

  /**
   * Compiles a path that can match one node only, such as {@code ItemsPath}, {@code SecondsPath} or
   * the {@code Variable} of a choice rule.
   *
   * <p>A path that can match many nodes is a {@link QueryProblem.Kind#NOT_A_REFERENCE_PATH
   * problem}, but still compiled and evaluated.
   */
  public Path referencePath(String source, String location, Consumer<QueryProblem> problems) {
    try {
      PathSyntax.Parsed parsed = PathSyntax.parse(source);
      if (!parsed.isDefinite()) {
        problems.accept(notOneNode(source).problem(""));
      }
      return compiled(source, parsed, DefinitePath.PastTheEnd.MISS);
    } catch (MalformedQuery e) {
      problems.accept(e.problem(""));
      return broken(source, location);
    }
  }

  /**
   * Compiles {@code ResultPath}: a reference path into the input. For the JSON null there is {@link
   * #DISCARD_RESULT}.
   */
  public ResultPath resultPath(String source, String location, Consumer<QueryProblem> problems) {
    try {
      PathSyntax.Parsed parsed = PathSyntax.parse(source);
      if (parsed.root() != Root.Input.INPUT) {
        throw MalformedQuery.notAReferencePath(
            "A result can be put into the input only, not into the context object or a variable.",
            0);
      }
      if (!parsed.isDefinite()) {
        throw notOneNode(source);
      }
      return parsed.steps().isEmpty()
          ? REPLACE_INPUT
          : new ResultPaths.Into(source, location, parsed.steps());
    } catch (MalformedQuery e) {
      problems.accept(e.problem(""));
      return new ResultPaths.Broken(source, location);
    }
  }

  /**
   * Whether an expression of this language can give a string, as {@code ErrorPath} and {@code
   * CausePath} want it. A path always can; of the intrinsic functions some cannot, such as {@code
   * States.MathAdd}.
   */
  public static boolean canGiveString(Expression expression) {
    if (!(expression instanceof PayloadQuery.Call call)) {
      return true;
    }
    return switch (call.call().function()) {
      case FORMAT, JSON_TO_STRING, ARRAY_GET_ITEM, BASE64_ENCODE, BASE64_DECODE, HASH, UUID -> true;
      case STRING_TO_JSON,
          ARRAY_OF,
          ARRAY_PARTITION,
          ARRAY_CONTAINS,
          ARRAY_RANGE,
          ARRAY_LENGTH,
          ARRAY_UNIQUE,
          JSON_MERGE,
          MATH_RANDOM,
          MATH_ADD,
          STRING_SPLIT ->
          false;
    };
  }

  static Path compiled(String source, PathSyntax.Parsed parsed, DefinitePath.PastTheEnd pastTheEnd)
      throws MalformedQuery {
    return parsed.isDefinite()
        ? new DefinitePath(source, parsed.root(), parsed.steps(), pastTheEnd)
        : IndefinitePath.compile(source, parsed);
  }

  private static MalformedQuery notOneNode(String source) {
    return MalformedQuery.notAReferencePath(
        "`%s` can match many nodes where a reference path, which points at one, is expected."
            .formatted(source),
        0);
  }

  private static Path broken(String source, String location) {
    return new BrokenPath(source, "The value of " + location + " is not a path");
  }
}
