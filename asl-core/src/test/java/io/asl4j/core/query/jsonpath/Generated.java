package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Documents and definite paths that often meet. */
final class Generated {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NAMES =
      List.of("a", "b", "c-d", "", "x.y", "it's", "ä", "日本", "😀", "q\"r", "back\\slash");

  private Generated() {}

  static Arbitrary<JsonNode> documents() {
    return documents(4);
  }

  private static Arbitrary<JsonNode> documents(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.of(
            NODES.numberNode(1),
            NODES.numberNode(2.5),
            NODES.textNode("t"),
            NODES.booleanNode(true),
            NODES.nullNode());
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> members = documents(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(1, scalars), Tuple.of(4, objects(members)), Tuple.of(3, arrays(members)));
  }

  private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(Arbitraries.of(NAMES), values)
        .ofMaxSize(5)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<JsonNode> arrays(Arbitrary<JsonNode> values) {
    return values
        .list()
        .ofMaxSize(3)
        .map(
            items -> {
              ArrayNode array = NODES.arrayNode();
              items.forEach(array::add);
              return array;
            });
  }

  static Arbitrary<String> paths() {
    Arbitrary<String> dotted =
        Arbitraries.of("a", "b", "c-d", "ä", "日本", "😀", "q\"r").map(name -> "." + name);
    Arbitrary<String> quoted = Arbitraries.of(NAMES).map(Generated::quoted);
    Arbitrary<String> dottedBrackets = Arbitraries.of(NAMES).map(name -> "." + quoted(name));
    Arbitrary<String> doublyQuoted =
        Arbitraries.of("a", "b", "x.y").map(name -> "[\"" + name + "\"]");
    Arbitrary<String> index = Arbitraries.integers().between(-3, 3).map(i -> "[" + i + "]");
    return Arbitraries.oneOf(dotted, dotted, quoted, dottedBrackets, doublyQuoted, index, index)
        .list()
        .ofMaxSize(4)
        .map(steps -> "$" + String.join("", steps));
  }

  private static String quoted(String name) {
    return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
