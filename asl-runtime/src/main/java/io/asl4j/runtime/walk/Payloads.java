package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/** How large a payload is, as far as a limit needs to know. Pure. */
final class Payloads {

  private Payloads() {}

  /** Whether the compact JSON of a value takes more bytes of UTF-8 than allowed. */
  static boolean exceed(Limits limits, JsonNode value) {
    return limits.measuresPayloads() && !fits(value, limits.payloadBytes());
  }

  /**
   * Whether what a state assigns takes more bytes than allowed, or all variables after it do.
   *
   * @param after the variables that the next state sees
   */
  static boolean exceedVariables(Limits limits, JsonNode assigned, Variables after) {
    if (limits.assignBytes() != Long.MAX_VALUE && !fits(assigned, limits.assignBytes())) {
      return true;
    }
    return limits.variableBytes() != Long.MAX_VALUE && !allFit(after, limits);
  }

  /** So few that they fit for sure are not measured: a loop may assign one of them each time. */
  private static boolean allFit(Variables variables, Limits limits) {
    int count = 0;
    for (Variables scope = variables; scope != null; scope = scope.outer()) {
      count += scope.own().size();
    }
    if (limits.assignBytes() <= limits.variableBytes() / Math.max(1, count)) {
      return true;
    }
    long left = limits.variableBytes();
    for (Variables scope = variables; scope != null; scope = scope.outer()) {
      for (JsonNode value : scope.own().values()) {
        left -= measured(value, left);
        if (left < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The cause text of variables that are too large. */
  static String variablesTooLarge(String state) {
    return "The state '%s' assigned variables with a size exceeding the maximum number of bytes service limit."
        .formatted(state);
  }

  /** The cause text of a payload that is too large. */
  static String tooLarge(String stateOrResource) {
    return "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
        .formatted(stateOrResource);
  }

  /** How many bytes a value takes. */
  static long bytes(JsonNode value) {
    return measured(value, Long.MAX_VALUE);
  }

  private static boolean fits(JsonNode root, long limit) {
    return measured(root, limit) <= limit;
  }

  /**
   * How many bytes a value takes; any number above the limit when it is more. Counts without
   * writing the text, and stops as soon as it is too much.
   */
  private static long measured(JsonNode root, long limit) {
    long left = limit;
    Deque<Iterator<?>> open = new ArrayDeque<>();
    left -= enter(root, open);
    while (left >= 0 && !open.isEmpty()) {
      Iterator<?> top = open.peek();
      if (!top.hasNext()) {
        open.pop();
        continue;
      }
      Object next = top.next();
      if (next instanceof Map.Entry<?, ?> member) {
        left -= textBytes(String.valueOf(member.getKey())) + 1;
        left -= enter((JsonNode) member.getValue(), open) + (top.hasNext() ? 1 : 0);
      } else {
        left -= enter((JsonNode) next, open) + (top.hasNext() ? 1 : 0);
      }
    }
    return limit - left;
  }

  private static long enter(JsonNode value, Deque<Iterator<?>> open) {
    if (value.isObject()) {
      open.push(value.properties().iterator());
      return 2;
    }
    if (value.isArray()) {
      open.push(value.elements());
      return 2;
    }
    if (value.isTextual()) {
      return textBytes(value.textValue());
    }
    // Decimals are written in a form of their own: 0.0000001 plainly, 1E+400 with its exponent.
    return value.isFloatingPointNumber() ? Json.write(value).length() : value.asText().length();
  }

  private static long textBytes(String text) {
    long bytes = 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t' || c == '\b' || c == '\f') {
        bytes += 2;
      } else if (c < 0x20) {
        bytes += 6;
      } else if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
