package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Condition;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.Rfc3339;
import io.asl4j.core.query.jsonpath.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which rule of a Choice state holds. Pure.
 *
 * <p>Types are compared strictly, as AWS does: a value of another type is no match, never an error;
 * a missing variable is an error unless the operator is {@code IsPresent}.
 */
final class Choosing {

  private Choosing() {}

  /** What {@link #firstMatch} gives when no rule holds. */
  static final int NONE = -1;

  /** The index of the first rule that holds; {@link #NONE} when none does. */
  static int firstMatch(State.Choice choice, Evaluation evaluation) {
    List<ChoiceRule> rules = choice.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (holds(rules.get(i).condition(), evaluation)) {
        return i;
      }
    }
    return NONE;
  }

  static boolean holds(Condition condition, Evaluation evaluation) {
    return switch (condition) {
      case Condition.And and -> {
        for (Condition part : and.conditions()) {
          if (!holds(part, evaluation)) {
            yield false;
          }
        }
        yield true;
      }
      case Condition.Or or -> {
        for (Condition part : or.conditions()) {
          if (holds(part, evaluation)) {
            yield true;
          }
        }
        yield false;
      }
      case Condition.Not not -> !holds(not.condition(), evaluation);
      case Condition.Comparison comparison -> holds(comparison, evaluation);
      case Condition.Computed computed -> computed(computed.expression(), evaluation);
      case Condition.Fixed fixed -> fixed.holds();
    };
  }

  private static boolean computed(Expression expression, Evaluation evaluation) {
    JsonNode value = expression.evaluate(evaluation);
    if (!value.isBoolean()) {
      throw QueryFailed.unexpectedType(expression, "boolean", value);
    }
    return value.booleanValue();
  }

  private static boolean holds(Condition.Comparison comparison, Evaluation evaluation) {
    JsonNode variable = comparison.variable().find(evaluation);
    if (comparison.operator() == Condition.Test.IS_PRESENT) {
      return (variable != null) == operand(comparison, evaluation).booleanValue();
    }
    if (variable == null) {
      throw missing(comparison.variable());
    }
    JsonNode operand = operand(comparison, evaluation);
    return switch (comparison.operator()) {
      case Condition.Strings strings -> strings(strings.relation(), variable, operand);
      case Condition.Numbers numbers -> numbers(numbers.relation(), variable, operand);
      case Condition.Timestamps timestamps -> timestamps(timestamps.relation(), variable, operand);
      case Condition.Test test -> test(test, variable, operand);
    };
  }

  private static JsonNode operand(Condition.Comparison comparison, Evaluation evaluation) {
    return switch (comparison.operand()) {
      case Condition.Value value -> value.value();
      case Condition.AtPath at -> {
        JsonNode found = at.path().find(evaluation);
        if (found == null) {
          throw missing(at.path());
        }
        yield found;
      }
    };
  }

  private static QueryFailed missing(Path path) {
    return QueryFailed.runtime(
        "Choices",
        "Invalid path '%s': The choice state's condition path references an invalid value."
            .formatted(path.source()));
  }

  private static boolean test(Condition.Test test, JsonNode variable, JsonNode operand) {
    return switch (test) {
      case BOOLEAN_EQUALS ->
          variable.isBoolean()
              && operand.isBoolean()
              && variable.booleanValue() == operand.booleanValue();
      case STRING_MATCHES ->
          variable.isTextual() && Wildcards.match(operand.textValue(), variable.textValue());
      case IS_NULL -> variable.isNull() == operand.booleanValue();
      case IS_NUMERIC -> variable.isNumber() == operand.booleanValue();
      case IS_STRING -> variable.isTextual() == operand.booleanValue();
      case IS_BOOLEAN -> variable.isBoolean() == operand.booleanValue();
      case IS_TIMESTAMP -> timestamp(variable).isPresent() == operand.booleanValue();
      case IS_PRESENT -> operand.booleanValue();
    };
  }

  private static boolean strings(Condition.Relation relation, JsonNode left, JsonNode right) {
    return left.isTextual()
        && right.isTextual()
        && holds(relation, left.textValue().compareTo(right.textValue()));
  }

  private static boolean numbers(Condition.Relation relation, JsonNode left, JsonNode right) {
    if (!left.isNumber() || !right.isNumber()) {
      return false;
    }
    if (left.canConvertToLong()
        && right.canConvertToLong()
        && left.isIntegralNumber()
        && right.isIntegralNumber()) {
      return holds(relation, Long.compare(left.longValue(), right.longValue()));
    }
    BigDecimal leftValue = left.decimalValue();
    return holds(relation, leftValue.compareTo(right.decimalValue()));
  }

  private static boolean timestamps(Condition.Relation relation, JsonNode left, JsonNode right) {
    Optional<Instant> leftInstant = timestamp(left);
    Optional<Instant> rightInstant = timestamp(right);
    return leftInstant.isPresent()
        && rightInstant.isPresent()
        && holds(relation, leftInstant.get().compareTo(rightInstant.get()));
  }

  private static Optional<Instant> timestamp(JsonNode value) {
    return value.isTextual() ? Rfc3339.parse(value.textValue()) : Optional.empty();
  }

  private static boolean holds(Condition.Relation relation, int comparison) {
    return switch (relation) {
      case EQUALS -> comparison == 0;
      case LESS_THAN -> comparison < 0;
      case GREATER_THAN -> comparison > 0;
      case LESS_THAN_EQUALS -> comparison <= 0;
      case GREATER_THAN_EQUALS -> comparison >= 0;
    };
  }
}
