package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.query.QueryFailed;
import java.util.List;

/** The forms of a result path. */
final class ResultPaths {

  private ResultPaths() {}

  /** {@code $}: the result replaces the input. */
  enum Replace implements ResultPath {
    REPLACE;

    @Override
    public String source() {
      return "$";
    }

    @Override
    public JsonNode write(JsonNode rawInput, JsonNode result) {
      return result;
    }
  }

  /** The JSON null: the result is dropped. */
  enum Discard implements ResultPath {
    DISCARD;

    @Override
    public String source() {
      return "null";
    }

    @Override
    public JsonNode write(JsonNode rawInput, JsonNode result) {
      return rawInput;
    }
  }

  /** A text that is no result path: fails, next to the problem that was reported. */
  record Broken(String source, String location) implements ResultPath {
    @Override
    public JsonNode write(JsonNode rawInput, JsonNode result) {
      throw QueryFailed.runtime(
          location, "The value '%s' is not a Reference Path".formatted(source));
    }
  }

  /** {@code $.a.b[0]}. */
  record Into(String source, String location, List<Step> steps) implements ResultPath {

    Into {
      steps = List.copyOf(steps);
    }

    @Override
    public JsonNode write(JsonNode rawInput, JsonNode result) {
      if (!rawInput.isContainerNode()) {
        throw QueryFailed.referencePathConflict(
            location, "Unable to apply ReferencePath %s to input %s".formatted(source, rawInput));
      }
      JsonNode output = shallowCopy(rawInput);
      JsonNode node = output;
      for (int i = 0; i < steps.size() - 1; i++) {
        JsonNode child = childCopy(node, steps.get(i), rawInput);
        put(node, steps.get(i), child, rawInput);
        node = child;
      }
      put(node, steps.get(steps.size() - 1), result, rawInput);
      return output;
    }

    private JsonNode childCopy(JsonNode parent, Step step, JsonNode rawInput) {
      JsonNode child =
          switch (step) {
            case Step.Name name when parent instanceof ObjectNode -> parent.get(name.name());
            case Step.Index index when parent instanceof ArrayNode ->
                parent.get(position(parent, index));
            default -> throw conflict(step, rawInput);
          };
      if (child == null && step instanceof Step.Name) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (child == null || !child.isContainerNode()) {
        throw conflict(step, rawInput);
      }
      return shallowCopy(child);
    }

    private void put(JsonNode parent, Step step, JsonNode value, JsonNode rawInput) {
      if (step instanceof Step.Name name && parent instanceof ObjectNode object) {
        object.set(name.name(), value);
      } else if (step instanceof Step.Index index
          && parent instanceof ArrayNode array
          && parent.has(position(parent, index))) {
        array.set(position(parent, index), value);
      } else {
        throw conflict(step, rawInput);
      }
    }

    private static int position(JsonNode array, Step.Index index) {
      return index.index() < 0 ? array.size() + index.index() : index.index();
    }

    private QueryFailed conflict(Step step, JsonNode rawInput) {
      String shown = step instanceof Step.Name name ? name.name() : step.bracketed();
      return QueryFailed.referencePathConflict(
          location, "Unable to apply step \"%s\" to input %s".formatted(shown, rawInput));
    }

    private static JsonNode shallowCopy(JsonNode node) {
      if (node instanceof ObjectNode object) {
        return FieldList.copy(object, 1);
      }
      return JsonNodeFactory.instance.arrayNode(node.size()).addAll((ArrayNode) node);
    }
  }
}
