package io.asl4j.core.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.query.jsonata.Jsonata;
import io.asl4j.core.query.jsonata.JsonataFailed;
import io.asl4j.core.query.jsonata.JsonataSyntax;
import io.asl4j.core.query.jsonata.JsonataSyntax.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables exist, told from what a choice rule asks: a rule that holds only if {@code $x}
 * exists leads to states that can read it.
 *
 * @param ifHolds the variables that are there if the rule holds
 * @param ifNot the variables that are there if it does not
 */
record VariableGuards(Set<String> ifHolds, Set<String> ifNot) {

  private static final VariableGuards NONE = new VariableGuards(Set.of(), Set.of());

  /** Reads a rule of a Choice state, of either query language. */
  static VariableGuards of(Spot rule) {
    Optional<String> expression = StateQuery.expression(rule.field("Condition").node().asText());
    if (expression.isEmpty()) {
      return ofPaths(rule.node());
    }
    try {
      return ofExpression(Jsonata.compile(expression.get()).syntax());
    } catch (JsonataFailed e) {
      // Reported as a syntax error already.
      return NONE;
    }
  }

  private static VariableGuards ofPaths(JsonNode rule) {
    JsonNode present = rule.path("IsPresent");
    String variable = rule.path("Variable").asText();
    if (present.isBoolean() && variable.matches("(?s)\\$[^$.\\[].*")) {
      return existing(variable.substring(1).split("[.\\[]", 2)[0], present.booleanValue());
    }
    if (rule.path("Not").isObject()) {
      return ofPaths(rule.path("Not")).negated();
    }
    VariableGuards guards = NONE;
    for (JsonNode each : rule.path("And")) {
      guards = guards.and(ofPaths(each));
    }
    for (JsonNode each : rule.path("Or")) {
      guards = guards.negated().and(ofPaths(each).negated()).negated();
    }
    return guards;
  }

  private static VariableGuards ofExpression(JsonataSyntax syntax) {
    return switch (syntax) {
      case JsonataSyntax.Block block when block.expressions().size() == 1 ->
          ofExpression(block.expressions().getFirst());
      case JsonataSyntax.Operation both when both.operator() == Operator.AND ->
          operands(both).stream()
              .map(VariableGuards::ofExpression)
              .reduce(NONE, VariableGuards::and);
      case JsonataSyntax.Operation either when either.operator() == Operator.OR ->
          operands(either).stream()
              .map(operand -> ofExpression(operand).negated())
              .reduce(NONE, VariableGuards::and)
              .negated();
      case JsonataSyntax.Call call
          when call.arguments().size() == 1
              && call.function() instanceof JsonataSyntax.Variable function ->
          ofCall(function.name(), call.arguments().getFirst());
      default -> NONE;
    };
  }

  /** All that one operator joins; a chain of them is a tree as deep as it is long. */
  private static List<JsonataSyntax> operands(JsonataSyntax.Operation operation) {
    Operator operator = operation.operator();
    List<JsonataSyntax> operands = new ArrayList<>();
    Deque<JsonataSyntax> open = new ArrayDeque<>(List.of(operation));
    while (!open.isEmpty()) {
      JsonataSyntax next = open.pop();
      if (next instanceof JsonataSyntax.Operation inner && inner.operator() == operator) {
        open.push(inner.right());
        open.push(inner.left());
      } else {
        operands.add(next);
      }
    }
    return operands;
  }

  private static VariableGuards ofCall(String function, JsonataSyntax argument) {
    return switch (function) {
      case "not" -> ofExpression(argument).negated();
      case "boolean" -> ofExpression(argument);
      case "exists" -> root(argument).map(name -> existing(name, true)).orElse(NONE);
      default -> NONE;
    };
  }

  /** The variable at the begin of a path: nothing below it exists without it. */
  private static Optional<String> root(JsonataSyntax path) {
    return switch (path) {
      case JsonataSyntax.Variable variable
          when !variable.name().isEmpty()
              && !variable.name().equals("$")
              && !variable.name().equals("states") ->
          Optional.of(variable.name());
      case JsonataSyntax.Dot dot -> root(dot.left());
      case JsonataSyntax.Filter filter -> root(filter.base());
      default -> Optional.empty();
    };
  }

  private static VariableGuards existing(String variable, boolean ifHolds) {
    Set<String> there = Set.of(variable);
    return ifHolds ? new VariableGuards(there, Set.of()) : new VariableGuards(Set.of(), there);
  }

  private VariableGuards negated() {
    return new VariableGuards(/* ifHolds= */ ifNot, /* ifNot= */ ifHolds);
  }

  /** Both hold; if not, nobody knows which of them failed. */
  private VariableGuards and(VariableGuards other) {
    Set<String> both = new LinkedHashSet<>(ifHolds);
    both.addAll(other.ifHolds);
    return new VariableGuards(both, Set.of());
  }
}
