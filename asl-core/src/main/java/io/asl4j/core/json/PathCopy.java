package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts a value at a place in another value without changing either.
 *
 * <p>Only the objects and arrays on the way to the place are copied; everything beside it is shared
 * with the original. A missing field is created, and so are missing objects on the way to it. An
 * array never grows: its element must exist. What is on the way and is neither object nor array,
 * null included, is not replaced.
 *
 * @see <a href="https://states-language.net/#filters">Amazon States Language, ResultPath</a>
 */
public final class PathCopy {

  private PathCopy() {}

  /** What came of it. */
  public sealed interface Outcome {

    /**
     * The value was put there.
     *
     * @param value the whole new value
     */
    record Written(JsonNode value) implements Outcome {}

    /**
     * The path does not fit the value.
     *
     * @param step which step of the path cannot be taken, 0-based
     * @param reason why, as a sentence for people
     */
    record Refused(int step, String reason) implements Outcome {}
  }

  /**
   * Puts a value at the end of a path.
   *
   * @param root the value to put it in; with an empty path it is replaced as a whole
   * @param path the steps from the root; each field that is missing is created
   * @param value the value to put there
   */
  public static Outcome set(JsonNode root, List<? extends PathStep> path, JsonNode value) {
    List<JsonNode> spine = new ArrayList<>(path.size());
    JsonNode at = root;
    for (int i = 0; i < path.size(); i++) {
      PathStep step = path.get(i);
      String refusal = refusal(at, step);
      if (!refusal.isEmpty()) {
        return new Outcome.Refused(i, "The step " + step + " cannot be taken: " + refusal);
      }
      spine.add(at);
      at = next(at, step);
    }
    JsonNode written = value;
    for (int i = path.size() - 1; i >= 0; i--) {
      written = with(spine.get(i), path.get(i), written);
    }
    return new Outcome.Written(written);
  }

  /**
   * Gives the reason or, if the step can be taken, nothing. A missing node stands for an object yet
   * to be created.
   */
  private static String refusal(JsonNode at, PathStep step) {
    return switch (step) {
      case PathStep.Field field ->
          at.isObject() || at.isMissingNode()
              ? ""
              : "an object is needed there, found " + kind(at) + ".";
      case PathStep.Index index -> {
        if (!at.isArray()) {
          yield "an array is needed there, found " + kind(at) + ".";
        }
        yield index.index() < at.size() ? "" : "the array has only " + at.size() + " elements.";
      }
    };
  }

  private static String kind(JsonNode at) {
    return switch (at.getNodeType()) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case OBJECT, ARRAY -> "an " + at.getNodeType().name().toLowerCase(Locale.ROOT);
      case STRING, NUMBER, BOOLEAN, BINARY, POJO ->
          "a " + at.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }

  private static JsonNode next(JsonNode at, PathStep step) {
    return switch (step) {
      case PathStep.Field field -> at.path(field.name());
      case PathStep.Index index -> at.path(index.index());
    };
  }

  private static JsonNode with(JsonNode original, PathStep step, JsonNode value) {
    return switch (step) {
      case PathStep.Field field -> {
        ObjectNode copy = new ObjectNode(JsonNodeFactory.instance);
        original.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        copy.set(field.name(), value);
        yield copy;
      }
      case PathStep.Index index -> {
        ArrayNode copy = new ArrayNode(JsonNodeFactory.instance, original.size());
        original.forEach(copy::add);
        copy.set(index.index(), value);
        yield copy;
      }
    };
  }
}
