package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Any JSON values, for properties: nested a few levels, awkward strings and keys, numbers of every
 * size and spelling.
 */
final class JsonValues {

  private static final int LEVELS = 4;

  private JsonValues() {}

  static Arbitrary<JsonNode> any() {
    Arbitrary<JsonNode> values = scalars();
    for (int level = 0; level < LEVELS; level++) {
      values = Arbitraries.oneOf(scalars(), arrays(values), objects(values));
    }
    return values.withoutEdgeCases();
  }

  static Arbitrary<String> strings() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "a",
            "a/b",
            "~",
            "~1",
            "0",
            "\"",
            "\\",
            "\n\t",
            "ü",
            "漢字",
            "\uD83D\uDE00",
            "<<",
            "null",
            "{}",
            "a: b"),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6));
  }

  static Arbitrary<JsonNode> numbers() {
    Arbitrary<JsonNode> whole = Arbitraries.bigIntegers().map(JsonNumbers::whole);
    Arbitrary<JsonNode> small =
        Arbitraries.integers().between(-3, 3).map(i -> JsonNumbers.whole(Integer.toString(i)));
    Arbitrary<JsonNode> decimal =
        Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-400, 400))
            .as(
                (digits, scale) ->
                    JsonNumbers.decimal(BigDecimal.valueOf(digits, scale).toString()));
    Arbitrary<JsonNode> spelled =
        Arbitraries.of("1.0", "1.00", "0.0", "1e0", "10E-1", "-0.0", "100e-2", "2.50")
            .map(JsonNumbers::decimal);
    return Arbitraries.oneOf(whole, small, decimal, spelled);
  }

  private static Arbitrary<JsonNode> scalars() {
    Arbitrary<JsonNode> words =
        Arbitraries.of(NullNode.getInstance(), BooleanNode.TRUE, BooleanNode.FALSE);
    return Arbitraries.oneOf(words, numbers(), strings().map(TextNode::valueOf));
  }

  private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> inside) {
    return inside
        .list()
        .ofMaxSize(4)
        .map(
            items -> {
              ArrayNode array = JsonNodeFactory.instance.arrayNode();
              items.forEach(array::add);
              return array;
            });
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> inside) {
    return Arbitraries.maps(strings(), inside)
        .ofMaxSize(4)
        .map(
            fields -> {
              ObjectNode object = JsonNodeFactory.instance.objectNode();
              fields.forEach(object::set);
              return object;
            });
  }
}
