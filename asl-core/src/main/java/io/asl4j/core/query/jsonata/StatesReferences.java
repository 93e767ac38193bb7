package io.asl4j.core.query.jsonata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What an expression reads of its surroundings, told from its text alone.
 *
 * <p>An expression in a state has no context value at its top level, so AWS refuses names,
 * wildcards and {@code $} there, and {@code $$} anywhere; so it does with members of {@code
 * $states} that the field does not have, but for the result of a state that failed.
 *
 * @param refused the references to what is not there, in the order of the text
 * @param needsContext whether it may read {@code $states.context}
 */
record StatesReferences(List<Refused> refused, boolean needsContext) {

  /**
   * One reference to what is not there.
   *
   * @param isRefused whether AWS refuses it; if not, it is only known never to give anything
   */
  record Refused(String message, int offset, boolean isRefused) {}

  static StatesReferences of(JsonataSyntax syntax, JsonataScope scope) {
    Search search = new Search(scope);
    search.run(syntax);
    return search.found();
  }

  /** Walks the tree with a stack of its own: a long chain of operators is a deep tree. */
  private static final class Search {

    private record Visit(JsonataSyntax node, boolean hasContext) {}

    private final JsonataScope scope;
    private final Deque<Visit> open = new ArrayDeque<>();
    private final List<Refused> refused = new ArrayList<>();
    private boolean needsContext;

    Search(JsonataScope scope) {
      this.scope = scope;
    }

    void run(JsonataSyntax syntax) {
      open.push(new Visit(syntax, false));
      while (!open.isEmpty()) {
        Visit visit = open.pop();
        visit(visit.node(), visit.hasContext());
      }
    }

    StatesReferences found() {
      refused.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
      return new StatesReferences(List.copyOf(refused), needsContext);
    }

    private void visit(JsonataSyntax node, boolean hasContext) {
      switch (node) {
        case JsonataSyntax.Name name -> needContext(hasContext, name.name(), name.offset());
        case JsonataSyntax.Wildcard wildcard -> needContext(hasContext, "*", wildcard.offset());
        case JsonataSyntax.Descendants descendants ->
            needContext(hasContext, "**", descendants.offset());
        case JsonataSyntax.Parent parent -> needContext(hasContext, "%", parent.offset());
        case JsonataSyntax.Variable variable -> variable(variable, hasContext);
        case JsonataSyntax.Dot dot -> dot(dot, hasContext);
        case JsonataSyntax.Filter filter -> {
          push(filter.base(), hasContext);
          push(filter.predicate(), true);
        }
        case JsonataSyntax.Group group -> {
          push(group.base(), hasContext);
          pairs(group.pairs(), true);
        }
        case JsonataSyntax.Sort sort -> {
          push(sort.base(), hasContext);
          sort.terms().forEach(term -> push(term.expression(), true));
        }
        case JsonataSyntax.Transform transform -> {
          push(transform.pattern(), true);
          push(transform.update(), true);
          transform.delete().ifPresent(delete -> push(delete, true));
        }
        case JsonataSyntax.KeepArray keep -> push(keep.base(), hasContext);
        case JsonataSyntax.Focus focus -> push(focus.base(), hasContext);
        case JsonataSyntax.Index index -> push(index.base(), hasContext);
        case JsonataSyntax.ArrayOf array -> array.items().forEach(item -> push(item, hasContext));
        case JsonataSyntax.ObjectOf object -> pairs(object.pairs(), hasContext);
        case JsonataSyntax.Block block ->
            block.expressions().forEach(expression -> push(expression, hasContext));
        case JsonataSyntax.Range range -> both(range.from(), range.to(), hasContext);
        case JsonataSyntax.Operation operation ->
            both(operation.left(), operation.right(), hasContext);
        case JsonataSyntax.Apply apply -> both(apply.argument(), apply.function(), hasContext);
        case JsonataSyntax.Negation negation -> push(negation.operand(), hasContext);
        case JsonataSyntax.Bind bind -> push(bind.value(), hasContext);
        case JsonataSyntax.Lambda lambda -> push(lambda.body(), hasContext);
        case JsonataSyntax.Call call -> {
          push(call.function(), hasContext);
          call.arguments().forEach(argument -> push(argument, hasContext));
        }
        case JsonataSyntax.Conditional conditional -> {
          push(conditional.condition(), hasContext);
          push(conditional.then(), hasContext);
          conditional.otherwise().ifPresent(otherwise -> push(otherwise, hasContext));
        }
        case JsonataSyntax.Literal literal -> {}
        case JsonataSyntax.Regex regex -> {}
        case JsonataSyntax.Placeholder placeholder -> {}
      }
    }

    private void push(JsonataSyntax node, boolean hasContext) {
      open.push(new Visit(node, hasContext));
    }

    private void both(JsonataSyntax left, JsonataSyntax right, boolean hasContext) {
      push(left, hasContext);
      push(right, hasContext);
    }

    private void pairs(List<JsonataSyntax.Pair> pairs, boolean hasContext) {
      pairs.forEach(pair -> both(pair.key(), pair.value(), hasContext));
    }

    private void needContext(boolean hasContext, String reference, int offset) {
      if (!hasContext) {
        refused.add(
            new Refused(
                "Reference to '" + reference + "' at the top level is not supported.",
                offset,
                true));
      }
    }

    private void variable(JsonataSyntax.Variable variable, boolean hasContext) {
      switch (variable.name()) {
        case "" -> needContext(hasContext, "$", variable.offset());
        case "$" ->
            refused.add(
                new Refused("Reference to '$$' is not supported.", variable.offset(), true));
        case "states" -> needsContext = true;
        default -> {}
      }
    }

    private void dot(JsonataSyntax.Dot dot, boolean hasContext) {
      push(dot.right(), true);
      boolean ofStates =
          dot.left() instanceof JsonataSyntax.Variable variable && variable.name().equals("states");
      Optional<Member> member = ofStates ? member(dot.right()) : Optional.empty();
      if (member.isPresent()) {
        statesMember(member.get());
      } else if (dot.left() instanceof JsonataSyntax.Literal text && text.value().isTextual()) {
        // A text at the begin of a path is the name of a field.
        needContext(hasContext, text.value().textValue(), text.offset());
      } else {
        push(dot.left(), hasContext);
      }
    }

    private record Member(String name, int offset) {}

    /** The field that a step names; predicates and the like may follow the name. */
    private static Optional<Member> member(JsonataSyntax step) {
      return switch (step) {
        case JsonataSyntax.Name name -> Optional.of(new Member(name.name(), name.offset()));
        case JsonataSyntax.Literal text when text.value().isTextual() ->
            Optional.of(new Member(text.value().textValue(), text.offset()));
        case JsonataSyntax.Filter filter -> member(filter.base());
        case JsonataSyntax.KeepArray keep -> member(keep.base());
        case JsonataSyntax.Focus focus -> member(focus.base());
        case JsonataSyntax.Index index -> member(index.base());
        default -> Optional.empty();
      };
    }

    private void statesMember(Member member) {
      String name = member.name();
      needsContext |= name.equals("context");
      if ((name.equals("result") || name.equals("errorOutput")) && !scope.has(name)) {
        refused.add(
            new Refused(
                "Reference to '$states." + name + "' is not supported in this field.",
                member.offset(),
                scope != JsonataScope.ERROR_OUTPUT));
      }
    }
  }
}
