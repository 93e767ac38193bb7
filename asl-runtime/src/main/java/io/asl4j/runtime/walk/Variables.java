package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workflow variables that one scope can see: its own and those of the scopes around it.
 * Immutable.
 *
 * @param outer the variables around; null in the scope of the machine and of a child execution
 * @param own by name, without the {@code $}
 */
public record Variables(@Nullable Variables outer, Map<String, JsonNode> own) {

  /** No variables at all. */
  public static final Variables NONE = new Variables(null, Map.of());

  /** What a scope inside sees before it assigns anything. */
  public Variables inner() {
    return outer == null && own.isEmpty() ? NONE : new Variables(this, Map.of());
  }

  /** The value of a variable; null when it is not assigned. */
  public @Nullable JsonNode value(String name) {
    for (Variables scope = this; scope != null; scope = scope.outer) {
      JsonNode value = scope.own.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** These with the members of an object assigned. */
  public Variables assign(JsonNode values) {
    Map<String, JsonNode> assigned = new LinkedHashMap<>(own);
    values.properties().forEach(entry -> assigned.put(entry.getKey(), entry.getValue()));
    return new Variables(outer, assigned);
  }
}
