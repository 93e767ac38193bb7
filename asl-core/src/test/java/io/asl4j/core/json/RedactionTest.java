package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

  private final Redaction redaction = Redaction.standard();

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  @Test
  void theValueOfATellingFieldIsTakenOutHoweverItIsSpelled() {
    assertThat(
            redaction.apply(
                json(
                    "{'user': 'ada', 'dbPassword': 'x', 'API_KEY': 7, 'nested': [{'Authorization':"
                        + " 'Bearer abc'}], 'clientSecret': {'value': ['p', null]}, 'TaskToken':"
                        + " 't'}")))
        .isEqualTo(
            json(
                "{'user': 'ada', 'dbPassword': 'redacted', 'API_KEY': 'redacted', 'nested':"
                    + " [{'Authorization': 'redacted'}], 'clientSecret': {'value': ['redacted',"
                    + " null]}, 'TaskToken': 'redacted'}"));
  }

  @Test
  void theSameTextIsTakenOutWhereverElseItOccurs() {
    assertThat(redaction.apply(json("{'password': 'geheim', 'url': 'db://ada:geheim@host'}")))
        .isEqualTo(json("{'password': 'redacted', 'url': 'db://ada:redacted@host'}"));
  }

  @Test
  void pointersNameOneValueAndAStarStepAnyOfThem() {
    Redaction pointed = Redaction.none().and(List.of("/card/number", "/items/*/note"));

    assertThat(
            pointed.apply(
                json(
                    "{'card': {'number': 4111, 'kind': 'v'}, 'number': 1, 'items': [{'note': 'a'},"
                        + " {'note': 'b', 'card': {'number': 2}}]}")))
        .isEqualTo(
            json(
                "{'card': {'number': 'redacted', 'kind': 'v'}, 'number': 1, 'items': [{'note':"
                    + " 'redacted'}, {'note': 'redacted', 'card': {'number': 2}}]}"));
  }

  @Test
  void theValueThatWasGivenStaysAsItIs() {
    JsonNode given = json("{'password': 'geheim', 'a': [{'b': 'geheim'}]}");
    JsonNode before = given.deepCopy();

    redaction.apply(given);

    assertThat(given).isEqualTo(before);
  }

  @Test
  void expressionsAreSparedOnlyWhenAsked() {
    JsonNode definition =
        json("{'password.$': '$.db.password', 'secret': '{% $states.input.s %}', 'token': '$.t'}");

    assertThat(redaction.sparingExpressions().apply(definition)).isEqualTo(definition);
    assertThat(redaction.apply(json("{'password': '$.cr3t'}")))
        .isEqualTo(json("{'password': 'redacted'}"));
  }

  @Test
  void aTextLosesWhatFollowsATellingName() {
    assertThat(redaction.text("cannot log in: user=ada, password=geheim; retry"))
        .isEqualTo("cannot log in: user=ada, password=redacted; retry");
    assertThat(redaction.text("header Authorization: Bearer abc.def refused"))
        .isEqualTo("header Authorization: redacted refused");
    assertThat(redaction.text("got \"apiKey\": \"a b \\\" c\", \"n\": 1"))
        .isEqualTo("got \"apiKey\": redacted, \"n\": 1");
    assertThat(redaction.text("{\"apiKey\": \"abc\", \"n\": 1}"))
        .isEqualTo("{\"apiKey\":\"redacted\",\"n\":1}");
    assertThat(redaction.text("{not json, password: x}"))
        .isEqualTo("{not json, password: redacted}");
  }

  @Test
  void aLongTextOfOneWordTakesNoTimeWorthMentioning() {
    String word = "w".repeat(1_000_000);

    assertThat(redaction.text(word)).isEqualTo(word);
    assertThat(redaction.text("password=" + word)).isEqualTo("password=redacted");
  }

  @Test
  void anExceptionKeepsItsTraceAndLosesTheSecretsOfAllItsMessages() {
    Exception cause = new IllegalStateException("password=geheim");
    Exception original = new IllegalArgumentException("apiKey: abc", cause);
    original.addSuppressed(new IllegalStateException("token=t1"));
    cause.initCause(original);

    Throwable shown = redaction.thrown(original);

    assertThat(shown).hasMessage("java.lang.IllegalArgumentException: apiKey: redacted");
    assertThat(shown.getStackTrace()).isEqualTo(original.getStackTrace());
    assertThat(shown.getCause())
        .hasMessage("java.lang.IllegalStateException: password=redacted")
        .hasNoCause();
    assertThat(shown.getSuppressed()[0])
        .hasMessage("java.lang.IllegalStateException: token=redacted");
  }

  @Test
  void withoutRulesNothingIsTouched() {
    JsonNode value = json("{'password': 'geheim'}");

    assertThat(Redaction.none().apply(value)).isSameAs(value);
    assertThat(Redaction.none().text("password=x")).isEqualTo("password=x");
  }
}
