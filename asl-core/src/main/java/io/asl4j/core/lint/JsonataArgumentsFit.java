package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.query.jsonata.JsonataReferences.WrongArity;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;

/** Each call of a JSONata function has as many arguments as the function takes. */
final class JsonataArgumentsFit implements Rule {

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
                            found.wrongArities().forEach(call -> report(query, call, findings))));
  }

  private static void report(StateQuery query, WrongArity call, Findings findings) {
    findings.add(
        query.spot(),
        Diagnostic.warning(
            LintCodes.WRONG_ARGUMENT_COUNT,
            "`$%s` takes %s, but is given %d."
                .formatted(call.function(), takes(call.fewest(), call.most()), call.given())));
  }

  private static String takes(int fewest, int most) {
    if (most < 0) {
      return "at least " + fewest + (fewest == 1 ? " argument" : " arguments");
    }
    String count = fewest == most ? "" + most : fewest + " to " + most;
    return count + (most == 1 ? " argument" : " arguments");
  }
}
