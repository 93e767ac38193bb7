package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.jsonata.Shape.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which variables an expression binds, and so which slots its frame must have. */
final class BoundNames {
  private BoundNames() {}

  /** The variables that an expression binds in the frame it is run in. */
  static Set<String> in(Shape shape) {
    Set<String> names = new LinkedHashSet<>();
    if (Compiler.isBareBlock(shape)) {
      shape.parts.forEach(part -> gatherBound(part, names));
    } else {
      gatherBound(shape, names);
    }
    return names;
  }

  /** The variables that the expressions of a block bind in its frame. */
  static Set<String> inBlock(Shape block) {
    Set<String> names = new LinkedHashSet<>();
    block.parts.forEach(part -> gatherBound(part, names));
    return names;
  }

  private static void gatherBound(Shape shape, Set<String> names) {
    if (shape.syntax instanceof JsonataSyntax.Bind bind && shape.kind == Kind.OTHER) {
      names.add(bind.name());
    }
    for (Shape.Stage stage : shape.predicates) {
      gatherBound(stage, names);
    }
    for (Shape.Stage stage : shape.stages) {
      gatherBound(stage, names);
    }
    if (shape.group != null) {
      shape.group.forEach(part -> gatherBound(part, names));
    }
    boolean ownScope =
        shape.kind == Kind.BLOCK
            || (shape.syntax instanceof JsonataSyntax.Lambda && shape.kind == Kind.OTHER);
    if (!ownScope) {
      shape.parts.forEach(part -> gatherBound(part, names));
    }
  }

  private static void gatherBound(Shape.Stage stage, Set<String> names) {
    if (stage.predicate() != null) {
      gatherBound(stage.predicate(), names);
    }
  }

  /** The variables that steps of a path bind in the tuples that go through it. */
  static Set<String> inSteps(List<Shape> steps) {
    Set<String> names = new LinkedHashSet<>();
    steps.forEach(step -> gatherBound(step, names));
    steps.forEach(step -> gatherTupleNames(step, names));
    return names;
  }

  private static void gatherTupleNames(Shape step, Set<String> names) {
    for (String name : List.of(step.focus, step.index, step.parentLabel)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    step.stages.stream()
        .map(Shape.Stage::index)
        .filter(name -> !name.isEmpty())
        .forEach(names::add);
    if (step.bindsTuples && step.kind == Kind.BLOCK && !step.parts.isEmpty()) {
      gatherTupleNames(step.lastPart(), names);
    } else if (step.bindsTuples && step.kind == Kind.PATH) {
      step.parts.forEach(part -> gatherTupleNames(part, names));
    }
  }
}
