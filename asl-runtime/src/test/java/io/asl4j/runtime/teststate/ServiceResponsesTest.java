package io.asl4j.runtime.teststate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceResponsesTest {

  private final ServiceResponses responses = ServiceResponses.known();

  private static JsonNode facts() throws IOException {
    try (InputStream file = ServiceResponses.class.getResourceAsStream("service-responses.json")) {
      assertThat(file).isNotNull();
      return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static Stream<String> operations() throws IOException {
    List<String> names = new ArrayList<>();
    facts().path("operations").fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasAShapeOfKnownParts(String operation) {
    Optional<Shape> shape = responses.of(Resource.parse("arn:aws:states:::aws-sdk:" + operation));

    assertThat(shape).isPresent();
    resolveAll(shape.orElseThrow(), new HashSet<>());
  }

  private void resolveAll(Shape shape, Set<String> seen) {
    switch (shape) {
      case Shape.Named named -> {
        if (seen.add(named.name())) {
          resolveAll(responses.resolve(named), seen);
        }
      }
      case Shape.Structure structure ->
          structure.fields().values().forEach(field -> resolveAll(field.shape(), seen));
      case Shape.Listed listed -> resolveAll(listed.element(), seen);
      case Shape.Mapped mapped -> resolveAll(mapped.value(), seen);
      case Shape.Text text -> {}
      case Shape.Blob blob -> {}
      case Shape.Numeric numeric -> {}
      case Shape.OneOf oneOf -> assertThat(oneOf.values()).isNotEmpty();
      case Shape.Simple simple -> {}
    }
  }

  @Test
  void everyPolledOperationIsKnown() throws IOException {
    for (Map.Entry<String, JsonNode> polled : facts().path("polled").properties()) {
      assertThat(responses.of(Resource.parse("arn:aws:states:::" + polled.getKey())))
          .as(polled.getKey())
          .isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::http:invoke",
    "arn:aws:states:::apigateway:invoke",
    "arn:aws:states:::eks:call",
    "arn:aws:states:::eks:runJob.sync",
    "arn:aws:states:::lambda:invoke.waitForTaskToken",
    "arn:aws:states:::aws-sdk:polly:synthesizeSpeech",
    "arn:aws:lambda:us-east-1:123456789012:function:f",
    "arn:aws:states:us-east-1:123456789012:activity:a",
    "payments:charge"
  })
  void whatIsNotKnownOrNotCheckedHasNoShape(String resource) {
    assertThat(responses.of(Resource.parse(resource))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STRICT  | {"Name":"a"}                    | Required field 'Id' is missing
          STRICT  | {"Id":7}                        | Field 'Id' must be a string
          STRICT  | {"Id":null}                     | Field 'Id' must be a string
          STRICT  | {"Id":""}                       | Field 'Id' is smaller than the minimum length
          STRICT  | {"Id":"abcd"}                   | Field 'Id' exceeds the maximum length
          STRICT  | {"Id":"😀😀😀"}                 |
          STRICT  | {"Id":"a","Size":0}             | Field 'Size' is less than the minimum value
          STRICT  | {"Id":"a","Size":10.5}          | Field 'Size' exceeds the maximum value
          STRICT  | {"Id":"a","Size":10.0}          |
          STRICT  | {"Id":"a","Size":true}          | Field 'Size' must be a number
          STRICT  | {"Id":"a","Data":"AAAAAA=="}    |
          STRICT  | {"Id":"a","Data":"AAAAAAA="}    | Field 'Data' exceeds the maximum length
          STRICT  | {"Id":"a","When":5}             | Field 'When' must be a string
          STRICT  | {"Id":"a","Kind":"C"}           | Field 'Kind' is not an expected value
          STRICT  | {"Id":"a","Kind":1}             | Field 'Kind' must be a string
          STRICT  | {"Id":"a","Tags":{"x":1}}       | Field 'Tags' must be a string
          STRICT  | {"Id":"a","Tags":[]}            | Field 'Tags' must be an object
          STRICT  | {"Id":"a","Parts":[{"Id":"b"},{}]} | Required field 'Id' is missing
          STRICT  | {"Id":"a","Parts":{}}           | Field 'Parts' must be an array
          STRICT  | {"Id":"a","Parts":[3]}          | Field 'Parts' must be an object
          STRICT  | {"Id":"a","Other":[{}]}         |
          STRICT  | []                              | The result must be an object
          PRESENT | {}                              |
          PRESENT | {"Parts":[{"Id":3}]}            | Field 'Id' must be a string
          """)
  void aResultIsCheckedFieldByField(FieldValidationMode mode, String result, String fault) {
    Shape.Range upTo3 = range("1", "3");
    Shape.Structure shape =
        new Shape.Structure(
            Map.of(
                "Id", new Shape.Field(new Shape.Text(upTo3), true),
                "Size", new Shape.Field(new Shape.Numeric(range("1", "10")), false),
                "Data", new Shape.Field(new Shape.Blob(range("1", "4")), false),
                "When", new Shape.Field(Shape.Simple.TIMESTAMP, false),
                "Kind", new Shape.Field(new Shape.OneOf(Set.of("A", "B")), false),
                "Tags", new Shape.Field(new Shape.Mapped(new Shape.Text(Shape.Range.ANY)), false),
                "Parts",
                    new Shape.Field(
                        new Shape.Listed(
                            new Shape.Structure(
                                Map.of("Id", new Shape.Field(new Shape.Text(upTo3), true)))),
                        false)));

    Optional<String> found = new ResponseCheck(responses, mode).fault(Json.parse(result), shape);

    assertThat(found).isEqualTo(Optional.ofNullable(fault));
  }

  private static Shape.Range range(String min, String max) {
    return new Shape.Range(new java.math.BigDecimal(min), new java.math.BigDecimal(max));
  }
}
