package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Compares with another implementation of JSONata on generated expressions. Where both give a value
 * it must be the same one, and where one fails the other must not give a value, but for the
 * differences listed.
 */
class DashjoinAgreementTest {

  /** Expressions on which the other implementation is known to differ from JSONata itself. */
  private static final List<Pattern> KNOWN_DIFFERENCES =
      List.of(
          // It takes a single distinct element of a written array for the element itself.
          Pattern.compile("\\$distinct"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode INPUT =
      JsonataCase.json(
          """
          {"a": 1, "b": [1, 2, 3], "c": {"a": "x", "b": [{"a": 5}, {"a": 7, "b": "y"}]},
           "d": [{"a": 2, "b": [1]}, {"a": 3, "b": [1, 2]}, {"a": 2}], "t": "text", "n": null, "e": []}\
          """);

  @Provide
  Arbitrary<String> expressions() {
    return expression(3);
  }

  private static Arbitrary<String> expression(int depth) {
    Arbitrary<String> leaves =
        Arbitraries.of(
            "a",
            "b",
            "c",
            "d",
            "t",
            "e",
            "c.a",
            "c.b",
            "d.a",
            "d.b",
            "b[0]",
            "d[0]",
            "d[-1]",
            "d.b[0]",
            "(d.b)[0]",
            "1",
            "2",
            "0",
            "'x'",
            "'text'",
            "true",
            "missing",
            "[1,2]",
            "[]",
            "{'k': 1}",
            "$",
            "b[]",
            "a[]",
            "d[a=2]",
            "d[a=3].b",
            "c.*",
            "c.**.a");
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<String> inner = expression(depth - 1);
    return Arbitraries.oneOf(
        leaves,
        template("(%s + %s)", inner),
        template("(%s * %s)", inner),
        template("(%s = %s)", inner),
        template("(%s < %s)", inner),
        template("(%s & %s)", inner),
        template("(%s and %s)", inner),
        // Only what is no container: the other implementation finds one in what holds an equal one.
        template("(2 in %s)%.0s", inner),
        template("('x' in %s)%.0s", inner),
        template("(true in %s)%.0s", inner),
        template("[%s, %s]", inner),
        template("{'p': %s, 'q': %s}", inner),
        template("(%s).(%s)", inner),
        template("(%s)[%s]", inner),
        template("d.(%s ? %s)", inner),
        template("(%s)[0]%.0s", inner),
        template("$count(%s)%.0s", inner),
        template("$sum(%s)%.0s", inner),
        template("$string(%s)%.0s", inner),
        template("$append(%s, %s)", inner),
        template("$distinct(%s)%.0s", inner),
        template("$reverse(%s)%.0s", inner),
        template("$exists(%s)%.0s", inner),
        template("$type(%s)%.0s", inner),
        template("$boolean(%s)%.0s", inner),
        template("$keys(%s)%.0s", inner),
        template("$map(%s, function($v, $i){ $v })%.0s", inner),
        template("$filter(%s, function($v){ $v = %s })", inner),
        template("d^(a).(%s)%.0s", inner),
        template("d{$string(a): %s}%.0s", inner),
        template("( $v := %s; [$v, %s] )", inner));
  }

  private static Arbitrary<String> template(String template, Arbitrary<String> inner) {
    return Combinators.combine(inner, inner).as((left, right) -> template.formatted(left, right));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void bothGiveTheSame(@ForAll("expressions") String expression) {
    if (KNOWN_DIFFERENCES.stream().anyMatch(known -> known.matcher(expression).find())) {
      return;
    }
    Optional<JsonNode> other = other(expression);
    Optional<JsonNode> ours = ours(expression);

    assertThat(ours.isPresent())
        .as("%s: ours %s, other %s", expression, ours, other)
        .isEqualTo(other.isPresent());
    if (ours.isPresent() && other.isPresent()) {
      assertThat(JsonataCase.isSame(other.get(), ours.get()))
          .as("%s: ours %s, other %s", expression, ours.get(), other.get())
          .isTrue();
    }
  }

  /** Nothing when the expression fails. */
  private static Optional<JsonNode> ours(String expression) {
    try {
      return Optional.of(
          Jsonata.compile(expression, JsonataDialect.STANDARD)
              .evaluate(FixedEnvironment.of(INPUT)));
    } catch (JsonataFailed failed) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> other(String expression) {
    try {
      Object value =
          com.dashjoin.jsonata.Jsonata.jsonata(expression)
              .evaluate(JSON.convertValue(INPUT, Object.class));
      return Optional.of(
          value == null
              ? MissingNode.getInstance()
              : withoutWrittenNulls(JSON.<JsonNode>valueToTree(value)));
    } catch (JException failed) {
      return Optional.empty();
    }
  }

  /**
   * The other implementation writes a null into an empty array for which an object is constructed;
   * no array of the input holds nulls, so these are the ones that it wrote.
   */
  private static JsonNode withoutWrittenNulls(JsonNode value) {
    if (value instanceof ArrayNode array) {
      ArrayNode cleaned = JSON.createArrayNode();
      array.forEach(item -> cleaned.add(withoutWrittenNulls(item)));
      return cleaned.size() == 1 && cleaned.path(0).isNull() ? JSON.createArrayNode() : cleaned;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode cleaned = JSON.createObjectNode();
      object
          .properties()
          .forEach(field -> cleaned.set(field.getKey(), withoutWrittenNulls(field.getValue())));
      return cleaned;
    }
    return value;
  }
}
