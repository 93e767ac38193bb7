package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.Items;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.core.query.jsonpath.Path;
import io.asl4j.core.query.jsonpath.PathNotFound;

/** The items that a Map state finds in its input. Pure. */
final class ItemList {

  private ItemList() {}

  /** The items of an inline Map: an array. */
  static JsonNode array(Items items, Evaluation evaluation) {
    return switch (items) {
      case Items.AtPath at -> atPath(at.path(), evaluation, false);
      case Items.Computed computed -> {
        JsonNode value = computed.expression().evaluate(evaluation);
        if (!value.isArray()) {
          throw QueryFailed.unexpectedType(computed.expression(), "array", value);
        }
        yield value;
      }
      case Items.Given given -> given(given.template().evaluate(evaluation), false);
    };
  }

  /** The items of a Distributed Map: an array, or an object whose members are the items. */
  static JsonNode arrayOrObject(Items items, Evaluation evaluation) {
    return switch (items) {
      case Items.AtPath at -> atPath(at.path(), evaluation, true);
      case Items.Computed computed -> {
        JsonNode value = computed.expression().evaluate(evaluation);
        if (!value.isContainerNode()) {
          throw QueryFailed.unexpectedType(computed.expression(), "array", value);
        }
        yield value;
      }
      case Items.Given given -> given(given.template().evaluate(evaluation), true);
    };
  }

  private static JsonNode atPath(Path path, Evaluation evaluation, boolean objectsToo) {
    JsonNode value = read(path, evaluation);
    if (value.isArray() || (objectsToo && value.isObject())) {
      return value;
    }
    throw QueryFailed.runtime(
        "ItemsPath",
        "Reference path \"%s\" must point to array.".formatted(inOwnDocument(path.source())));
  }

  /**
   * AWS quotes a path into the context object as one into a document of its own: with one dollar.
   */
  private static String inOwnDocument(String source) {
    return source.startsWith("$$") ? source.substring(1) : source;
  }

  private static JsonNode read(Path path, Evaluation evaluation) {
    try {
      return path.read(evaluation);
    } catch (PathNotFound missing) {
      throw QueryFailed.referencePathConflict(
          "ItemsPath",
          "Unable to apply step \"%s\" to input %s".formatted(missing.step(), evaluation.input()));
    }
  }

  private static JsonNode given(JsonNode value, boolean objectsToo) {
    if (value.isArray() || (objectsToo && value.isObject())) {
      return value;
    }
    throw QueryFailed.evaluation("Items", "Map state input must be an array but was: " + value);
  }
}
