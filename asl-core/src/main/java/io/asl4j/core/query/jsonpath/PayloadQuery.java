package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;

/** The value of a {@code .$} field, of {@code ErrorPath} or of {@code CausePath}. */
sealed interface PayloadQuery extends Expression {

  /** What the query reads. */
  References references();

  /**
   * A path.
   *
   * @param field the name of the field for messages, with its {@code .$}
   */
  record AtPath(Path path, Root root, String field, String location) implements PayloadQuery {

    @Override
    public String source() {
      return path.source();
    }

    @Override
    public References references() {
      return path.references();
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      if (root == Root.Input.INPUT && evaluation.input().isNull()) {
        throw QueryFailed.runtime(
            location, "Unable to apply Path transformation to null or empty input.");
      }
      try {
        return path.read(evaluation);
      } catch (PathNotFound e) {
        throw QueryFailed.runtime(
            location, e.isOfWrongKind() ? e.leafText() : notFound(evaluation));
      }
    }

    private String notFound(Evaluation evaluation) {
      JsonNode document = root.document(evaluation);
      return "The JSONPath '%s' specified for the field '%s' could not be found in the input '%s'"
          .formatted(source(), field, document == null ? evaluation.input() : document);
    }
  }

  /** A call of an intrinsic function. */
  record Call(String source, Intrinsic.Call call, String location) implements PayloadQuery {

    @Override
    public References references() {
      return call.references();
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      try {
        return call.evaluate(evaluation);
      } catch (IntrinsicFailed e) {
        throw QueryFailed.runtime(
            location,
            "The function '%s' had the following error: %s".formatted(source, e.getMessage()));
      }
    }
  }

  /** What a text that is neither compiles to, next to the problem that was reported. */
  record Broken(String source, String field, String location) implements PayloadQuery {

    @Override
    public References references() {
      return References.NONE;
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      throw QueryFailed.runtime(
          location,
          "The value for the field '%s' must be a valid JSONPath or a valid intrinsic function call"
              .formatted(field));
    }
  }
}
