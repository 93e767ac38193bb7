package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks a context object that a request brings along. */
final class ContextCheck {

  private enum Kind {
    ANY("anything"),
    NUMBER("a number"),
    STRING("a string");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean fits(JsonNode value) {
      return switch (this) {
        case ANY -> true;
        case NUMBER -> value.isNumber();
        case STRING -> value.isTextual();
      };
    }
  }

  private static final Map<String, Map<String, Kind>> MEMBERS = members();

  private ContextCheck() {}

  private static Map<String, Map<String, Kind>> members() {
    Map<String, Map<String, Kind>> members = new LinkedHashMap<>();
    members.put(
        "Execution",
        Map.of(
            "Id", Kind.STRING,
            "Input", Kind.ANY,
            "Name", Kind.STRING,
            "RedriveCount", Kind.NUMBER,
            "RedriveTime", Kind.STRING,
            "RoleArn", Kind.STRING,
            "StartTime", Kind.STRING));
    members.put(
        "State",
        Map.of("EnteredTime", Kind.STRING, "Name", Kind.STRING, "RetryCount", Kind.NUMBER));
    members.put("StateMachine", Map.of("Id", Kind.STRING, "Name", Kind.STRING));
    members.put("Task", Map.of("Token", Kind.STRING));
    return members;
  }

  /**
   * Reads a context object.
   *
   * @param hasToken whether the state is one that has a task token
   * @throws TestStateRejected if it is none
   */
  static ObjectNode read(String text, boolean hasToken) {
    JsonNode context;
    try {
      context = Json.parse(text);
    } catch (JsonSyntaxFailed notJson) {
      throw invalid("it must be valid JSON");
    }
    if (!(context instanceof ObjectNode object)) {
      throw invalid("it must be a JSON object");
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      check(member.getKey(), member.getValue(), hasToken);
    }
    return object;
  }

  private static void check(String name, JsonNode value, boolean hasToken) {
    if (name.equals("Map")) {
      throw invalid("'Map' field is not supported when mocking a Context object");
    }
    Map<String, Kind> members = MEMBERS.get(name);
    if (members == null || (name.equals("Task") && !hasToken)) {
      throw notAllowed(name);
    }
    if (!value.isObject()) {
      throw invalid(name + " must be an object");
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Kind kind = members.get(member.getKey());
      if (kind == null) {
        throw notAllowed(member.getKey());
      }
      if (!kind.fits(member.getValue())) {
        throw invalid("%s.%s must be %s".formatted(name, member.getKey(), kind.words));
      }
    }
  }

  private static TestStateRejected notAllowed(String field) {
    return invalid("Field '%s' is not allowed".formatted(field));
  }

  private static TestStateRejected invalid(String fault) {
    return TestStateRejected.validation("Invalid Context object provided: " + fault);
  }
}
