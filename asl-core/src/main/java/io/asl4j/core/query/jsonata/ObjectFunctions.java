package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.FieldList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The functions on objects that take no function, and those on any value. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static void addTo(Library library) {
    library.add("keys", "<x-:a<s>>", 1, ObjectFunctions::keys);
    library.add("lookup", "<x-s:x>", 2, ObjectFunctions::lookup);
    library.add("spread", "<x-:a<o>>", 1, ObjectFunctions::spread);
    library.add("merge", "<a<o>:o>", 1, ObjectFunctions::merge);
    library.add("exists", "<x:b>", 1, ObjectFunctions::exists);
    library.add("type", "<x:s>", 1, ObjectFunctions::type);
    library.add("boolean", "<x-:b>", 1, ObjectFunctions::truth);
    library.add("not", "<x-:b>", 1, ObjectFunctions::not);
    library.add("clone", "<(oa)-:o>", 1, ObjectFunctions::clone);
    library.add("error", "<s?:x>", 1, ObjectFunctions::error);
    library.add("assert", "<bs?:x>", 2, ObjectFunctions::require);
  }

  private static JsonNode keys(Run run, JsonNode[] args) {
    Set<String> names = new LinkedHashSet<>();
    gatherKeys(run, args[0], names);
    Sequence keys = Sequence.sized(run, names.size());
    names.forEach(keys::add);
    return keys;
  }

  private static void gatherKeys(Run run, JsonNode value, Set<String> names) {
    run.tick(1L + value.size() / 4);
    if (value instanceof ObjectNode object) {
      run.grow(32L * object.size());
      object.fieldNames().forEachRemaining(names::add);
    } else if (value instanceof ArrayNode array) {
      for (JsonNode item : array) {
        gatherKeys(run, item, names);
      }
    }
  }

  private static JsonNode lookup(Run run, JsonNode[] args) {
    return args[1].isMissingNode()
        ? Values.NOTHING
        : Values.lookup(run, run.unwrapped(args[0]), args[1].textValue());
  }

  private static JsonNode spread(Run run, JsonNode[] args) {
    JsonNode value = args[0];
    if (!value.isContainerNode()) {
      return value;
    }
    // What is put together of the parts of several values is an array, even if it has one element.
    ArrayNode parts =
        value.isArray() && !value.isEmpty() ? Values.array(value.size()) : Sequence.empty(run);
    gatherParts(run, value, parts);
    return parts;
  }

  private static void gatherParts(Run run, JsonNode value, ArrayNode parts) {
    run.tick();
    if (value instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        run.tick();
        run.grow(64);
        parts.add(FieldList.object(1).set(field.getKey(), field.getValue()));
      }
    } else if (value instanceof ArrayNode array) {
      for (JsonNode item : array) {
        gatherParts(run, item, parts);
      }
    } else if (!value.isMissingNode()) {
      parts.add(value);
    }
  }

  private static JsonNode merge(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    ArrayNode objects = (ArrayNode) args[0];
    int most = 0;
    long all = 0;
    for (int i = 0; i < objects.size(); i++) {
      int size = objects.get(i).size();
      countMerged(run, size);
      most = Math.max(most, size);
      all += size;
    }
    if (objects.isEmpty()) {
      return FieldList.object(0);
    }
    // Many objects mostly have the same fields.
    int room = (int) Math.max(most, Math.min(all, FieldList.FEW));
    ObjectNode first = (ObjectNode) objects.get(0);
    ObjectNode merged = FieldList.copy(first, room - first.size());
    for (int i = 1; i < objects.size(); i++) {
      ((ObjectNode) objects.get(i)).forEachEntry(merged::set);
    }
    return merged;
  }

  /** Counts what it takes to merge an object of so many fields into another. */
  static void countMerged(Run run, int size) {
    run.tick(1L + size);
    run.grow(32L * size);
  }

  private static JsonNode exists(Run run, JsonNode[] args) {
    return BooleanNode.valueOf(!args[0].isMissingNode());
  }

  private static JsonNode type(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    // What is not a number is not a number to this function either.
    if (args[0].isNumber() && !Numbers.isNumeric(args[0], JsonataFailed.NOWHERE)) {
      return TextNode.valueOf("object");
    }
    return TextNode.valueOf(
        switch (args[0].getNodeType()) {
          case NULL -> "null";
          case NUMBER -> "number";
          case STRING -> "string";
          case BOOLEAN -> "boolean";
          case ARRAY -> "array";
          case OBJECT -> "object";
          case POJO, BINARY, MISSING -> "function";
        });
  }

  private static JsonNode truth(Run run, JsonNode[] args) {
    JsonNode value = run.unwrapped(args[0]);
    return value.isMissingNode() ? value : BooleanNode.valueOf(Values.isTruthy(run, value));
  }

  private static JsonNode not(Run run, JsonNode[] args) {
    JsonNode value = run.unwrapped(args[0]);
    return value.isMissingNode() ? value : BooleanNode.valueOf(!Values.isTruthy(run, value));
  }

  private static JsonNode clone(Run run, JsonNode[] args) {
    JsonNode value = run.unwrapped(args[0]);
    return value.isMissingNode() ? value : new Constructors.Copy(run).of(value);
  }

  private static JsonNode error(Run run, JsonNode[] args) {
    throw JsonataFailed.said(
        "D3137", args[0].asText().isEmpty() ? "$error() function evaluated" : args[0].textValue());
  }

  private static JsonNode require(Run run, JsonNode[] args) {
    if (Values.isTruthy(run, args[0])) {
      return Values.NOTHING;
    }
    throw JsonataFailed.said(
        "D3141", args[1].asText().isEmpty() ? "$assert() statement failed" : args[1].textValue());
  }
}
