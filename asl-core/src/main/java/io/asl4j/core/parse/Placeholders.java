package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * Recognises the placeholders of deployment tools, such as <code>${FunctionArn}</code>.
 *
 * <p>A definition is often checked before its placeholders are replaced. What stands for a
 * placeholder then is unknown, so a value with one in it passes every check of types and ranges.
 */
final class Placeholders {

  /**
   * CloudFormation and Terraform write a dollar sign, CDK tokens and some template engines a hash
   * sign.
   */
  private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[A-Za-z_][^{}\"]*}");

  private Placeholders() {}

  /** Whether the value is a string that holds a placeholder. */
  static boolean isIn(JsonNode value) {
    return value.isTextual() && isIn(value.textValue());
  }

  /** Whether the text holds a placeholder. */
  static boolean isIn(String text) {
    return text.indexOf('{') >= 0 && PLACEHOLDER.matcher(text).find();
  }
}
