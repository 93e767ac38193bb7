package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataTest {

  record Line(String sku, int quantity, Map<String, Integer> sizes) {}

  private static String json(Object value) {
    return Json.write(Jsonata.pass("A").output(value).definition().path("Output"));
  }

  @Test
  void valuesOfAllKindsBecomeJson() {
    assertThat(json("text")).isEqualTo("\"text\"");
    assertThat(json(true)).isEqualTo("true");
    assertThat(json(7)).isEqualTo("7");
    assertThat(json(1L << 60)).isEqualTo("1152921504606846976");
    assertThat(json(BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
    assertThat(json(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(json(2.0)).isEqualTo("2");
    assertThat(json(0.1)).isEqualTo("0.1");
    assertThat(json(0.1f)).isEqualTo("0.1");
    assertThat(json(1e30)).isEqualTo("1" + "0".repeat(30));
    assertThat(json(Instant.parse("2030-01-31T08:00:00Z"))).isEqualTo("\"2030-01-31T08:00:00Z\"");
    assertThat(json(Arrays.asList(1, null, "a"))).isEqualTo("[1,null,\"a\"]");
    assertThat(json(new int[] {1, 2})).isEqualTo("[1,2]");
    assertThat(json(new Line("desk", 2, Map.of("b", 1, "a", 2))))
        .isEqualTo("{\"sku\":\"desk\",\"quantity\":2,\"sizes\":{\"a\":2,\"b\":1}}");
  }

  @Test
  void mapsAndSetsWithoutAnOrderAreSorted() {
    Map<String, Object> hashed = new HashMap<>();
    for (int i = 40; i > 0; i--) {
      hashed.put("k" + i, i);
    }
    Map<String, Object> other = new HashMap<>(1024);
    hashed.keySet().stream().sorted().forEach(key -> other.put(key, hashed.get(key)));
    Map<String, Integer> linked = new LinkedHashMap<>();
    linked.put("z", 1);
    linked.put("a", 2);

    assertThat(json(hashed)).isEqualTo(json(other)).startsWith("{\"k1\":1,\"k10\":10,");
    assertThat(json(List.of(Map.of("b", 1, "a", Map.of("d", 1, "c", 2)))))
        .isEqualTo("[{\"a\":{\"c\":2,\"d\":1},\"b\":1}]");
    assertThat(json(linked)).isEqualTo("{\"z\":1,\"a\":2}");
    assertThat(json(Set.of("c", "a", "b"))).isEqualTo("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void aTreeThatWasHandedOverMayBeChangedAfterwards() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("a", 1);
    JsonataPass pass = Jsonata.pass("A").output(tree);

    tree.put("a", 2);
    ((ObjectNode) pass.definition()).remove("Output");

    assertThat(pass.definition().at("/Output/a").intValue()).isEqualTo(1);
  }

  @Test
  void templatesMayHoldTemplates() {
    JsonNode template =
        JsonPath.template()
            .put("fixed", List.of(JsonPath.template().path("id", "States.UUID()")))
            .path("order", "$.order")
            .definition();

    assertThat(Json.write(template))
        .isEqualTo("{\"fixed\":[{\"id.$\":\"States.UUID()\"}],\"order.$\":\"$.order\"}");
    assertThat(Json.write(Jsonata.template().expression("n", "1 + 1").definition()))
        .isEqualTo("{\"n\":\"{% 1 + 1 %}\"}");
    assertThat(Jsonata.expression("{% $x %}")).isEqualTo("{% $x %}");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json(Double.NaN))
        .withMessage("JSON has no number NaN.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json(new Object()))
        .withMessageContaining("java.lang.Object cannot be written as JSON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> json(Jsonata.succeed("B")))
        .withMessageContaining("A JsonataSucceed is no data");
  }

  @Test
  void durationsAreWholeSeconds() {
    assertThat(Jsonata.waitFor("A", Duration.ofMinutes(2)).definition().path("Seconds").intValue())
        .isEqualTo(120);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Jsonata.task("A", "r").timeout(Duration.ofMillis(1500)))
        .withMessage(
            "The Amazon States Language counts in whole seconds, and PT1.5S is not a number of"
                + " them.");
  }
}
