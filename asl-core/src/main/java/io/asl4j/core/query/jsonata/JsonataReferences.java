package io.asl4j.core.query.jsonata;

import java.util.List;

/**
 * What an expression refers to outside itself, found without running it. Each list is in the order
 * of the source.
 *
 * @param variables the free variables that it reads, {@code states} among them; not what it binds
 *     itself, nor the functions that it calls
 * @param statesMembers the members of {@code $states} that it reads; the name is empty, and the
 *     place that of the variable, where {@code $states} is used as a whole
 * @param topLevel what it takes from a root input: {@code $} and fields where no step, predicate or
 *     the like gives a context, and {@code $$} anywhere; AWS Step Functions refuses these
 * @param unknownFunctions the functions that it calls, but neither binds nor finds in the library
 * @param wrongArities the calls of library functions with too few or too many arguments
 */
public record JsonataReferences(
    List<Reference> variables,
    List<Reference> statesMembers,
    List<Reference> topLevel,
    List<Reference> unknownFunctions,
    List<WrongArity> wrongArities) {

  /**
   * A name and where it stands.
   *
   * @param name without the dollar sign of a variable, but {@code $} and {@code $$} themselves
   * @param offset in UTF-16 units from the start of the source
   * @param isFunction whether the library has a function of this name, which the expression means
   *     unless such a variable is bound
   */
  public record Reference(String name, int offset, boolean isFunction) {}

  /**
   * A call with a wrong number of arguments.
   *
   * @param most the most arguments; -1 for no bound
   */
  public record WrongArity(String function, int given, int fewest, int most, int offset) {}

  /** Makes the lists immutable. */
  public JsonataReferences {
    variables = List.copyOf(variables);
    statesMembers = List.copyOf(statesMembers);
    topLevel = List.copyOf(topLevel);
    unknownFunctions = List.copyOf(unknownFunctions);
    wrongArities = List.copyOf(wrongArities);
  }

  static JsonataReferences of(JsonataSyntax syntax, JsonataDialect dialect) {
    return new ReferenceFinder(Library.of(dialect)).find(syntax);
  }
}
