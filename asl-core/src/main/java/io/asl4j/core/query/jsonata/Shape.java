package io.asl4j.core.query.jsonata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression on its way from the written tree to code: paths are gathered into steps, and
 * predicates, bindings and groupings hang at the step that they belong to. Lives during one
 * compilation only.
 */
final class Shape {

  /** What a shape is, as far as paths care. */
  enum Kind {
    PATH,
    SORT,
    NAME,
    WILDCARD,
    PARENT,
    BLOCK,
    VARIABLE,
    ARRAY,
    CALL,
    OTHER
  }

  /** What is done to the results of a step: a predicate, or the binding of the position. */
  record Stage(@Nullable Shape predicate, String index) {
    static Stage filter(Shape predicate) {
      return new Stage(predicate, "");
    }

    static Stage index(String name) {
      return new Stage(null, name);
    }
  }

  /** A {@code %}: which label the parent that it names is bound to. */
  static final class Ancestor {
    String label;
    int level = 1;

    Ancestor(String label) {
      this.label = label;
    }
  }

  final Kind kind;
  final JsonataSyntax syntax;
  final List<Shape> parts = new ArrayList<>();
  final List<Stage> predicates = new ArrayList<>();
  final List<Stage> stages = new ArrayList<>();
  final List<Ancestor> seeking = new ArrayList<>();
  // Keys and values in turn; null when nothing is grouped.
  @Nullable List<Shape> group;
  // Only a parent has one.
  @Nullable Ancestor ancestor;
  // The label that this step binds its input to; empty when no % refers to it.
  String parentLabel = "";
  String focus = "";
  String index = "";
  boolean bindsTuples;
  // Whether what is round it wants the tuples themselves, not only their values.
  boolean givesTuples;
  boolean constructs;
  boolean keepsArray;
  boolean keepsSingleton;

  Shape(Kind kind, JsonataSyntax syntax) {
    this.kind = kind;
    this.syntax = syntax;
  }

  static Shape path(Shape first) {
    Shape path = new Shape(Kind.PATH, first.syntax);
    path.parts.add(first);
    return path;
  }

  Shape lastPart() {
    return parts.get(parts.size() - 1);
  }

  /** The step that a suffix belongs to: the last one of a path, else the expression itself. */
  Shape step() {
    return kind == Kind.PATH ? lastPart() : this;
  }
}
