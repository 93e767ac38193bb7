package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.Expression;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression that sees the evaluation of a state.
 *
 * @param source without the <code>{% %}</code> and the blanks inside them
 * @param needsStates whether it reads {@code $states}
 * @param needsContext whether it reads the context object, which costs something to build
 */
record JsonataExpression(
    String source, String location, Jsonata compiled, boolean needsStates, boolean needsContext)
    implements Expression {

  private static final String STATES = "states";

  /** That {@code $states} has at most at any one place. */
  private static final int MEMBERS = 3;

  @Override
  public JsonNode evaluate(Evaluation evaluation) {
    JsonNode value = run(evaluation);
    if (value.isMissingNode()) {
      throw JsonataFailures.nothing(this);
    }
    return value;
  }

  private JsonNode run(Evaluation evaluation) {
    try {
      return compiled.evaluate(new Environment(evaluation));
    } catch (JsonataFailed failure) {
      if (failure.kind() == JsonataFailed.Kind.UNSUPPORTED_RESULT) {
        throw JsonataFailures.unsupported(this);
      }
      throw JsonataFailures.thrown(this, failure.described());
    }
  }

  /** The world of one evaluation; {@code $states} is made when it is first read. */
  private final class Environment implements JsonataEnvironment {

    private final Evaluation evaluation;

    /** Null until it is read. */
    private @Nullable ObjectNode states;

    Environment(Evaluation evaluation) {
      this.evaluation = evaluation;
    }

    @Override
    public JsonNode input() {
      return MissingNode.getInstance();
    }

    @Override
    public @Nullable JsonNode variable(String name) {
      return name.equals(STATES) ? states() : evaluation.surroundings().variable(name);
    }

    private JsonNode states() {
      ObjectNode made = states;
      if (made == null) {
        made = makeStates();
        states = made;
      }
      return made;
    }

    private ObjectNode makeStates() {
      ObjectNode made = FieldList.object(MEMBERS);
      made.set("input", evaluation.input());
      if (needsContext) {
        made.set("context", evaluation.surroundings().context());
      }
      JsonNode result = evaluation.result();
      if (result != null) {
        made.set("result", result);
      }
      JsonNode errorOutput = evaluation.errorOutput();
      if (errorOutput != null) {
        made.set("errorOutput", errorOutput);
      }
      return made;
    }

    @Override
    public Instant now() {
      return evaluation.surroundings().now();
    }

    @Override
    public RandomGenerator random() {
      return evaluation.surroundings().random();
    }

    @Override
    public EvaluationBudget budget() {
      return evaluation.surroundings().budget();
    }
  }
}
