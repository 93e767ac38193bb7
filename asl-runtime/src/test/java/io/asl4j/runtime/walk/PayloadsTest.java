package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.Machines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PayloadsTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void agreesWithTheBytesOfTheCompactJson(@ForAll("values") JsonNode value) {
    int bytes = Json.write(value).getBytes(StandardCharsets.UTF_8).length;

    assertThat(Payloads.exceed(limit(bytes), value)).isFalse();
    assertThat(Payloads.exceed(limit(bytes - 1), value)).isTrue();
  }

  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withCharRange('\0', '\u007f')
            .withChars('é', '€', '\u2028', '"', '\\', '/')
            .ofMaxLength(12);
    Arbitrary<String> withPairs = texts.map(text -> text + "\uD83D\uDE00");
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            Arbitraries.oneOf(texts, withPairs).map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.bigIntegers().map(NODES::numberNode),
            Arbitraries.bigDecimals().ofScale(9).map(NODES::numberNode),
            Arbitraries.of("1E+400", "1.0", "1E-7", "0.0000001", "100", "1E+2").map(Machines::json),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    return nested(scalars, texts, 3);
  }

  private static Arbitrary<JsonNode> nested(
      Arbitrary<JsonNode> scalars, Arbitrary<String> names, int depth) {
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> inner = nested(scalars, names, depth - 1);
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(4).map(PayloadsTest::array),
        Arbitraries.maps(names, inner).ofMaxSize(4).map(PayloadsTest::object));
  }

  private static JsonNode array(List<JsonNode> elements) {
    ArrayNode array = NODES.arrayNode();
    array.addAll(elements);
    return array;
  }

  private static JsonNode object(Map<String, JsonNode> members) {
    ObjectNode object = NODES.objectNode();
    object.setAll(members);
    return object;
  }

  @Test
  void depthIsNoMatter() {
    JsonNode value = NODES.textNode("x");
    for (int i = 0; i < 100_000; i++) {
      value = NODES.arrayNode().add(value);
    }

    assertThat(Payloads.exceed(limit(200_003), value)).isFalse();
    assertThat(Payloads.exceed(limit(200_002), value)).isTrue();
  }

  @Test
  void nothingIsMeasuredWithoutALimit() {
    assertThat(Payloads.exceed(Limits.unlimited(), NODES.textNode("x".repeat(1_000_000))))
        .isFalse();
  }

  @Test
  void awsAllows256KiB() {
    assertThat(Payloads.exceed(Limits.aws(), NODES.textNode("x".repeat(262_142)))).isFalse();
    assertThat(Payloads.exceed(Limits.aws(), NODES.textNode("x".repeat(262_143)))).isTrue();
  }

  private static Limits limit(long bytes) {
    return new Limits(Long.MAX_VALUE, bytes, 1);
  }
}
