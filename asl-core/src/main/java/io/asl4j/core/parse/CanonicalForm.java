package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Puts a definition into the one order in which machines are written: fields as {@link FieldOrder}
 * has them, states as {@link ReadingOrder} has them.
 *
 * <p>Two definitions that differ in the order of such fields and states only become the same. Data
 * (arguments, results, templates, variables) keeps its order, since executions show it.
 */
final class CanonicalForm {

  private CanonicalForm() {}

  /**
   * Gives the definition in canonical order; the tree handed over stays as it is.
   *
   * @param root the states that were made of it
   */
  static JsonNode of(JsonNode definition, Scope root) {
    return scope(definition, root);
  }

  private static JsonNode scope(JsonNode node, Scope scope) {
    return ordered(
        node,
        FieldOrder.ofScope(),
        (field, value) ->
            switch (field) {
              case "States" -> states(value, scope);
              case "ProcessorConfig" -> ordered(value, Shapes.PROCESSOR_CONFIG);
              default -> value;
            });
  }

  private static JsonNode states(JsonNode states, Scope scope) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    for (String name : ReadingOrder.of(scope)) {
      ordered.set(name, state(states.path(name), scope.state(name)));
    }
    return ordered;
  }

  private static JsonNode state(JsonNode node, State state) {
    List<Scope> inside =
        switch (state) {
          case State.Parallel parallel -> parallel.branches();
          case State.Map map -> List.of(map.processor().scope());
          case State.Task task -> List.of();
          case State.Pass pass -> List.of();
          case State.Wait wait -> List.of();
          case State.Choice choice -> List.of();
          case State.Succeed succeed -> List.of();
          case State.Fail fail -> List.of();
        };
    return ordered(
        node,
        FieldOrder.of(node),
        (field, value) ->
            switch (field) {
              case "Branches" -> branches(value, inside);
              case "ItemProcessor", "Iterator" -> scope(value, inside.getFirst());
              default -> part(field, value);
            });
  }

  private static JsonNode branches(JsonNode branches, List<Scope> scopes) {
    ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
    for (JsonNode branch : branches) {
      ordered.add(scope(branch, scopes.get(ordered.size())));
    }
    return branches.isArray() ? ordered : branches;
  }

  private static JsonNode part(String field, JsonNode value) {
    Optional<Shape> shape =
        switch (field) {
          case "Retry" -> Optional.of(Shapes.RETRIER);
          case "Catch" -> Optional.of(Shapes.CATCHER);
          case "Choices" -> Optional.of(ChoiceShapes.RULE);
          case "And", "Or", "Not" -> Optional.of(ChoiceShapes.NESTED_RULE);
          case "ItemReader" -> Optional.of(Shapes.ITEM_READER);
          case "ReaderConfig" -> Optional.of(Shapes.READER_CONFIG);
          case "ItemBatcher" -> Optional.of(Shapes.ITEM_BATCHER);
          case "ResultWriter" -> Optional.of(Shapes.RESULT_WRITER);
          case "WriterConfig" -> Optional.of(Shapes.WRITER_CONFIG);
          default -> Optional.empty();
        };
    return shape.map(found -> ordered(value, found)).orElse(value);
  }

  private static JsonNode ordered(JsonNode value, Shape shape) {
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(ordered(item, shape)));
      return items;
    }
    return ordered(value, FieldOrder.of(shape), CanonicalForm::part);
  }

  private static JsonNode ordered(
      JsonNode object, List<String> order, BiFunction<String, JsonNode, JsonNode> inside) {
    if (!object.isObject()) {
      return object;
    }
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    TreeSet<String> unknown = new TreeSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    for (String name : order) {
      if (unknown.remove(name)) {
        ordered.set(name, inside.apply(name, object.path(name)));
      }
    }
    unknown.forEach(name -> ordered.set(name, object.path(name)));
    return ordered;
  }
}
