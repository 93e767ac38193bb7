package io.asl4j.core.parse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields one kind of object in a definition has: a Task state, a retrier, a choice rule.
 *
 * <p>Plain data, from which checks, schemas and documentation can be made.
 */
final class Shape {

  private final String noun;
  private final Map<String, Field> fields;
  private final List<Exclusion> exclusions;

  private Shape(String noun, Map<String, Field> fields, List<Exclusion> exclusions) {
    this.noun = noun;
    this.fields = fields;
    this.exclusions = exclusions;
  }

  /** A shape without fields; the noun is what people call such an object, with its article. */
  static Shape of(String noun) {
    return new Shape(noun, Map.of(), List.of());
  }

  /** The same with more fields. */
  Shape with(Field... more) {
    return with(List.of(more));
  }

  /** The same with more fields. */
  Shape with(Collection<Field> more) {
    Map<String, Field> all = new LinkedHashMap<>(fields);
    more.forEach(field -> all.put(field.name(), field));
    return new Shape(noun, all, exclusions);
  }

  /** The same with fields that shut each other out. */
  Shape excluding(Exclusion... more) {
    List<Exclusion> all = new ArrayList<>(exclusions);
    all.addAll(List.of(more));
    return new Shape(noun, fields, all);
  }

  /** What people call such an object, with its article: {@code a Task state}. */
  String noun() {
    return noun;
  }

  Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** All fields in the order of the table. */
  Collection<Field> fields() {
    return fields.values();
  }

  List<Exclusion> exclusions() {
    return exclusions;
  }
}
