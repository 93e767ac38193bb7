package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells JSONata expressions in a definition from plain strings. */
final class ExpressionText {

  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";

  private ExpressionText() {}

  /**
   * Whether the value is a string that begins with <code>{%</code> and ends with <code>%}</code>,
   * nothing outside.
   */
  static boolean isExpression(JsonNode value) {
    return value.isTextual() && isExpression(value.textValue());
  }

  /**
   * Whether the text begins with <code>{%</code> and ends with <code>%}</code>, nothing outside.
   */
  static boolean isExpression(String text) {
    return text.length() >= OPEN.length() + CLOSE.length()
        && text.startsWith(OPEN)
        && text.endsWith(CLOSE);
  }

  /** Whether the text begins with <code>{%</code> or ends with <code>%}</code>, but not both. */
  static boolean isHalfOpen(String text) {
    return !isExpression(text) && (text.startsWith(OPEN) || text.endsWith(CLOSE));
  }
}
