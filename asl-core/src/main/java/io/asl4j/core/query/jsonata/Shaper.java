package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.jsonata.Shape.Ancestor;
import io.asl4j.core.query.jsonata.Shape.Kind;
import io.asl4j.core.query.jsonata.Shape.Stage;
import java.util.ArrayList;
import java.util.List;

/** Gathers written paths into steps, and finds out which step each {@code %} refers to. */
final class Shaper {
  private int labels;

  private Shaper() {}

  static Shape shape(JsonataSyntax syntax) {
    Shape shape = new Shaper().of(syntax);
    if (shape.kind == Kind.PARENT || !shape.seeking.isEmpty()) {
      throw JsonataFailed.error("S0217", syntax.offset(), "%");
    }
    return shape;
  }

  private Shape of(JsonataSyntax syntax) {
    return of(syntax, false);
  }

  /**
   * The shape of an expression.
   *
   * @param keepArray whether empty brackets follow it
   */
  private Shape of(JsonataSyntax syntax, boolean keepArray) {
    return switch (syntax) {
      case JsonataSyntax.Dot dot -> dot(dot);
      case JsonataSyntax.Filter filter -> filter(filter, keepArray);
      case JsonataSyntax.KeepArray keep -> of(keep.base(), true);
      case JsonataSyntax.Name name -> name(name, keepArray);
      case JsonataSyntax.Focus focus -> focus(focus, keepArray);
      default -> {
        Shape shape = other(syntax);
        shape.keepsArray |= keepArray;
        yield shape;
      }
    };
  }

  private Shape other(JsonataSyntax syntax) {
    return switch (syntax) {
      case JsonataSyntax.Group group -> group(group);
      case JsonataSyntax.Sort sort -> sort(sort);
      case JsonataSyntax.Focus focus -> focus(focus, false);
      case JsonataSyntax.Index index -> index(index);
      case JsonataSyntax.Wildcard wildcard -> new Shape(Kind.WILDCARD, wildcard);
      case JsonataSyntax.Parent parent -> parent(parent);
      case JsonataSyntax.Variable variable -> new Shape(Kind.VARIABLE, variable);
      case JsonataSyntax.Block block -> block(block);
      case JsonataSyntax.ArrayOf array -> seeking(Kind.ARRAY, array, array.items());
      case JsonataSyntax.ObjectOf object -> pairs(object);
      case JsonataSyntax.Negation negation -> negation(negation);
      case JsonataSyntax.Range range ->
          seeking(Kind.OTHER, range, List.of(range.from(), range.to()));
      case JsonataSyntax.Operation operation ->
          seeking(Kind.OTHER, operation, List.of(operation.left(), operation.right()));
      case JsonataSyntax.Bind bind -> seeking(Kind.OTHER, bind, List.of(bind.value()));
      case JsonataSyntax.Conditional conditional -> conditional(conditional);
      case JsonataSyntax.Apply apply -> apply(apply);
      case JsonataSyntax.Call call -> call(call);
      case JsonataSyntax.Lambda lambda -> plain(lambda, List.of(lambda.body()));
      case JsonataSyntax.Transform transform -> transform(transform);
      case JsonataSyntax.Literal literal -> new Shape(Kind.OTHER, literal);
      case JsonataSyntax.Regex regex -> new Shape(Kind.OTHER, regex);
      case JsonataSyntax.Descendants descendants -> new Shape(Kind.OTHER, descendants);
      case JsonataSyntax.Placeholder missing ->
          throw JsonataFailed.error("S0207", missing.offset(), "(end)");
      case JsonataSyntax.Dot dot -> dot(dot);
      case JsonataSyntax.Filter filter -> filter(filter, false);
      case JsonataSyntax.KeepArray keep -> of(keep.base(), true);
      case JsonataSyntax.Name name -> name(name, false);
    };
  }

  private static Shape name(JsonataSyntax.Name name, boolean keepArray) {
    Shape path = Shape.path(new Shape(Kind.NAME, name));
    path.keepsSingleton = keepArray;
    path.keepsArray = keepArray;
    path.lastPart().keepsArray = keepArray;
    return path;
  }

  /** A shape whose parts may look for a parent outside it. */
  private Shape seeking(Kind kind, JsonataSyntax syntax, List<JsonataSyntax> parts) {
    Shape shape = new Shape(kind, syntax);
    for (JsonataSyntax part : parts) {
      add(shape, of(part));
    }
    return shape;
  }

  /** A shape that keeps what its parts look for to itself. */
  private Shape plain(JsonataSyntax syntax, List<JsonataSyntax> parts) {
    Shape shape = new Shape(Kind.OTHER, syntax);
    parts.forEach(part -> shape.parts.add(of(part)));
    return shape;
  }

  private static void add(Shape shape, Shape part) {
    shape.parts.add(part);
    passOn(shape, part);
  }

  private static void passOn(Shape shape, Shape part) {
    shape.seeking.addAll(part.seeking);
    if (part.ancestor != null) {
      shape.seeking.add(part.ancestor);
    }
  }

  private Shape parent(JsonataSyntax.Parent parent) {
    Shape shape = new Shape(Kind.PARENT, parent);
    shape.ancestor = new Ancestor("!" + labels++);
    return shape;
  }

  private Shape block(JsonataSyntax.Block block) {
    Shape shape = seeking(Kind.BLOCK, block, block.expressions());
    for (Shape part : shape.parts) {
      shape.constructs |= part.kind == Kind.PATH ? part.parts.get(0).constructs : part.constructs;
    }
    return shape;
  }

  private Shape pairs(JsonataSyntax.ObjectOf object) {
    Shape shape = new Shape(Kind.OTHER, object);
    for (JsonataSyntax.Pair pair : object.pairs()) {
      add(shape, of(pair.key()));
      add(shape, of(pair.value()));
    }
    return shape;
  }

  private Shape negation(JsonataSyntax.Negation negation) {
    Shape operand = of(negation.operand());
    boolean literal =
        operand.syntax instanceof JsonataSyntax.Literal number
            && operand.kind == Kind.OTHER
            && number.value().isNumber();
    if (literal) {
      JsonNode value = ((JsonataSyntax.Literal) operand.syntax).value();
      JsonNode negated = Numbers.of(-value.doubleValue());
      Shape folded = new Shape(Kind.OTHER, new JsonataSyntax.Literal(negated, negation.offset()));
      folded.predicates.addAll(operand.predicates);
      folded.group = operand.group;
      return folded;
    }
    Shape shape = new Shape(Kind.OTHER, negation);
    add(shape, operand);
    return shape;
  }

  private Shape conditional(JsonataSyntax.Conditional conditional) {
    Shape shape = new Shape(Kind.OTHER, conditional);
    add(shape, of(conditional.condition()));
    add(shape, of(conditional.then()));
    conditional.otherwise().ifPresent(otherwise -> add(shape, of(otherwise)));
    return shape;
  }

  private Shape apply(JsonataSyntax.Apply apply) {
    Shape shape = plain(apply, List.of(apply.argument(), apply.function()));
    shape.keepsArray = shape.parts.get(0).keepsArray || shape.parts.get(1).keepsArray;
    return shape;
  }

  private Shape call(JsonataSyntax.Call call) {
    Shape shape = new Shape(Kind.CALL, call);
    for (JsonataSyntax argument : call.arguments()) {
      if (argument instanceof JsonataSyntax.Placeholder) {
        shape.parts.add(new Shape(Kind.OTHER, argument));
      } else {
        add(shape, of(argument));
      }
    }
    // What is wrong with an argument is said before what is wrong with the function.
    shape.parts.add(0, of(call.function()));
    return shape;
  }

  private Shape transform(JsonataSyntax.Transform transform) {
    Shape shape = plain(transform, List.of(transform.pattern(), transform.update()));
    transform.delete().ifPresent(delete -> shape.parts.add(of(delete)));
    return shape;
  }

  private Shape dot(JsonataSyntax.Dot dot) {
    Shape left = of(dot.left());
    Shape path = left.kind == Kind.PATH ? left : Shape.path(left);
    if (left.ancestor != null) {
      path.seeking.add(left.ancestor);
    }
    Shape right = of(dot.right());
    if (right.kind == Kind.PATH) {
      path.parts.addAll(right.parts);
    } else {
      right.stages.addAll(right.predicates);
      right.predicates.clear();
      path.parts.add(right);
    }
    path.parts.replaceAll(Shaper::asStep);
    for (Shape step : path.parts) {
      path.keepsSingleton |= step.keepsArray;
    }
    markConstructor(path.parts.get(0));
    markConstructor(path.lastPart());
    findParents(path);
    return path;
  }

  /** A text is a field name when it is a step; other literals cannot be steps. */
  private static Shape asStep(Shape step) {
    if (!(step.syntax instanceof JsonataSyntax.Literal literal) || step.kind != Kind.OTHER) {
      return step;
    }
    if (!literal.value().isTextual()) {
      throw JsonataFailed.error("S0213", literal.offset(), "", literal.value());
    }
    String name = literal.value().textValue();
    Shape named = new Shape(Kind.NAME, new JsonataSyntax.Name(name, literal.offset()));
    named.predicates.addAll(step.predicates);
    named.stages.addAll(step.stages);
    named.keepsArray = step.keepsArray;
    named.focus = step.focus;
    named.index = step.index;
    named.bindsTuples = step.bindsTuples;
    return named;
  }

  private static void markConstructor(Shape step) {
    if (step.kind == Kind.ARRAY) {
      step.constructs = true;
    }
  }

  private Shape filter(JsonataSyntax.Filter filter, boolean keepArray) {
    Shape shape = of(filter.base(), keepArray);
    Shape step = shape.step();
    if (step.group != null) {
      throw JsonataFailed.error("S0209", filter.offset(), "[");
    }
    Shape predicate = of(filter.predicate());
    for (Ancestor ancestor : predicate.seeking) {
      if (ancestor.level == 1) {
        seekIn(step, ancestor);
      } else {
        ancestor.level--;
      }
    }
    // A bare % finds nothing here, and nobody is asked to find it.
    if (!predicate.seeking.isEmpty()) {
      passOn(step, predicate);
    }
    (shape.kind == Kind.PATH ? step.stages : step.predicates).add(Stage.filter(predicate));
    return shape;
  }

  private Shape group(JsonataSyntax.Group group) {
    Shape shape = of(group.base());
    if (shape.group != null) {
      throw JsonataFailed.error("S0210", group.offset(), "{");
    }
    List<Shape> pairs = new ArrayList<>();
    for (JsonataSyntax.Pair pair : group.pairs()) {
      pairs.add(of(pair.key()));
      pairs.add(of(pair.value()));
    }
    shape.group = pairs;
    return shape;
  }

  private Shape sort(JsonataSyntax.Sort sort) {
    Shape left = of(sort.base());
    Shape path = left.kind == Kind.PATH ? left : Shape.path(left);
    Shape step = new Shape(Kind.SORT, sort);
    for (JsonataSyntax.SortTerm term : sort.terms()) {
      add(step, of(term.expression()));
    }
    path.parts.add(step);
    findParents(path);
    return path;
  }

  private Shape focus(JsonataSyntax.Focus focus, boolean keepArray) {
    Shape shape = of(focus.base());
    Shape step = shape.step();
    if (!step.stages.isEmpty() || !step.predicates.isEmpty()) {
      throw JsonataFailed.error("S0215", focus.offset(), "@");
    }
    if (step.kind == Kind.SORT) {
      throw JsonataFailed.error("S0216", focus.offset(), "@");
    }
    step.keepsArray |= keepArray;
    shape.keepsArray |= keepArray;
    step.focus = focus.name();
    step.bindsTuples = true;
    return shape;
  }

  private Shape index(JsonataSyntax.Index index) {
    Shape base = of(index.base());
    Shape step = base.step();
    Shape path = base;
    if (base.kind != Kind.PATH) {
      path = Shape.path(base);
      step.stages.addAll(step.predicates);
      step.predicates.clear();
    }
    if (step.stages.isEmpty()) {
      step.index = index.name();
    } else {
      step.stages.add(Stage.index(index.name()));
    }
    step.bindsTuples = true;
    return path;
  }

  /** Lets the parents that the last step looks for be bound by the steps before it. */
  private static void findParents(Shape path) {
    Shape last = path.lastPart();
    List<Ancestor> wanted = new ArrayList<>(last.seeking);
    if (last.ancestor != null) {
      wanted.add(last.ancestor);
    }
    for (Ancestor ancestor : wanted) {
      int at = path.parts.size() - 2;
      while (ancestor.level > 0 && at >= 0) {
        Shape step = path.parts.get(at--);
        while (at >= 0 && !step.focus.isEmpty() && !path.parts.get(at).focus.isEmpty()) {
          step = path.parts.get(at--);
        }
        seekIn(step, ancestor);
      }
      if (ancestor.level > 0) {
        path.seeking.add(ancestor);
      }
    }
  }

  /** Goes one step back from where the ancestor is wanted; at level 0 this step binds it. */
  private static void seekIn(Shape step, Ancestor ancestor) {
    switch (step.kind) {
      case NAME, WILDCARD -> {
        if (--ancestor.level == 0) {
          bind(step, ancestor);
        }
      }
      case PARENT -> ancestor.level++;
      case BLOCK -> {
        if (!step.parts.isEmpty()) {
          step.bindsTuples = true;
          seekIn(step.lastPart(), ancestor);
        }
      }
      case PATH -> {
        step.bindsTuples = true;
        int at = step.parts.size() - 1;
        seekIn(step.parts.get(at--), ancestor);
        while (ancestor.level > 0 && at >= 0) {
          seekIn(step.parts.get(at--), ancestor);
        }
      }
      case SORT, VARIABLE, ARRAY, CALL, OTHER ->
          throw JsonataFailed.error("S0217", step.syntax.offset(), "%");
    }
  }

  private static void bind(Shape step, Ancestor ancestor) {
    if (step.parentLabel.isEmpty()) {
      step.parentLabel = ancestor.label;
    } else {
      ancestor.label = step.parentLabel;
    }
    step.bindsTuples = true;
  }
}
