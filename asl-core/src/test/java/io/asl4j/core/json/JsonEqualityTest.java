package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.JsonEquality.ByMeaning;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEqualityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|1.0",
        "100|1e2",
        "0|-0.0",
        "0|0.000",
        "1.50|15e-1",
        "12345678901234567890|12345678901234567890.0",
        "{\"a\":1,\"b\":2}|{\"b\":2.0,\"a\":1}",
        "[1,{\"a\":[1.0]}]|[1.0,{\"a\":[1]}]",
        "9223372036854775807|9223372036854775807.0",
        "-9223372036854775808|-9223372036854775808.0"
      })
  void theSameMeaningIsEqualAndHasTheSameHash(String left, String right) {
    JsonNode a = Json.parse(left);
    JsonNode b = Json.parse(right);

    assertThat(JsonEquality.same(a, b)).isTrue();
    assertThat(JsonEquality.hash(a)).isEqualTo(JsonEquality.hash(b));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1|\"1\"",
        "1|true",
        "null|0",
        "[]|{}",
        "[1,2]|[2,1]",
        "{\"a\":1}|{\"b\":1}",
        "{\"a\":null}|{}",
        "[1]|[1,1]",
        "1|1.0000000000000000000001",
        "\"a\"|\"A\""
      })
  void anotherMeaningIsNotEqual(String left, String right) {
    assertThat(JsonEquality.same(Json.parse(left), Json.parse(right))).isFalse();
  }

  @Test
  void theTypeThatHoldsANumberDoesNotMatter() {
    List<JsonNode> ones =
        List.of(
            IntNode.valueOf(1),
            LongNode.valueOf(1),
            BigIntegerNode.valueOf(BigInteger.ONE),
            DoubleNode.valueOf(1),
            DecimalNode.valueOf(new BigDecimal("1.00")));

    for (JsonNode a : ones) {
      for (JsonNode b : ones) {
        assertThat(JsonEquality.same(a, b)).isTrue();
        assertThat(JsonEquality.hash(a)).isEqualTo(JsonEquality.hash(b));
        assertThat(JsonEquality.compareNumbers(a, b)).isZero();
      }
    }
  }

  @Test
  void aMissingValueIsNotNull() {
    assertThat(JsonEquality.same(MissingNode.getInstance(), NullNode.getInstance())).isFalse();
  }

  @Test
  void comparesHugeExponentsAtOnce() {
    JsonNode huge = DecimalNode.valueOf(new BigDecimal("1E+1000000000"));
    JsonNode tiny = DecimalNode.valueOf(new BigDecimal("1E-1000000000"));

    assertThat(JsonEquality.compareNumbers(huge, IntNode.valueOf(1))).isPositive();
    assertThat(JsonEquality.compareNumbers(tiny, huge)).isNegative();
    assertThat(JsonEquality.same(huge, huge.deepCopy())).isTrue();
    assertThat(JsonEquality.hash(huge))
        .isEqualTo(JsonEquality.hash(DecimalNode.valueOf(new BigDecimal("1.0E+1000000000"))));
  }

  @Test
  void ordersWhatIsNoNumberToJavaAsJavaDoes() {
    JsonNode nan = DoubleNode.valueOf(Double.NaN);
    JsonNode infinity = DoubleNode.valueOf(Double.POSITIVE_INFINITY);
    JsonNode beyondDouble = DecimalNode.valueOf(new BigDecimal("1E+400"));

    assertThat(JsonEquality.compareNumbers(infinity, beyondDouble)).isPositive();
    assertThat(JsonEquality.compareNumbers(nan, infinity)).isPositive();
    assertThat(JsonEquality.same(nan, DoubleNode.valueOf(Double.NaN))).isTrue();
    assertThat(JsonEquality.same(infinity, beyondDouble)).isFalse();
  }

  @Test
  void comparesOnlyNumbers() {
    assertThatThrownBy(
            () -> JsonEquality.compareNumbers(IntNode.valueOf(1), NullNode.getInstance()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSetOfValuesByMeaningHoldsEachOnce() {
    Set<ByMeaning> values = new HashSet<>();
    for (JsonNode value :
        Json.parse("[1,1.0,\"1\",[1],[1.0],{\"a\":1,\"b\":2},{\"b\":2,\"a\":1.0}]")) {
      values.add(new ByMeaning(value));
    }

    assertThat(values).hasSize(4);
  }

  @Property
  void equalityIsReflexiveAndSymmetricAndAgreesWithTheHash(
      @ForAll("values") JsonNode a, @ForAll("values") JsonNode b) {
    assertThat(JsonEquality.same(a, a.deepCopy())).isTrue();
    assertThat(JsonEquality.hash(a)).isEqualTo(JsonEquality.hash(a.deepCopy()));
    boolean same = JsonEquality.same(a, b);
    assertThat(JsonEquality.same(b, a)).isEqualTo(same);
    assertThat(same && JsonEquality.hash(a) != JsonEquality.hash(b)).isFalse();
  }

  @Property
  void respellingAndReorderingKeepsTheMeaning(@ForAll("values") JsonNode value) {
    JsonNode other = respelled(value);

    assertThat(JsonEquality.same(value, other)).isTrue();
    assertThat(JsonEquality.hash(value)).isEqualTo(JsonEquality.hash(other));
  }

  @Property
  void comparingNumbersIsATotalOrderThatAgreesWithEquality(
      @ForAll("numbers") JsonNode a, @ForAll("numbers") JsonNode b, @ForAll("numbers") JsonNode c) {
    int ab = JsonEquality.compareNumbers(a, b);
    assertThat(Integer.signum(JsonEquality.compareNumbers(b, a))).isEqualTo(-Integer.signum(ab));
    assertThat(ab == 0).isEqualTo(JsonEquality.same(a, b));
    if (ab <= 0 && JsonEquality.compareNumbers(b, c) <= 0) {
      assertThat(JsonEquality.compareNumbers(a, c)).isLessThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonValues.any();
  }

  @Provide
  Arbitrary<JsonNode> numbers() {
    return JsonValues.numbers();
  }

  private static JsonNode respelled(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return DecimalNode.valueOf(number.setScale(number.scale() + 2));
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> array.add(respelled(item)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(value.properties());
      Collections.reverse(fields);
      fields.forEach(field -> object.set(field.getKey(), respelled(field.getValue())));
      return object;
    }
    return value;
  }
}
