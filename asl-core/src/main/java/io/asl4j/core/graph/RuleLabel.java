package io.asl4j.core.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** The condition of a choice rule in few words. */
final class RuleLabel {

  private static final Map<String, String> SIGNS =
      Map.of(
          "LessThanEquals", "<=",
          "GreaterThanEquals", ">=",
          "LessThan", "<",
          "GreaterThan", ">",
          "Equals", "=",
          "Matches", "~");

  private RuleLabel() {}

  static String of(JsonNode rule) {
    if (rule.has("Condition")) {
      String text = rule.path("Condition").asText();
      return StateGraph.cut(text.replaceAll("^\\{%\\s*|\\s*%}$", "").replaceAll("\\s+", " "));
    }
    if (rule.has("Not")) {
      return StateGraph.cut("not " + of(rule.path("Not")));
    }
    for (String combinator : new String[] {"And", "Or"}) {
      if (rule.path(combinator).isArray()) {
        StringBuilder joined = new StringBuilder();
        for (JsonNode part : rule.path(combinator)) {
          joined.append(joined.isEmpty() ? "" : combinator.equals("And") ? " and " : " or ");
          joined.append(of(part));
        }
        return StateGraph.cut(joined.toString());
      }
    }
    return comparison(rule);
  }

  private static String comparison(JsonNode rule) {
    String variable = rule.path("Variable").asText();
    for (Map.Entry<String, JsonNode> field : rule.properties()) {
      String name = field.getKey();
      if (name.matches("(String|Numeric|Timestamp|Boolean)[A-Z].*")) {
        String operator = name.replaceAll("^(String|Numeric|Timestamp|Boolean)|Path$", "");
        return StateGraph.cut(
            variable
                + " "
                + SIGNS.getOrDefault(operator, operator)
                + " "
                + field.getValue().asText());
      }
      if (name.matches("Is[A-Z].*")) {
        String test = (field.getValue().asBoolean() ? " is " : " is not ") + name.substring(2);
        return StateGraph.cut(variable + test.toLowerCase(Locale.ROOT));
      }
    }
    return StateGraph.cut(variable);
  }
}
