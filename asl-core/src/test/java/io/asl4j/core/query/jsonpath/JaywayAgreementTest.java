package io.asl4j.core.query.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * The own reader of definite paths against the library whose values and words AWS shows.
 *
 * <p>Known differences, left out of what is generated: a backslash in a dotted name (the library takes it for a letter), one sign behind a
 * closing bracket (the library overlooks it), malformed paths (the library takes many).
 */
class JaywayAgreementTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NAMES = List.of("a", "b", "c-d", "", "x.y", "it's", "ä", "日本", "😀", "q\"r", "back\\slash");

  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(new ObjectMapper()))
          .mappingProvider(new JacksonMappingProvider(new ObjectMapper()))
          .build();

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void definitePathsGiveTheSameValueOrTheSameWords(@ForAll("documents") JsonNode document, @ForAll("paths") String path) {
    JsonNode before = document.deepCopy();

    assertThat(own(path, document)).as("%s in %s", path, document).isEqualTo(jayway(path, document));

    assertThat(document).isEqualTo(before);
  }

  private static String own(String path, JsonNode document) {
    try {
      return "found " + new JsonPathLanguage().path(path, "InputPath", JaywayAgreementTest::unexpected).read(FixedSurroundings.evaluation(document));
    } catch (PathNotFound e) {
      return e.leafText();
    }
  }

  private static String jayway(String path, JsonNode document) {
    try {
      JsonNode found = JsonPath.compile(path).read(document, JAYWAY);
      return "found " + found;
    } catch (JsonPathException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void unexpected(Object problem) {
    throw new AssertionError(problem);
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return documents(4);
  }

  private static Arbitrary<JsonNode> documents(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.of(NODES.numberNode(1), NODES.numberNode(2.5), NODES.textNode("t"), NODES.booleanNode(true), NODES.nullNode());
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

  @Provide
  Arbitrary<String> paths() {
    Arbitrary<String> dotted = Arbitraries.of("a", "b", "c-d", "ä", "日本", "😀", "q\"r").map(name -> "." + name);
    Arbitrary<String> quoted = Arbitraries.of(NAMES).map(JaywayAgreementTest::quoted);
    Arbitrary<String> dottedBrackets = Arbitraries.of(NAMES).map(name -> "." + quoted(name));
    Arbitrary<String> doublyQuoted = Arbitraries.of("a", "b", "x.y").map(name -> "[\"" + name + "\"]");
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
