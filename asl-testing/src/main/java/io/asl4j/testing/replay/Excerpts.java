package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;

/** Long values shown around the place where they begin to differ. */
final class Excerpts {

  private static final int BEFORE = 60;
  private static final int LONGEST = 200;

  private Excerpts() {}

  /** Writes a value, cut to where it leaves the other one. */
  static String value(JsonNode value, JsonNode other) {
    if (value.isMissingNode()) {
      return "nothing";
    }
    String text = Json.write(value);
    if (text.length() <= LONGEST) {
      return text;
    }
    String otherText = other.isMissingNode() ? "" : Json.write(other);
    int from = Math.max(0, firstDifference(text, otherText) - BEFORE);
    int to = Math.min(text.length(), from + LONGEST);
    return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
  }

  private static int firstDifference(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return i;
      }
    }
    return common;
  }
}
