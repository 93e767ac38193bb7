package io.asl4j.core.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import java.util.List;

/**
 * {@code States.ALL} is the only name of its retrier or catcher, which is the last of its list.
 *
 * @see <a href="https://states-language.net/#retrying-after-error">Amazon States Language, Retrying
 *     after error</a>
 */
final class StatesAllStandsAloneAndLast implements Rule {

  private static final String STATES_ALL = "States.ALL";

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .forEach(
            state -> {
              check(state.spot().field("Retry"), "retrier", findings);
              check(state.spot().field("Catch"), "catcher", findings);
            });
  }

  private static void check(Spot list, String noun, Findings findings) {
    List<Spot> parts = list.items();
    for (int i = 0; i < parts.size(); i++) {
      Spot errors = parts.get(i).field("ErrorEquals");
      if (!hasStatesAll(errors.node())) {
        continue;
      }
      if (errors.node().size() > 1) {
        report(
            errors,
            "`States.ALL` takes every error, so it stands alone in `ErrorEquals`.",
            findings);
      }
      if (i < parts.size() - 1) {
        report(
            errors,
            "`States.ALL` takes every error, so no " + noun + " after this one is ever used.",
            findings);
      }
    }
  }

  private static boolean hasStatesAll(JsonNode errors) {
    if (errors.isArray()) {
      for (JsonNode error : errors) {
        if (error.asText().equals(STATES_ALL)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void report(Spot errors, String message, Findings findings) {
    findings.add(
        errors,
        Diagnostic.error(Codes.STATES_ALL, message)
            .aws(
                "States.ALL must appear alone in the ErrorEquals array, and must appear in the last"
                    + " element of the array",
                errors.awsLocation()));
  }
}
