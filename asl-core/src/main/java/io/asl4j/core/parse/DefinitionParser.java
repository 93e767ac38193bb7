package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.StateMachine;
import java.util.Optional;

/**
 * Turns the tree of a definition into a state machine and reports what is wrong with its structure
 * and its queries.
 */
public final class DefinitionParser {

  private final Findings findings;

  /** A parser that reports to the given collection. */
  public DefinitionParser(Findings findings) {
    this.findings = findings;
  }

  /**
   * Parses a definition.
   *
   * @return empty if anything is so wrong that no machine can be made; a machine may also come back
   *     together with errors, and is not to be run then
   */
  public Optional<StateMachine> parse(Spot definition) {
    if (!definition.node().isObject()) {
      findings.add(
          definition,
          Diagnostic.error(
                  Codes.NOT_AN_OBJECT,
                  "A definition is one JSON object, but this is "
                      + Words.found(definition.node())
                      + ".")
              .aws("Definition must be a valid JSON object", ""));
      return Optional.empty();
    }
    Dialect language = Languages.ofMachine(definition);
    Context context = new Context(language, findings, new Queries(findings));
    FieldReader fields = context.check(definition, Shapes.MACHINE, language);
    Optional<Scope> root = new ScopeParser(context).parse(fields);
    return root.map(
        scope ->
            new StateMachine(
                definition.node(),
                scope,
                fields.whole("TimeoutSeconds", 0),
                () -> CanonicalForm.of(definition.node(), scope)));
  }
}
