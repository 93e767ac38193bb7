package io.asl4j.core.parse;

import io.asl4j.core.model.Condition;
import io.asl4j.core.model.Condition.Operator;
import io.asl4j.core.model.Condition.Relation;
import io.asl4j.core.parse.ValueType.Anything;
import io.asl4j.core.parse.ValueType.Characters;
import io.asl4j.core.parse.ValueType.Decimal;
import io.asl4j.core.parse.ValueType.Elements;
import io.asl4j.core.parse.ValueType.Fields;
import io.asl4j.core.parse.ValueType.Moment;
import io.asl4j.core.parse.ValueType.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The fields of choice rules and the comparison operators of JSONPath.
 *
 * @see <a href="https://states-language.net/#choice-state">Amazon States Language, Choice state</a>
 */
final class ChoiceShapes {

  /**
   * What one comparison operator means.
   *
   * @param operator how the values are compared
   * @param isPath whether the operand is a path to the value
   */
  record Comparator(Operator operator, boolean isPath) {}

  /** The combining operators, which have rules of their own inside. */
  static final List<String> COMBINATORS = List.of("And", "Or", "Not");

  private static final Map<String, Comparator> COMPARATORS = comparators();

  /** A rule inside {@code And}, {@code Or} or {@code Not}: it decides nothing by itself. */
  static final Shape NESTED_RULE =
      Shape.of("a choice rule inside another")
          .with(Field.jsonPath("Variable", new Characters()))
          .with(operators())
          .with(Field.optional("Comment", new Characters()));

  /** A rule of the Choice state itself. */
  static final Shape RULE =
      Shape.of("a choice rule")
          .with(
              Field.required("Next", new Characters()),
              Field.jsonata("Condition", new Truth(true)).mandatory(),
              Field.jsonPath("Variable", new Characters()))
          .with(operators())
          .with(
              Field.optional("Comment", new Characters()),
              Field.optional("Assign", new Fields(false)),
              Field.jsonata("Output", Anything.ANYTHING));

  private ChoiceShapes() {}

  /** The comparison operators by name, in the order of the specification. */
  static Map<String, Comparator> comparatorsByName() {
    return COMPARATORS;
  }

  /** The operator of that name, which must exist. */
  static Comparator comparator(String name) {
    return Objects.requireNonNull(COMPARATORS.get(name), name);
  }

  private static List<Field> operators() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.jsonPath("And", new Elements(1)));
    fields.add(Field.jsonPath("Or", new Elements(1)));
    fields.add(Field.jsonPath("Not", new Fields(false)));
    COMPARATORS.forEach(
        (name, comparator) -> fields.add(Field.jsonPath(name, operandType(comparator))));
    return fields;
  }

  private static ValueType operandType(Comparator comparator) {
    if (comparator.isPath()) {
      return new Characters();
    }
    return switch (comparator.operator()) {
      case Condition.Strings strings -> new Characters();
      case Condition.Numbers numbers -> new Decimal(-Long.MAX_VALUE, Long.MAX_VALUE, false);
      case Condition.Timestamps timestamps -> new Moment();
      case Condition.Test test ->
          test == Condition.Test.STRING_MATCHES ? new Characters() : new Truth(false);
    };
  }

  private static Map<String, Comparator> comparators() {
    Map<String, Comparator> all = new LinkedHashMap<>();
    for (Relation relation : Relation.values()) {
      addBoth(all, "String" + suffix(relation), new Condition.Strings(relation));
    }
    for (Relation relation : Relation.values()) {
      addBoth(all, "Numeric" + suffix(relation), new Condition.Numbers(relation));
    }
    for (Relation relation : Relation.values()) {
      addBoth(all, "Timestamp" + suffix(relation), new Condition.Timestamps(relation));
    }
    addBoth(all, "BooleanEquals", Condition.Test.BOOLEAN_EQUALS);
    all.put("StringMatches", new Comparator(Condition.Test.STRING_MATCHES, false));
    all.put("IsNull", new Comparator(Condition.Test.IS_NULL, false));
    all.put("IsPresent", new Comparator(Condition.Test.IS_PRESENT, false));
    all.put("IsNumeric", new Comparator(Condition.Test.IS_NUMERIC, false));
    all.put("IsString", new Comparator(Condition.Test.IS_STRING, false));
    all.put("IsBoolean", new Comparator(Condition.Test.IS_BOOLEAN, false));
    all.put("IsTimestamp", new Comparator(Condition.Test.IS_TIMESTAMP, false));
    return Collections.unmodifiableMap(all);
  }

  private static void addBoth(Map<String, Comparator> all, String name, Operator operator) {
    all.put(name, new Comparator(operator, false));
    all.put(name + "Path", new Comparator(operator, true));
  }

  private static String suffix(Relation relation) {
    return switch (relation) {
      case EQUALS -> "Equals";
      case LESS_THAN -> "LessThan";
      case GREATER_THAN -> "GreaterThan";
      case LESS_THAN_EQUALS -> "LessThanEquals";
      case GREATER_THAN_EQUALS -> "GreaterThanEquals";
    };
  }
}
