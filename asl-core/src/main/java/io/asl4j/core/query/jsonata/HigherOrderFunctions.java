package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that take a function. */
final class HigherOrderFunctions {
  private HigherOrderFunctions() {}

  static void addTo(Library library) {
    library.add("map", "<af>", 2, HigherOrderFunctions::map);
    library.add("filter", "<af>", 2, HigherOrderFunctions::filter);
    library.add("single", "<af?>", 2, HigherOrderFunctions::single);
    library.add("reduce", "<afj?:j>", 3, HigherOrderFunctions::reduce);
    library.add("sort", "<af?:a>", 2, HigherOrderFunctions::sort);
    library.add("sift", "<o-f?:o>", 2, HigherOrderFunctions::sift);
    library.add("each", "<o-f:a>", 2, HigherOrderFunctions::each);
  }

  private static JsonNode map(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    RepeatedCall calls = new RepeatedCall(run, (FunctionValue) args[1]);
    int size = args[0].size();
    Sequence results = Sequence.expecting(run, size);
    // Counted at once, not for each result: that would be felt.
    run.grow(8L * size);
    for (int i = 0; i < size; i++) {
      JsonNode result = calls.of(args[0].get(i), i, args[0]);
      if (!(result instanceof MissingNode)) {
        results.add(result);
      }
    }
    return results;
  }

  private static JsonNode filter(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    RepeatedCall calls = new RepeatedCall(run, (FunctionValue) args[1]);
    Sequence results = Sequence.empty(run);
    for (int i = 0; i < args[0].size(); i++) {
      JsonNode item = args[0].get(i);
      if (Values.isTruthy(run, calls.of(item, i, args[0]))) {
        run.grow(8);
        results.add(item);
      }
    }
    return results;
  }

  private static JsonNode single(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    RepeatedCall calls =
        args[1] instanceof FunctionValue function ? new RepeatedCall(run, function) : null;
    Optional<JsonNode> found = Optional.empty();
    for (int i = 0; i < args[0].size(); i++) {
      JsonNode item = args[0].get(i);
      boolean fits = calls == null || Values.isTruthy(run, calls.of(item, i, args[0]));
      if (fits && found.isPresent()) {
        throw JsonataFailed.error("D3138", JsonataFailed.NOWHERE, "single");
      }
      found = fits ? Optional.of(item) : found;
    }
    return found.orElseThrow(() -> JsonataFailed.error("D3139", JsonataFailed.NOWHERE, "single"));
  }

  private static JsonNode reduce(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    FunctionValue function = (FunctionValue) args[1];
    int arity = function.arity();
    if (arity < 2) {
      throw JsonataFailed.error("D3050", JsonataFailed.NOWHERE, "reduce");
    }
    boolean begun = args[2].isMissingNode() && !args[0].isEmpty();
    JsonNode result = begun ? args[0].get(0) : args[2];
    for (int i = begun ? 1 : 0; i < args[0].size(); i++) {
      run.tick();
      List<JsonNode> arguments = List.of(result, args[0].get(i), Numbers.of((long) i), args[0]);
      JsonNode[] offered = arguments.subList(0, Math.min(arity, 4)).toArray(new JsonNode[0]);
      result = function.apply(run, offered);
    }
    return result;
  }

  private static JsonNode sort(Run run, JsonNode[] args) {
    if (!(args[0] instanceof ArrayNode array) || array.size() < 2) {
      return args[0];
    }
    List<JsonNode> items = new ArrayList<>(array.size());
    array.forEach(items::add);
    run.grow(16L * items.size());
    if (args[1] instanceof FunctionValue comparator) {
      return Values.array(items.size())
          .addAll(SortCode.MergeSort.sorted(run, items, (a, b) -> isAfter(run, comparator, a, b)));
    }
    if (items.stream().allMatch(item -> Numbers.isNumeric(item, JsonataFailed.NOWHERE))) {
      return Values.array(items.size())
          .addAll(
              SortCode.MergeSort.sorted(run, items, (a, b) -> a.doubleValue() > b.doubleValue()));
    }
    if (items.stream().allMatch(JsonNode::isTextual)) {
      return Values.array(items.size())
          .addAll(
              SortCode.MergeSort.sorted(
                  run, items, (a, b) -> a.textValue().compareTo(b.textValue()) > 0));
    }
    throw JsonataFailed.error("D3070", JsonataFailed.NOWHERE, "sort", array);
  }

  private static boolean isAfter(
      Run run, FunctionValue comparator, JsonNode first, JsonNode second) {
    run.tick();
    return isTrue(run, comparator.apply(run, new JsonNode[] {first, second}));
  }

  // The one place where JSONata takes the truth of its host language: any container is true.
  private static boolean isTrue(Run run, JsonNode answer) {
    return answer.isContainerNode() || answer.isPojo() || Values.isTruthy(run, answer);
  }

  private static JsonNode sift(Run run, JsonNode[] args) {
    if (!(args[0] instanceof ObjectNode object) || !(args[1] instanceof FunctionValue function)) {
      return Values.NOTHING;
    }
    RepeatedCall calls = new RepeatedCall(run, function);
    ObjectNode sifted = FieldList.object(0);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode name = JsonataFailed.text(field.getKey());
      if (Values.isTruthy(run, calls.of(field.getValue(), name, object))) {
        run.grow(32);
        sifted.set(field.getKey(), field.getValue());
      }
    }
    return sifted.isEmpty() ? Values.NOTHING : sifted;
  }

  private static JsonNode each(Run run, JsonNode[] args) {
    Sequence results = Sequence.empty(run);
    if (!(args[0] instanceof ObjectNode object)) {
      return results;
    }
    RepeatedCall calls = new RepeatedCall(run, (FunctionValue) args[1]);
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode name = JsonataFailed.text(field.getKey());
      JsonNode result = calls.of(field.getValue(), name, object);
      if (!result.isMissingNode()) {
        run.grow(8);
        results.add(result);
      }
    }
    return results;
  }
}
