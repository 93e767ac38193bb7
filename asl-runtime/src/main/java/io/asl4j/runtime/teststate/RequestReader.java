package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a request and checks each by itself, in two rounds as AWS does: what a
 * client would not send, then what the service would not take.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html">AWS
 *     Step Functions API, TestState</a>
 */
final class RequestReader {

  private final List<String> ofClient = new ArrayList<>();
  private final List<String> ofService = new ArrayList<>();

  /** Refuses members that are not known. */
  void allow(JsonNode object, String path, List<String> members) {
    Set<String> known = Set.copyOf(members);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                ofClient.add(
                    "Unknown parameter in %s: \"%s\", must be one of: %s"
                        .formatted(
                            path.isEmpty() ? "input" : path, name, String.join(", ", members)));
              }
            });
  }

  void require(JsonNode object, String member) {
    if (isAbsent(object.path(member))) {
      ofClient.add("Missing required parameter in input: \"%s\"".formatted(member));
    }
  }

  /** A text; null when it is not there. */
  @Nullable String text(JsonNode object, String path, String member, int min, int max) {
    JsonNode value = object.path(member);
    String name = name(path, member);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isTextual()) {
      wrongType(name, value, "string");
      return null;
    }
    String text = value.textValue();
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      ofClient.add(
          "Invalid length for parameter %s, value: %d, valid min length: %d"
              .formatted(name, length, min));
    } else if (length > max) {
      ofService.add(
          "Value at '%s' failed to satisfy constraint: Member must have length less than or equal to %d"
              .formatted(name, max));
    }
    return text;
  }

  /** A whole number that is not negative; null when it is not there. */
  @Nullable Long count(JsonNode object, String path, String member) {
    JsonNode value = object.path(member);
    String name = name(path, member);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      wrongType(name, value, "integer");
      return null;
    }
    if (value.longValue() < 0) {
      ofClient.add(
          "Invalid range for parameter %s, value: %d, valid min value: 0"
              .formatted(name, value.longValue()));
    }
    return value.longValue();
  }

  boolean flag(JsonNode object, String member) {
    JsonNode value = object.path(member);
    if (!isAbsent(value) && !value.isBoolean()) {
      wrongType(member, value, "boolean");
    }
    return value.asBoolean();
  }

  /** One of a few words. */
  <E extends Enum<E>> E word(JsonNode object, String path, String member, E otherwise) {
    JsonNode value = object.path(member);
    String name = name(path, member);
    if (isAbsent(value)) {
      return otherwise;
    }
    if (!value.isTextual()) {
      wrongType(name, value, "string");
      return otherwise;
    }
    E[] words = otherwise.getDeclaringClass().getEnumConstants();
    for (E word : words) {
      if (word.name().equals(value.textValue())) {
        return word;
      }
    }
    ofService.add(
        "Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
            .formatted(value.textValue(), name, Arrays.toString(words)));
    return otherwise;
  }

  /** An object; null when it is not there. */
  @Nullable JsonNode object(JsonNode outer, String path, String member, List<String> members) {
    JsonNode value = outer.path(member);
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isObject()) {
      wrongType(name(path, member), value, "object");
      return null;
    }
    allow(value, name(path, member), members);
    return value;
  }

  void orReject() {
    if (!ofClient.isEmpty()) {
      throw TestStateRejected.of(
          TestStateRejected.Code.PARAM_VALIDATION_ERROR,
          "Parameter validation failed:\n" + String.join("\n", ofClient));
    }
    if (!ofService.isEmpty()) {
      throw TestStateRejected.validation(
          "%d validation error%s detected: %s"
              .formatted(
                  ofService.size(),
                  ofService.size() == 1 ? "" : "s",
                  String.join("; ", ofService)));
    }
  }

  private void wrongType(String name, JsonNode value, String wanted) {
    String shown = value.toString();
    ofClient.add(
        "Invalid type for parameter %s, value: %s, valid types: %s"
            .formatted(
                name, shown.length() > 200 ? shown.substring(0, 200) + "..." : shown, wanted));
  }

  private static String name(String path, String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
