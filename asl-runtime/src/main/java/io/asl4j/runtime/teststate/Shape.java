package io.asl4j.runtime.teststate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value in a service's answer looks like. */
sealed interface Shape {

  /** Bounds of a length or a number, both included; null where there is none. */
  record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {

    static final Range ANY = new Range(null, null);

    boolean isBelow(BigDecimal value) {
      return min != null && value.compareTo(min) < 0;
    }

    boolean isAbove(BigDecimal value) {
      return max != null && value.compareTo(max) > 0;
    }
  }

  /** A string of so many characters. */
  record Text(Range length) implements Shape {}

  /** Bytes as text, mostly Base64. */
  record Blob(Range length) implements Shape {}

  /** One of these strings. */
  record OneOf(Set<String> values) implements Shape {
    public OneOf {
      values = Set.copyOf(values);
    }
  }

  /** A number. */
  record Numeric(Range range) implements Shape {}

  /** Kinds without details. */
  enum Simple implements Shape {
    /** True or false. */
    BOOLEAN,
    /** A point in time, as a string. */
    TIMESTAMP,
    /** Any JSON. */
    ANY
  }

  /** An array. */
  record Listed(Shape element) implements Shape {}

  /** An object with any keys. */
  record Mapped(Shape value) implements Shape {}

  /** A shape with a name, which may be part of itself. */
  record Named(String name) implements Shape {}

  /** An object with known fields. */
  record Structure(Map<String, Field> fields) implements Shape {
    public Structure {
      fields = new LinkedHashMap<>(fields);
    }
  }

  /** A field of a structure. */
  record Field(Shape shape, boolean isRequired) {}
}
