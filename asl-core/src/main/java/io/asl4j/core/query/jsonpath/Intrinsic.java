package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.query.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** A part of a call of an intrinsic function: the call itself or one of its arguments. */
sealed interface Intrinsic {

  /** The value of the part. */
  JsonNode evaluate(Evaluation evaluation) throws IntrinsicFailed;

  /** What the part reads. */
  References references();

  /**
   * A string in single quotes.
   *
   * @param raw as written between the quotes, for {@code States.Format}, where <code>\{</code> is
   *     another thing than <code>{</code>
   * @param value with the escapes resolved
   */
  record Quoted(String raw, TextNode value) implements Intrinsic {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return value;
    }

    @Override
    public References references() {
      return References.NONE;
    }
  }

  /** A number, a boolean or null. */
  record Literal(JsonNode value) implements Intrinsic {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return value;
    }

    @Override
    public References references() {
      return References.NONE;
    }
  }

  /** A path. */
  record AtPath(Path path, Root root) implements Intrinsic {
    @Override
    public JsonNode evaluate(Evaluation evaluation) throws IntrinsicFailed {
      try {
        return path.read(evaluation);
      } catch (PathNotFound e) {
        throw new IntrinsicFailed(e.isOfWrongKind() ? e.leafText() : notFound(evaluation));
      }
    }

    /**
     * AWS shows the state's input whatever the path looks into, and a context path with one {@code
     * $} only.
     */
    private String notFound(Evaluation evaluation) {
      String shown = root == Root.Context.CONTEXT ? path.source().substring(1) : path.source();
      return "The JsonPath argument for the field '%s' could not be found in the input '%s'"
          .formatted(shown, evaluation.input());
    }

    @Override
    public References references() {
      return path.references();
    }
  }

  /** A call. */
  record Call(IntrinsicFunction function, List<Intrinsic> arguments) implements Intrinsic {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) throws IntrinsicFailed {
      List<JsonNode> values = new ArrayList<>(arguments.size());
      for (Intrinsic argument : arguments) {
        values.add(argument.evaluate(evaluation));
      }
      return function.apply(
          new IntrinsicArguments(function, arguments, values, evaluation.surroundings()));
    }

    @Override
    public References references() {
      return References.ofAll(arguments.stream().map(Intrinsic::references).toList());
    }
  }
}
