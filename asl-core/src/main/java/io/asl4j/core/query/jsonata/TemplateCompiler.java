package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Expression;
import io.asl4j.core.query.QueryProblem;
import io.asl4j.core.query.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Compiles JSON with expressions in its strings; parts without expressions are kept as they are and
 * shared by all values.
 */
final class TemplateCompiler {

  private final JsonataLanguage language;
  private final Consumer<QueryProblem> problems;

  TemplateCompiler(JsonataLanguage language, Consumer<QueryProblem> problems) {
    this.language = language;
    this.problems = problems;
  }

  Template compile(JsonNode source, String location) {
    return part(source, location, Pointers.ROOT);
  }

  private Part part(JsonNode source, String location, String pointer) {
    if (source.isTextual()) {
      return text(source, location, pointer);
    }
    if (source.isObject()) {
      return object(source, location, pointer);
    }
    if (source.isArray()) {
      return array(source, location, pointer);
    }
    return new Constant(source);
  }

  private Part text(JsonNode source, String location, String pointer) {
    String text = source.textValue();
    if (JsonataLanguage.isExpression(text)) {
      return new Computed(language.expression(text, location, pointer, problems));
    }
    if (JsonataLanguage.isHalfOpen(text)) {
      problems.accept(JsonataLanguage.halfOpen(pointer));
    }
    return new Constant(source);
  }

  private Part object(JsonNode source, String location, String pointer) {
    Map<String, Part> fields = new LinkedHashMap<>();
    boolean isConstant = true;
    for (Map.Entry<String, JsonNode> field : source.properties()) {
      String key = field.getKey();
      Part part = part(field.getValue(), location + '/' + key, Pointers.child(pointer, key));
      isConstant &= part instanceof Constant;
      fields.put(key, part);
    }
    return isConstant ? new Constant(source) : new Fields(fields);
  }

  private Part array(JsonNode source, String location, String pointer) {
    List<Part> items = new ArrayList<>();
    boolean isConstant = true;
    for (int i = 0; i < source.size(); i++) {
      Part part = part(source.path(i), location + '[' + i + ']', Pointers.child(pointer, i));
      isConstant &= part instanceof Constant;
      items.add(part);
    }
    return isConstant ? new Constant(source) : new Items(items);
  }

  /** One value of a template. */
  private sealed interface Part extends Template {}

  private record Constant(JsonNode value) implements Part {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return value;
    }
  }

  private record Computed(Expression expression) implements Part {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return expression.evaluate(evaluation);
    }
  }

  private record Fields(Map<String, Part> parts) implements Part {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      ObjectNode object = FieldList.object(parts.size());
      parts.forEach((key, part) -> object.set(key, part.evaluate(evaluation)));
      return object;
    }
  }

  private record Items(List<Part> parts) implements Part {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(parts.size());
      parts.forEach(part -> array.add(part.evaluate(evaluation)));
      return array;
    }
  }
}
