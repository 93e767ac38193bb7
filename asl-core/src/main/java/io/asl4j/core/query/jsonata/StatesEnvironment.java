package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.EvaluationBudget;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an expression in a state sees. {@code $states} is made when it is first read as a whole;
 * most expressions only read its fields.
 */
final class StatesEnvironment implements JsonataEnvironment {

  /** The name of {@code $states}. */
  static final String STATES = "states";

  /** That {@code $states} has at most at any one place. */
  private static final int MEMBERS = 3;

  private final Evaluation evaluation;
  private final boolean needsContext;

  /** Null until it is read. */
  private @Nullable ObjectNode states;

  /**
   * The environment of one evaluation.
   *
   * @param needsContext whether the context object is read, which costs something to build
   */
  StatesEnvironment(Evaluation evaluation, boolean needsContext) {
    this.evaluation = evaluation;
    this.needsContext = needsContext;
  }

  @Override
  public JsonNode input() {
    return MissingNode.getInstance();
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return name.equals(STATES) ? states() : evaluation.surroundings().variable(name);
  }

  /**
   * A field of {@code $states}, as {@link Values#plainField} gives it; null, too, for the context
   * object, which is made once for all who read it.
   */
  @Nullable JsonNode member(String field) {
    return member(evaluation, field);
  }

  static @Nullable JsonNode member(Evaluation evaluation, String field) {
    JsonNode member =
        switch (field) {
          case "input" -> evaluation.input();
          case "result" -> evaluation.result();
          case "errorOutput" -> evaluation.errorOutput();
          default -> null;
        };
    return member instanceof Sequence ? null : member;
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
