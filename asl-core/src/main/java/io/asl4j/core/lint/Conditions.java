package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.validate.StateQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be told of the conditions of choice rules from their text. */
final class Conditions {

  private static final Map<String, String> OPPOSITES =
      Map.of(
          "LessThan", "GreaterThanEquals",
          "GreaterThanEquals", "LessThan",
          "GreaterThan", "LessThanEquals",
          "LessThanEquals", "GreaterThan");
  private static final Set<String> NOT_CONDITION = Set.of("Next", "Comment", "Assign", "Output");

  private Conditions() {}

  /** The condition of a rule alone: its fields without what happens when it holds. */
  static Map<String, JsonNode> of(JsonNode rule) {
    Map<String, JsonNode> condition = new LinkedHashMap<>();
    rule.properties().stream()
        .filter(field -> !NOT_CONDITION.contains(field.getKey()))
        .forEach(field -> condition.put(field.getKey(), field.getValue()));
    return condition;
  }

  static boolean isAlwaysTrue(JsonNode rule) {
    JsonNode condition = rule.path("Condition");
    return condition.isBoolean()
        ? condition.booleanValue()
        : StateQuery.expression(condition.asText()).filter("true"::equals).isPresent();
  }

  /** Whether one of two rules always holds, as far as values have the type that they ask for. */
  static boolean areOpposite(JsonNode one, JsonNode other) {
    Map<String, JsonNode> first = of(one);
    Map<String, JsonNode> second = of(other);
    return isNot(first, second)
        || isNot(second, first)
        || areOppositeComparisons(first, second)
        || isNegated(one, other)
        || isNegated(other, one);
  }

  private static boolean isNot(Map<String, JsonNode> negation, Map<String, JsonNode> rule) {
    JsonNode inner = negation.get("Not");
    return inner != null && negation.size() == 1 && of(inner).equals(rule);
  }

  private static boolean isNegated(JsonNode negation, JsonNode rule) {
    Optional<String> plain = StateQuery.expression(rule.path("Condition").asText());
    Optional<String> negated = StateQuery.expression(negation.path("Condition").asText());
    return plain.isPresent() && negated.equals(plain.map(text -> "$not(" + text + ")"));
  }

  private static boolean areOppositeComparisons(
      Map<String, JsonNode> first, Map<String, JsonNode> second) {
    JsonNode variable = first.get("Variable");
    if (first.size() != 2 || second.size() != 2 || variable == null) {
      return false;
    }
    if (!variable.equals(second.get("Variable"))) {
      return false;
    }
    String operator = operator(first);
    String otherOperator = operator(second);
    JsonNode operand = first.getOrDefault(operator, variable);
    JsonNode otherOperand = second.getOrDefault(otherOperator, variable);
    if (operand.isBoolean() && otherOperand.isBoolean()) {
      return operator.equals(otherOperator)
          && operand.booleanValue() != otherOperand.booleanValue();
    }
    return operand.equals(otherOperand) && opposite(operator).equals(otherOperator);
  }

  private static String operator(Map<String, JsonNode> condition) {
    return condition.keySet().stream()
        .filter(key -> !key.equals("Variable"))
        .findFirst()
        .orElse("");
  }

  private static String opposite(String operator) {
    for (String type : List.of("Numeric", "String", "Timestamp")) {
      if (operator.startsWith(type)) {
        return type + OPPOSITES.getOrDefault(operator.substring(type.length()), "");
      }
    }
    return "";
  }
}
