package io.asl4j.core.query.jsonpath;

import io.asl4j.core.query.Expression;
import io.asl4j.core.query.Template;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a compiled query reads.
 *
 * @param variables names of workflow variables, without the {@code $}
 * @param context paths into the context object, as written
 * @param input paths into the input, as written
 */
public record References(Set<String> variables, Set<String> context, Set<String> input) {

  /** Reads nothing. */
  public static final References NONE = new References(Set.of(), Set.of(), Set.of());

  public References {
    variables = Set.copyOf(variables);
    context = Set.copyOf(context);
    input = Set.copyOf(input);
  }

  /** What a template reads; {@link #NONE} for one that this package did not compile. */
  public static References of(Template template) {
    return template instanceof PayloadTemplate payload ? payload.references() : NONE;
  }

  /**
   * What the value of one field reads; {@link #NONE} for an expression that this package did not
   * compile.
   */
  public static References of(Expression expression) {
    return expression instanceof PayloadQuery query ? query.references() : NONE;
  }

  static References ofPath(Root root, String source) {
    return switch (root) {
      case Root.Input input -> new References(Set.of(), Set.of(), Set.of(source));
      case Root.Context context -> new References(Set.of(), Set.of(source), Set.of());
      case Root.Variable variable -> new References(Set.of(variable.name()), Set.of(), Set.of());
    };
  }

  static References ofAll(Iterable<References> parts) {
    Set<String> variables = new LinkedHashSet<>();
    Set<String> context = new LinkedHashSet<>();
    Set<String> input = new LinkedHashSet<>();
    for (References part : parts) {
      variables.addAll(part.variables);
      context.addAll(part.context);
      input.addAll(part.input);
    }
    return new References(variables, context, input);
  }
}
