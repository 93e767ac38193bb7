package io.asl4j.core.query.jsonata;

import java.util.ArrayList;
import java.util.List;

/** Which expressions stand directly inside which. */
final class SyntaxChildren {
  private SyntaxChildren() {}

  static List<JsonataSyntax> of(JsonataSyntax syntax) {
    return switch (syntax) {
      case JsonataSyntax.Literal literal -> List.of();
      case JsonataSyntax.Name name -> List.of();
      case JsonataSyntax.Variable variable -> List.of();
      case JsonataSyntax.Wildcard wildcard -> List.of();
      case JsonataSyntax.Descendants descendants -> List.of();
      case JsonataSyntax.Parent parent -> List.of();
      case JsonataSyntax.Regex regex -> List.of();
      case JsonataSyntax.Placeholder hole -> List.of();
      case JsonataSyntax.ArrayOf array -> array.items();
      case JsonataSyntax.Range range -> List.of(range.from(), range.to());
      case JsonataSyntax.ObjectOf object -> withPairs(List.of(), object.pairs());
      case JsonataSyntax.Block block -> block.expressions();
      case JsonataSyntax.Negation negation -> List.of(negation.operand());
      case JsonataSyntax.Operation operation -> List.of(operation.left(), operation.right());
      case JsonataSyntax.Dot dot -> List.of(dot.left(), dot.right());
      case JsonataSyntax.Filter filter -> List.of(filter.base(), filter.predicate());
      case JsonataSyntax.KeepArray keep -> List.of(keep.base());
      case JsonataSyntax.Group group -> withPairs(List.of(group.base()), group.pairs());
      case JsonataSyntax.Sort sort -> {
        List<JsonataSyntax> children = new ArrayList<>(List.of(sort.base()));
        sort.terms().forEach(term -> children.add(term.expression()));
        yield children;
      }
      case JsonataSyntax.Focus focus -> List.of(focus.base());
      case JsonataSyntax.Index index -> List.of(index.base());
      case JsonataSyntax.Conditional conditional -> {
        List<JsonataSyntax> children =
            new ArrayList<>(List.of(conditional.condition(), conditional.then()));
        conditional.otherwise().ifPresent(children::add);
        yield children;
      }
      case JsonataSyntax.Bind bind -> List.of(bind.value());
      case JsonataSyntax.Apply apply -> List.of(apply.argument(), apply.function());
      case JsonataSyntax.Call call -> {
        List<JsonataSyntax> children = new ArrayList<>(List.of(call.function()));
        children.addAll(call.arguments());
        yield children;
      }
      case JsonataSyntax.Lambda lambda -> List.of(lambda.body());
      case JsonataSyntax.Transform transform -> {
        List<JsonataSyntax> children =
            new ArrayList<>(List.of(transform.pattern(), transform.update()));
        transform.delete().ifPresent(children::add);
        yield children;
      }
    };
  }

  private static List<JsonataSyntax> withPairs(
      List<JsonataSyntax> before, List<JsonataSyntax.Pair> pairs) {
    List<JsonataSyntax> children = new ArrayList<>(before);
    for (JsonataSyntax.Pair pair : pairs) {
      children.add(pair.key());
      children.add(pair.value());
    }
    return children;
  }
}
