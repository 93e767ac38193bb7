package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.query.jsonata.JsonataReferences.WrongArity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks over an expression in the order in which it will be evaluated. */
final class ReferenceFinder {
  private static final String STATES = "states";

  private final Library library;
  private final List<Reference> variables = new ArrayList<>();
  private final List<Reference> statesMembers = new ArrayList<>();
  private final List<Reference> topLevel = new ArrayList<>();
  private final List<Reference> unknownFunctions = new ArrayList<>();
  private final List<WrongArity> wrongArities = new ArrayList<>();

  ReferenceFinder(Library library) {
    this.library = library;
  }

  /**
   * What is known at a place.
   *
   * @param bound the names bound so far in this scope and those around it; grows
   * @param coming the names that will have been bound when a function defined here is called
   * @param hasContext whether a step or the like gives a context value
   */
  private record Place(Set<String> bound, Set<String> coming, boolean hasContext) {
    Place withContext() {
      return hasContext ? this : new Place(bound, coming, true);
    }

    Place scope(Set<String> binds) {
      Set<String> later = new HashSet<>(coming);
      later.addAll(binds);
      return new Place(new HashSet<>(bound), later, hasContext);
    }
  }

  JsonataReferences find(JsonataSyntax syntax) {
    Set<String> binds = new HashSet<>();
    gatherBinds(syntax, binds);
    visit(syntax, new Place(new HashSet<>(), binds, false));
    Comparator<Reference> inOrder = Comparator.comparingInt(Reference::offset);
    variables.sort(inOrder);
    statesMembers.sort(inOrder);
    topLevel.sort(inOrder);
    unknownFunctions.sort(inOrder);
    wrongArities.sort(Comparator.comparingInt(WrongArity::offset));
    return new JsonataReferences(
        variables, statesMembers, topLevel, unknownFunctions, wrongArities);
  }

  private void visit(JsonataSyntax syntax, Place place) {
    switch (syntax) {
      case JsonataSyntax.Literal literal -> {}
      case JsonataSyntax.Regex regex -> {}
      case JsonataSyntax.Wildcard wildcard -> {}
      case JsonataSyntax.Descendants descendants -> {}
      case JsonataSyntax.Parent parent -> {}
      case JsonataSyntax.Placeholder hole -> {}
      case JsonataSyntax.Name name -> field(name.name(), name.offset(), place);
      case JsonataSyntax.Variable variable -> variable(variable, place);
      case JsonataSyntax.Dot dot -> dot(dot, place);
      case JsonataSyntax.Filter filter -> {
        visit(filter.base(), place);
        visit(filter.predicate(), place.withContext());
      }
      case JsonataSyntax.Group group -> {
        visit(group.base(), place);
        group.pairs().forEach(pair -> pair(pair, place.withContext()));
      }
      case JsonataSyntax.Sort sort -> {
        visit(sort.base(), place);
        sort.terms().forEach(term -> visit(term.expression(), place.withContext()));
      }
      case JsonataSyntax.Focus focus -> {
        visit(focus.base(), place);
        place.bound().add(focus.name());
      }
      case JsonataSyntax.Index index -> {
        visit(index.base(), place);
        place.bound().add(index.name());
      }
      case JsonataSyntax.ObjectOf object -> object.pairs().forEach(pair -> pair(pair, place));
      case JsonataSyntax.Block block -> block(block, place);
      case JsonataSyntax.Bind bind -> bind(bind, place);
      case JsonataSyntax.Apply apply -> apply(apply, place);
      case JsonataSyntax.Call call -> call(call, 0, place);
      case JsonataSyntax.Lambda lambda -> lambda(lambda, place);
      case JsonataSyntax.Transform transform ->
          transform.children().forEach(child -> visit(child, place.withContext()));
      case JsonataSyntax.ArrayOf array -> all(array, place);
      case JsonataSyntax.Range range -> all(range, place);
      case JsonataSyntax.Negation negation -> all(negation, place);
      case JsonataSyntax.Operation operation -> all(operation, place);
      case JsonataSyntax.KeepArray keep -> all(keep, place);
      case JsonataSyntax.Conditional conditional -> all(conditional, place);
    }
  }

  private void all(JsonataSyntax syntax, Place place) {
    syntax.children().forEach(child -> visit(child, place));
  }

  private void pair(JsonataSyntax.Pair pair, Place place) {
    visit(pair.key(), place);
    visit(pair.value(), place);
  }

  private void field(String name, int offset, Place place) {
    if (!place.hasContext()) {
      topLevel.add(new Reference(name, offset, false));
    }
  }

  private void variable(JsonataSyntax.Variable variable, Place place) {
    String name = variable.name();
    if (name.equals("$") || (name.isEmpty() && !place.hasContext())) {
      topLevel.add(new Reference("$" + name, variable.offset(), false));
    } else if (!name.isEmpty() && !place.bound().contains(name)) {
      boolean isFunction = library.find(name).isPresent();
      variables.add(new Reference(name, variable.offset(), isFunction));
      if (name.equals(STATES)) {
        statesMembers.add(new Reference("", variable.offset(), false));
      }
    }
  }

  private void dot(JsonataSyntax.Dot dot, Place place) {
    if (dot.left() instanceof JsonataSyntax.Literal text && text.value().isTextual()) {
      field(text.value().textValue(), text.offset(), place);
    } else {
      visit(dot.left(), place);
    }
    boolean ofStates =
        dot.left() instanceof JsonataSyntax.Variable variable
            && variable.name().equals(STATES)
            && !place.bound().contains(STATES);
    JsonataSyntax member = withoutSuffixes(dot.right());
    if (ofStates && member instanceof JsonataSyntax.Name name) {
      member(name.name(), name.offset());
    } else if (ofStates
        && member instanceof JsonataSyntax.Literal text
        && text.value().isTextual()) {
      member(text.value().textValue(), text.offset());
    }
    visit(dot.right(), place.withContext());
  }

  /** Puts the member in the place of the whole, which was noted just before. */
  private void member(String name, int offset) {
    statesMembers.set(statesMembers.size() - 1, new Reference(name, offset, false));
  }

  private static JsonataSyntax withoutSuffixes(JsonataSyntax step) {
    return switch (step) {
      case JsonataSyntax.Filter filter -> withoutSuffixes(filter.base());
      case JsonataSyntax.KeepArray keep -> withoutSuffixes(keep.base());
      case JsonataSyntax.Focus focus -> withoutSuffixes(focus.base());
      case JsonataSyntax.Index index -> withoutSuffixes(index.base());
      default -> step;
    };
  }

  private void block(JsonataSyntax.Block block, Place place) {
    Set<String> binds = new HashSet<>();
    block.expressions().forEach(expression -> gatherBinds(expression, binds));
    Place inside = place.scope(binds);
    block.expressions().forEach(expression -> visit(expression, inside));
  }

  private void bind(JsonataSyntax.Bind bind, Place place) {
    visit(bind.value(), place);
    place.bound().add(bind.name());
  }

  private void apply(JsonataSyntax.Apply apply, Place place) {
    visit(apply.argument(), place);
    if (apply.function() instanceof JsonataSyntax.Call call && !call.isPartial()) {
      call(call, 1, place);
    } else {
      visit(apply.function(), place);
    }
  }

  private void call(JsonataSyntax.Call call, int more, Place place) {
    boolean named =
        call.function() instanceof JsonataSyntax.Variable variable
            && !variable.name().isEmpty()
            && !variable.name().equals("$");
    if (named) {
      JsonataSyntax.Variable variable = (JsonataSyntax.Variable) call.function();
      if (!place.bound().contains(variable.name())) {
        libraryCall(call, variable, more);
      }
    } else {
      visit(call.function(), place);
    }
    call.arguments().forEach(argument -> visit(argument, place));
  }

  private void libraryCall(JsonataSyntax.Call call, JsonataSyntax.Variable called, int more) {
    var function = library.find(called.name());
    if (function.isEmpty()) {
      unknownFunctions.add(new Reference(called.name(), called.offset(), false));
      return;
    }
    Signature signature = function.get().signature();
    int given = call.arguments().size() + more;
    int most = signature.most();
    boolean tooMany = most >= 0 && given > most;
    if (tooMany || (given < signature.fewest() && !call.isPartial())) {
      wrongArities.add(
          new WrongArity(called.name(), given, signature.fewest(), most, called.offset()));
    }
  }

  private void lambda(JsonataSyntax.Lambda lambda, Place place) {
    Set<String> binds = new HashSet<>();
    gatherBinds(lambda.body(), binds);
    Place inside = place.scope(binds);
    inside.bound().addAll(place.coming());
    inside.bound().addAll(lambda.parameters());
    visit(lambda.body(), inside);
  }

  /** The names that an expression binds in the scope that it stands in. */
  private static void gatherBinds(JsonataSyntax syntax, Set<String> names) {
    if (syntax instanceof JsonataSyntax.Bind bind) {
      names.add(bind.name());
    }
    boolean ownScope =
        syntax instanceof JsonataSyntax.Block || syntax instanceof JsonataSyntax.Lambda;
    if (!ownScope) {
      syntax.children().forEach(child -> gatherBinds(child, names));
    }
  }
}
