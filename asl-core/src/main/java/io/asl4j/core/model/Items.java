package io.asl4j.core.model;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonpath.Path;

/** Where the items of a Map state come from, unless it has an item reader. */
public sealed interface Items {

  /** {@code ItemsPath}; {@code $} when left out. */
  record AtPath(Path path) implements Items {}

  /** JSONata {@code Items} as one expression. */
  record Computed(Expression expression) implements Items {}

  /**
   * JSONata {@code Items} as an array or object in the text, with expressions in it, or the input
   * when left out.
   */
  record Given(Template template) implements Items {}
}
