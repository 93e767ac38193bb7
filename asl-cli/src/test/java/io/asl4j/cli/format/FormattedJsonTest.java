package io.asl4j.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonText;
import io.asl4j.core.json.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FormattedJsonTest {

  private static final String UNTIDY =
      """
      // top
      { // open
        "StartAt": "A", // start
        /* block */ "States": {
          "A": {"End": true, "Type": "Pass", "Result": [1, 2.50, "x\\u0041"] /* r */,
            "Parameters": {"z": ${hole}, "a": {}}, },
          // last
        },
      }
      // end
      """;

  @Test
  void keepsCommentsAndScalarsAndCanOrderFields() {
    assertThat(FormattedJson.of(SourceText.of(UNTIDY), true))
        .isEqualTo(
            """
            // top
            {
              // open
              "StartAt": "A", // start
              /* block */
              "States": {
                "A": {
                  "Type": "Pass",
                  "Result": [1, 2.50, "x\\u0041"], /* r */
                  "Parameters": {
                    "z": ${hole},
                    "a": {}
                  },
                  "End": true
                }
                // last
              }
            }
            // end
            """);
  }

  @Test
  void leavesTheOrderAloneUnlessAskedFor() {
    assertThat(FormattedJson.of(SourceText.of(UNTIDY), false))
        .containsSubsequence("\"End\"", "\"Type\"");
  }

  @Test
  void formattingTwiceChangesNothing() {
    String once = FormattedJson.of(SourceText.of(UNTIDY), true);

    assertThat(FormattedJson.of(SourceText.of(once), true)).isEqualTo(once);
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> FormattedJson.of(SourceText.of("x.json", "{"), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x.json:1:");
  }

  /** Values as definitions may hold, with members that have an order and such that have none. */
  @Provide
  Arbitrary<JsonNode> values() {
    Arbitrary<String> names =
        Arbitraries.of(
            "StartAt", "States", "Type", "End", "Next", "Comment", "a b", "\u00e9\"\\", "");
    Arbitrary<JsonNode> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(TextNode::valueOf),
            Arbitraries.bigDecimals().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.of(true, false).map(BooleanNode::valueOf),
            Arbitraries.just(NullNode.getInstance()));
    return Arbitraries.recursive(
        () -> scalars,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(FormattedJsonTest::array),
                Arbitraries.maps(names, inner).ofMaxSize(5).map(FormattedJsonTest::object)),
        0,
        4);
  }

  @Property(tries = 300)
  void formattingKeepsMeaningAndCommentsAndIsDoneInOneGo(
      @ForAll("values") JsonNode value, @ForAll Random random, @ForAll boolean isOrdered) {
    List<String> comments = new ArrayList<>();
    String untidy = untidy(Json.write(value), random, comments);

    String formatted = FormattedJson.of(SourceText.of(untidy), isOrdered);

    assertThat(JsonText.readWithComments(SourceText.of(formatted)).root()).isEqualTo(value);
    assertThat(FormattedJson.of(SourceText.of(formatted), isOrdered)).isEqualTo(formatted);
    assertThat(comments).allMatch(formatted::contains);
  }

  /** Puts white space and comments between the tokens of a text. */
  private static String untidy(String json, Random random, List<String> comments) {
    StringBuilder text = new StringBuilder();
    boolean isInText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean isSign = !isInText && "{}[],:".indexOf(c) >= 0;
      text.append(c);
      if (c == '\\' && isInText) {
        text.append(json.charAt(++i));
      } else if (c == '"') {
        isInText = !isInText;
      }
      if (isSign && random.nextInt(4) == 0) {
        String comment = "c" + comments.size() + " said";
        boolean isLine = random.nextBoolean();
        comments.add(comment);
        text.append(isLine ? " // " + comment + "\n" : "\t/* " + comment + " */ ");
      }
    }
    return text.toString();
  }

  private static JsonNode array(List<JsonNode> items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items);
  }

  private static JsonNode object(Map<String, JsonNode> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    members.forEach(object::set);
    return object;
  }
}
