package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;

/** Each function that a JSONata expression calls exists. */
final class JsonataFunctionsExist implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .flatMap(state -> StateQuery.of(state, outline).stream())
        .forEach(
            query ->
                query
                    .references()
                    .ifPresent(
                        found ->
                            found
                                .unknownFunctions()
                                .forEach(function -> report(query, function, findings))));
  }

  private static void report(StateQuery query, Reference function, Findings findings) {
    findings.add(
        query.spot(),
        Diagnostic.warning(
                LintCodes.UNKNOWN_FUNCTION,
                "There is no function "
                    + Words.quoted("$" + function.name())
                    + ", so this fails each time.")
            .hint("docs.jsonata.org lists the functions"));
  }
}
