package io.asl4j.testing.assertion;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.check.JsonDifference;
import io.asl4j.testing.trace.Shown;
import java.util.Optional;

/** Assertions about a JSON value: numbers by value, objects whatever the order of fields. */
public final class JsonAssert extends TraceAssert<JsonAssert, JsonNode> {

  private final String what;
  private final String story;

  JsonAssert(JsonNode actual, String what, String story, Verdicts verdicts) {
    super(actual, JsonAssert.class, verdicts);
    this.what = what;
    this.story = story;
  }

  /** It means the same as a JSON text. */
  public JsonAssert isEqualTo(String json) {
    return means(json(json));
  }

  /** It means the same as this value: a tree, or a text that is taken as JSON. */
  @Override
  public JsonAssert isEqualTo(Object expected) {
    return switch (expected) {
      case JsonNode tree -> means(tree);
      case String text -> means(json(text));
      default -> super.isEqualTo(expected);
    };
  }

  private JsonAssert means(JsonNode expected) {
    return check(
        JsonDifference.of(expected, actual)
            .map(difference -> told("Expected another " + what + ".\n" + difference)));
  }

  /** The value at a JSON pointer means the same as a JSON text. */
  public JsonAssert has(String pointer, String json) {
    return check(
        JsonDifference.of(json(json), actual.at(pointer))
            .map(
                difference ->
                    told("Expected another %s at %s.\n%s".formatted(what, pointer, difference))));
  }

  /** There is no value at a JSON pointer. */
  public JsonAssert hasNo(String pointer) {
    JsonNode found = actual.at(pointer);
    return check(
        found.isMissingNode()
            ? Optional.empty()
            : Optional.of(
                told(
                    "Expected the %s to have nothing at %s, but it has %s."
                        .formatted(what, pointer, Shown.json(found)))));
  }

  private String told(String text) {
    return story.isEmpty() ? text : text + "\n" + story;
  }
}
