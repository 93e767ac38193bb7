package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Languages;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.util.Set;
import java.util.regex.Pattern;

/** JSONata states hold no JSONPath where an expression was meant. */
final class JsonataStatesHaveNoPaths implements Rule {

  private static final Pattern PATH =
      Pattern.compile("\\$(\\$?\\.[A-Za-z_].*|\\$?\\[.*|\\$)|States\\.[A-Z]\\w+\\(.*\\)");
  private static final Set<String> FIELDS =
      Set.of("Arguments", "Output", "Assign", "Items", "ItemSelector");

  @Override
  public void check(Outline outline, Findings findings) {
    JsonNode definition = outline.definition().node();
    outline
        .states()
        .filter(state -> Languages.isJsonata(state.spot().node(), definition))
        .flatMap(state -> state.spot().fields().stream())
        .filter(field -> FIELDS.contains(field.name()))
        .forEach(field -> check(field, findings));
  }

  private static void check(Spot value, Findings findings) {
    boolean hasPathKey = value.name().endsWith(".$");
    boolean isPath = value.node().isTextual() && PATH.matcher(value.node().textValue()).matches();
    if (hasPathKey || isPath) {
      findings.add(
          value,
          Diagnostic.warning(
                  LintCodes.PATH_IN_JSONATA,
                  hasPathKey
                      ? "The key "
                          + Words.quoted(value.name())
                          + " keeps its `.$`: this state's language is JSONata."
                      : "This path is not evaluated: this state's language is JSONata.")
              .hint("write an expression such as \"{% $states.input.name %}\""));
      return;
    }
    value.fields().forEach(field -> check(field, findings));
    value.items().forEach(item -> check(item, findings));
  }
}
