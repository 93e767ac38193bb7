package io.asl4j.core.diagnostic;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Pointers;

/**
 * The spelling of places in AWS's messages: a JSON pointer with array positions in brackets, {@code
 * /States/Route/Choices[0]/Next}, and {@code /} for the whole definition.
 */
public final class AwsLocation {

  private AwsLocation() {}

  /**
   * Spells a JSON pointer as AWS does.
   *
   * @param pointer the pointer (RFC 6901); what it names need not exist
   * @param root the definition, which tells arrays from objects
   */
  public static String of(String pointer, JsonNode root) {
    StringBuilder location = new StringBuilder();
    JsonNode at = root;
    for (String step : Pointers.steps(pointer)) {
      if (at.isArray()) {
        location.append('[').append(step).append(']');
        at = step.matches("[0-9]{1,9}") ? at.path(Integer.parseInt(step)) : at.path(step);
      } else {
        location.append('/').append(step);
        at = at.path(step);
      }
    }
    return location.isEmpty() ? "/" : location.toString();
  }
}
