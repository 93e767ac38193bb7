package io.asl4j.core.parse;

import java.util.List;

/**
 * Fields of which an object may have one only.
 *
 * @param names the fields; those of the object's query language count
 * @param isOneRequired whether the object must have one of them
 */
record Exclusion(List<String> names, boolean isOneRequired) {

  static Exclusion atMostOne(String... names) {
    return new Exclusion(List.of(names), false);
  }

  static Exclusion exactlyOne(String... names) {
    return new Exclusion(List.of(names), true);
  }
}
