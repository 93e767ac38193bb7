package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Languages;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import java.util.Set;

/** JSONPath states hold no JSONata expressions, which would be constants there. */
final class JsonPathStatesHaveNoExpressions implements Rule {

  private static final Set<String> FIELDS =
      Set.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "Result");

  @Override
  public void check(Outline outline, Findings findings) {
    JsonNode definition = outline.definition().node();
    outline
        .states()
        .filter(state -> !Languages.isJsonata(state.spot().node(), definition))
        .flatMap(state -> state.spot().fields().stream())
        .filter(field -> FIELDS.contains(field.name()))
        .forEach(field -> check(field, findings));
  }

  private static void check(Spot value, Findings findings) {
    if (value.node().isTextual() && StateQuery.expression(value.node().textValue()).isPresent()) {
      findings.add(
          value,
          Diagnostic.warning(
                  LintCodes.EXPRESSION_IN_JSONPATH,
                  "This expression is not evaluated: this state's language is JSONPath.")
              .hint("set \"QueryLanguage\": \"JSONata\""));
    }
    value.fields().forEach(field -> check(field, findings));
    value.items().forEach(item -> check(item, findings));
  }
}
