package io.asl4j.testing.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.query.EvaluationBudget;
import io.asl4j.core.query.jsonata.Jsonata;
import io.asl4j.core.query.jsonata.JsonataEnvironment;
import io.asl4j.core.query.jsonata.JsonataFailed;
import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.query.jsonata.JsonataReferences.WrongArity;
import io.asl4j.testing.trace.Shown;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata condition on the input of a call: {@code amount > 500}.
 *
 * <p>The input is the context, so its fields stand there by name; {@code $states.input} names it,
 * too. The condition holds when it gives true; false, or nothing because a field is not there, is
 * not. Immutable, and safe for any number of threads.
 */
public final class InputCondition implements Predicate<JsonNode> {

  /** Many times what a condition needs, and still a moment only. */
  private static final long MOST_STEPS = 10_000_000;

  private final Jsonata expression;

  private InputCondition(Jsonata expression) {
    this.expression = expression;
  }

  /**
   * Compiles a condition, with or without {@code {% %}} around it.
   *
   * @throws JsonataFailed if it is no expression
   */
  public static InputCondition of(String text) {
    String stripped = text.strip();
    boolean wrapped = stripped.startsWith("{%") && stripped.endsWith("%}") && stripped.length() > 3;
    return new InputCondition(
        Jsonata.compile(wrapped ? stripped.substring(2, stripped.length() - 2) : stripped));
  }

  /** What in it can never hold, in words: a variable or function that nobody knows. */
  public Optional<String> mistake() {
    for (Reference variable : expression.references().variables()) {
      boolean known = variable.isFunction() || variable.name().equals("states");
      if (!known && !variable.name().startsWith("$")) {
        return Optional.of("it reads the variable `$" + variable.name() + "`, which is not there");
      }
    }
    for (Reference function : expression.references().unknownFunctions()) {
      return Optional.of("there is no function `$" + function.name() + "`");
    }
    for (WrongArity call : expression.references().wrongArities()) {
      return Optional.of(
          "`$%s` does not take %d arguments".formatted(call.function(), call.given()));
    }
    return Optional.empty();
  }

  /**
   * Whether it holds.
   *
   * @throws ConditionFailed if it fails for this input, or gives something else than true or false
   */
  @Override
  public boolean test(JsonNode input) {
    JsonNode value;
    try {
      value = expression.evaluate(new Environment(input));
    } catch (JsonataFailed failed) {
      throw new ConditionFailed(
          "The condition `%s` fails: %s".formatted(this, failed.described()), failed);
    }
    if (value.isMissingNode()) {
      return false;
    }
    if (!value.isBoolean()) {
      throw new ConditionFailed(
          "The condition `%s` gives %s; true or false is expected."
              .formatted(this, Shown.json(value)),
          null);
    }
    return value.booleanValue();
  }

  /** The expression. */
  @Override
  public String toString() {
    return expression.source().strip();
  }

  /** Sees the input, and no clock or chance that could make a test differ from its repetition. */
  private record Environment(JsonNode input) implements JsonataEnvironment {

    @Override
    public @Nullable JsonNode variable(String name) {
      return name.equals("states")
          ? JsonNodeFactory.instance.objectNode().set("input", input)
          : null;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      return new Random(0);
    }

    @Override
    public EvaluationBudget budget() {
      return EvaluationBudget.aws(() -> 0).withMaxSteps(MOST_STEPS);
    }
  }
}
