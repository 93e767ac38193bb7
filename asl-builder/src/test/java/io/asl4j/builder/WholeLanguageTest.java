package io.asl4j.builder;

import static io.asl4j.builder.JsonPath.and;
import static io.asl4j.builder.JsonPath.not;
import static io.asl4j.builder.JsonPath.or;
import static io.asl4j.builder.JsonPath.variable;
import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.Json;
import io.asl4j.core.model.ResultWriter;
import io.asl4j.core.model.Retrier.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What methods write that do more than set one field. */
class WholeLanguageTest {

  private static String json(Part<?> part) {
    return Json.write(part.definition());
  }

  @Test
  void conditionsNest() {
    assertThat(
            json(
                JsonPath.choice("C")
                    .when(
                        and(
                            variable("$.a").isPresent(true),
                            or(
                                variable("$.b").stringMatches("x*"),
                                not(variable("$.c").isNull(true)))),
                        "Yes")
                    .otherwise("No")))
        .isEqualTo(
            """
            {"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","IsPresent":true},\
            {"Or":[{"Variable":"$.b","StringMatches":"x*"},\
            {"Not":{"Variable":"$.c","IsNull":true}}]}],"Next":"Yes"}],"Default":"No"}\
            """);
  }

  @Test
  void waitsHaveOneOfTheirForms() {
    assertThat(json(JsonPath.waitSecondsPath("W", "$.s").seconds(3)))
        .isEqualTo("{\"Type\":\"Wait\",\"Seconds\":3}");
    assertThat(json(JsonPath.waitSeconds("W", 3).secondsPath("$.s")))
        .isEqualTo("{\"Type\":\"Wait\",\"SecondsPath\":\"$.s\"}");
    assertThat(json(JsonPath.waitTimestamp("W", Instant.EPOCH).timestampPath("$.t")))
        .isEqualTo("{\"Type\":\"Wait\",\"TimestampPath\":\"$.t\"}");
    assertThat(json(JsonPath.waitTimestampPath("W", "$.t").timestamp(Instant.EPOCH)))
        .isEqualTo("{\"Type\":\"Wait\",\"Timestamp\":\"1970-01-01T00:00:00Z\"}");
    assertThat(json(Jsonata.waitTimestamp("W", "{% $t %}").seconds("{% $s %}")))
        .isEqualTo("{\"Type\":\"Wait\",\"Seconds\":\"{% $s %}\"}");
    assertThat(json(Jsonata.waitFor("W", Duration.ofHours(1)).timestamp(Instant.EPOCH)))
        .isEqualTo("{\"Type\":\"Wait\",\"Timestamp\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void aStateGoesOnOrEnds() {
    assertThat(json(JsonPath.pass("P").end().next("Q")))
        .isEqualTo("{\"Type\":\"Pass\",\"Next\":\"Q\"}");
    assertThat(json(JsonPath.pass("P").next("Q").end()))
        .isEqualTo("{\"Type\":\"Pass\",\"End\":true}");
  }

  @Test
  void whatIsDroppedIsNull() {
    assertThat(json(JsonPath.pass("P").discardInput().discardResult().discardOutput()))
        .isEqualTo(
            "{\"Type\":\"Pass\",\"InputPath\":null,\"ResultPath\":null,\"OutputPath\":null}");
    assertThat(json(JsonPath.catcher("E").discardResult()))
        .isEqualTo("{\"ErrorEquals\":[\"E\"],\"ResultPath\":null}");
  }

  @Test
  void listsGrow() {
    assertThat(
            json(
                JsonPath.task("T", "r")
                    .assign("a", 1)
                    .assignPath("b", "$.b")
                    .retry(JsonPath.retrier("A", "B").jitterStrategy(Jitter.FULL))
                    .retry(JsonPath.retrier("C"))
                    .catches(JsonPath.catcher("D").next("X"))
                    .roleArn("arn")))
        .isEqualTo(
            """
            {"Type":"Task","Resource":"r","Assign":{"a":1,"b.$":"$.b"},\
            "Retry":[{"ErrorEquals":["A","B"],"JitterStrategy":"FULL"},{"ErrorEquals":["C"]}],\
            "Catch":[{"ErrorEquals":["D"],"Next":"X"}],"Credentials":{"RoleArn":"arn"}}\
            """);
  }

  @Test
  void aDistributedMapHasAllItsParts() {
    JsonataMap map =
        Jsonata.map(
                "All",
                Jsonata.itemProcessor(List.of(Jsonata.pass("One").end()))
                    .startAt("One")
                    .comment("each")
                    .distributedExpress())
            .itemReader(
                Jsonata.itemReader("arn:aws:states:::s3:getObject")
                    .arguments(Map.of("Bucket", "b", "Key", "{% $states.input.key %}"))
                    .inputType(ReaderConfig.InputType.CSV)
                    .csvHeaders("id", "name")
                    .csvDelimiter(ReaderConfig.CsvDelimiter.TAB)
                    .maxItems("{% 10 %}"))
            .itemBatcher(Jsonata.itemBatcher().maxItemsPerBatch(5).batchInput(Map.of("a", 1)))
            .resultWriter(
                Jsonata.resultWriter()
                    .writerConfig(
                        ResultWriter.Transformation.FLATTEN, ResultWriter.OutputType.JSONL))
            .label("all")
            .toleratedFailurePercentage(5)
            .end();

    assertThat(Jsonata.machine().states(map).build().toJson())
        .isEqualTo(
            """
            {"QueryLanguage":"JSONata","StartAt":"All","States":{"All":{"Type":"Map",\
            "ItemProcessor":{"Comment":"each","ProcessorConfig":{"Mode":"DISTRIBUTED",\
            "ExecutionType":"EXPRESS"},"StartAt":"One","States":{"One":{"Type":"Pass","End":true}}},\
            "ToleratedFailurePercentage":5,\
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject",\
            "Arguments":{"Bucket":"b","Key":"{% $states.input.key %}"},\
            "ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"GIVEN",\
            "CSVHeaders":["id","name"],"CSVDelimiter":"TAB","MaxItems":"{% 10 %}"}},\
            "ItemBatcher":{"MaxItemsPerBatch":5,"BatchInput":{"a":1}},\
            "ResultWriter":{"WriterConfig":{"Transformation":"FLATTEN","OutputType":"JSONL"}},\
            "Label":"all","End":true}}}\
            """);
  }
}
