package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.jsonata.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a path from the first step on that binds something. */
final class TuplePathCompiler {
  private final Compiler compiler;
  private final Shape path;
  private final List<Shape> steps;
  private final Scope own;
  private final int level;

  TuplePathCompiler(Compiler compiler, Shape path, List<Shape> steps, Scope scope, int level) {
    this.compiler = compiler;
    this.path = path;
    this.steps = steps;
    this.level = level;
    this.own = scope.inside(List.of(), BoundNames.inSteps(steps));
  }

  Code code(List<PathCode.Step> before, PathCode.Start start, PathCode.Keep keep) {
    List<TuplePathCode.Step> codes = new ArrayList<>();
    for (Shape step : steps) {
      codes.add(step(step));
    }
    List<GroupCode> groups = compiler.groups(path, own, level);
    TuplePathCode.Result result =
        path.bindsTuples
            ? TuplePathCode.Result.TUPLES
            : keep == PathCode.Keep.NEVER
                ? TuplePathCode.Result.VALUES
                : TuplePathCode.Result.KEPT_VALUES;
    return new TuplePathCode(before, start, codes, own.size(), result, groups);
  }

  private TuplePathCode.Step step(Shape step) {
    List<TuplePathCode.Stage> stages = new ArrayList<>();
    for (Shape.Stage stage : step.stages) {
      stages.add(stage(stage));
    }
    if (step.kind == Kind.SORT) {
      return new TuplePathCode.SortedStep(
          compiler.sort(step, own, level + 1), slot(step.index), own.names(), stages);
    }
    TuplePathCode.Bindings bindings =
        new TuplePathCode.Bindings(slot(step.focus), slot(step.index), slot(step.parentLabel));
    if (step.kind == Kind.PATH) {
      Code path = compiler.path(step, own, level + 1);
      return new TuplePathCode.ExpressionStep(path, bindings, imports(step), List.of(), stages);
    }
    if (step.kind == Kind.BLOCK && step.bindsTuples) {
      List<FilterCode> each = compiler.filters(step.predicates, own, level + 1);
      step.givesTuples = true;
      Code block = compiler.bare(step, own, level + 1);
      return new TuplePathCode.ExpressionStep(block, bindings, imports(step), each, stages);
    }
    Code code =
        step.predicates.isEmpty() && step.group == null
            ? compiler.bare(step, own, level + 1)
            : new PredicateCode(
                compiler.bare(step, own, level + 1),
                compiler.filters(step.predicates, own, level + 1),
                compiler.groups(step, own, level + 1),
                step.keepsArray);
    return new TuplePathCode.ExpressionStep(code, bindings, imports(step), List.of(), stages);
  }

  private TuplePathCode.Stage stage(Shape.Stage stage) {
    return stage.predicate() == null
        ? new TuplePathCode.Stage(Optional.empty(), slot(stage.index()))
        : new TuplePathCode.Stage(
            Optional.of(compiler.filter(stage.predicate(), own, level + 1)), TuplePathCode.NO_SLOT);
  }

  private int slot(String name) {
    return name.isEmpty() ? TuplePathCode.NO_SLOT : own.slot(name);
  }

  /** What the path inside a step binds, in the order of its own slots. */
  private List<TuplePathCode.Import> imports(Shape step) {
    Shape inner = step;
    while (inner.kind == Kind.BLOCK && inner.bindsTuples && !inner.parts.isEmpty()) {
      inner = inner.lastPart();
    }
    if (inner.kind != Kind.PATH || !inner.bindsTuples) {
      return List.of();
    }
    int from = 0;
    while (from < inner.parts.size() && !inner.parts.get(from).bindsTuples) {
      from++;
    }
    List<Shape> innerSteps = inner.parts.subList(from, inner.parts.size());
    List<TuplePathCode.Import> imports = new ArrayList<>();
    int slot = 0;
    for (String name : BoundNames.inSteps(innerSteps)) {
      imports.add(new TuplePathCode.Import(slot++, own.slot(name)));
    }
    return imports;
  }
}
