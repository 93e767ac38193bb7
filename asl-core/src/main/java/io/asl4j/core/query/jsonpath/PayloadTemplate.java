package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON with compiled {@code .$} fields in it; the parts without such fields are given out as they
 * are.
 */
sealed interface PayloadTemplate extends Template {

  /** What the fields read. */
  References references();

  /** JSON without {@code .$} fields. */
  record Fixed(JsonNode value) implements PayloadTemplate {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return value;
    }

    @Override
    public References references() {
      return References.NONE;
    }
  }

  /** A {@code .$} field. */
  record Field(PayloadQuery query) implements PayloadTemplate {
    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      return query.evaluate(evaluation);
    }

    @Override
    public References references() {
      return query.references();
    }
  }

  /**
   * An object with a {@code .$} field in it, at any depth.
   *
   * @param names without {@code .$}, in the order of the text
   * @param members one for each name
   */
  record Members(List<String> names, List<PayloadTemplate> members) implements PayloadTemplate {
    public Members {
      names = List.copyOf(names);
      members = List.copyOf(members);
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      ObjectNode object = FieldList.object(names.size());
      for (int i = 0; i < names.size(); i++) {
        object.set(names.get(i), members.get(i).evaluate(evaluation));
      }
      return object;
    }

    @Override
    public References references() {
      return allOf(members);
    }
  }

  /** An array with a {@code .$} field in it, at any depth. */
  record Items(List<PayloadTemplate> items) implements PayloadTemplate {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public JsonNode evaluate(Evaluation evaluation) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
      for (PayloadTemplate item : items) {
        array.add(item.evaluate(evaluation));
      }
      return array;
    }

    @Override
    public References references() {
      return allOf(items);
    }
  }

  private static References allOf(List<PayloadTemplate> parts) {
    List<References> references = new ArrayList<>(parts.size());
    parts.forEach(part -> references.add(part.references()));
    return References.ofAll(references);
  }
}
