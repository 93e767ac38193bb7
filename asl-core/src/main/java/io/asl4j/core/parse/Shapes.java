package io.asl4j.core.parse;

import static io.asl4j.core.parse.Exclusion.atMostOne;
import static io.asl4j.core.parse.Exclusion.exactlyOne;
import static io.asl4j.core.parse.Field.jsonPath;
import static io.asl4j.core.parse.Field.jsonata;
import static io.asl4j.core.parse.Field.optional;
import static io.asl4j.core.parse.Field.required;

import io.asl4j.core.parse.ValueType.Anything;
import io.asl4j.core.parse.ValueType.Characters;
import io.asl4j.core.parse.ValueType.CharactersOrNull;
import io.asl4j.core.parse.ValueType.Collection;
import io.asl4j.core.parse.ValueType.Decimal;
import io.asl4j.core.parse.ValueType.Elements;
import io.asl4j.core.parse.ValueType.Fields;
import io.asl4j.core.parse.ValueType.Moment;
import io.asl4j.core.parse.ValueType.OneOf;
import io.asl4j.core.parse.ValueType.Truth;
import io.asl4j.core.parse.ValueType.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of every kind of object in a definition but choice rules, which {@link ChoiceShapes}
 * has.
 *
 * <p>The tables follow what AWS accepts, which is in places more than the language specification
 * allows ({@code OutputPath} on Succeed) and in places less.
 *
 * @see <a href="https://states-language.net/#state-type-table">Amazon States Language, table of
 *     state types and fields</a>
 */
final class Shapes {

  /** The largest number of seconds, attempts and the like that AWS accepts. */
  static final long MAX_NUMBER = 99_999_999;

  private static final long MAX_RETRY_DELAY = 31_622_400;
  private static final long MAX_ITEMS = 100_000_000;
  private static final long MAX_BATCH_BYTES = 262_144;

  private static final ValueType ANYTHING = Anything.ANYTHING;
  private static final ValueType TEXT = new Characters();
  private static final ValueType TEXT_OR_NULL = new CharactersOrNull();
  private static final ValueType OBJECT = new Fields(false);
  private static final ValueType COMPUTABLE_OBJECT = new Fields(true);
  private static final ValueType ARRAY = new Elements(0);
  private static final ValueType FILLED_ARRAY = new Elements(1);
  private static final ValueType SECONDS = new Whole(1, MAX_NUMBER, true);
  private static final ValueType COUNT = new Whole(0, Long.MAX_VALUE, true);

  static final ValueType QUERY_LANGUAGE = oneOf("JSONPath", "JSONata");

  private static final List<Field> COMMON =
      List.of(
          required("Type", TEXT),
          optional("Comment", TEXT),
          optional("QueryLanguage", QUERY_LANGUAGE));
  private static final List<Field> TRANSITION =
      List.of(optional("Next", TEXT), optional("End", new Truth(false)));
  private static final List<Field> INPUT_OUTPUT =
      List.of(jsonPath("InputPath", TEXT_OR_NULL), jsonPath("OutputPath", TEXT_OR_NULL));
  private static final List<Field> RESULT =
      List.of(jsonPath("ResultPath", TEXT_OR_NULL), jsonPath("ResultSelector", COMPUTABLE_OBJECT));
  private static final List<Field> RECOVERY =
      List.of(optional("Retry", ARRAY), optional("Catch", ARRAY));
  private static final Field ASSIGN = optional("Assign", OBJECT);
  private static final Field OUTPUT = jsonata("Output", ANYTHING);
  private static final Field ARGUMENTS = jsonata("Arguments", COMPUTABLE_OBJECT);
  private static final Field PARAMETERS = jsonPath("Parameters", ANYTHING);

  static final Shape MACHINE =
      Shape.of("a state machine")
          .with(
              required("States", OBJECT),
              required("StartAt", TEXT),
              optional("Comment", TEXT),
              optional("Version", oneOf("1.0")),
              optional("TimeoutSeconds", new Whole(1, MAX_NUMBER, false)),
              optional("QueryLanguage", QUERY_LANGUAGE));

  static final Shape BRANCH =
      Shape.of("a branch")
          .with(required("States", OBJECT), required("StartAt", TEXT), optional("Comment", TEXT));

  static final Shape ITEM_PROCESSOR =
      Shape.of("an item processor")
          .with(
              required("States", OBJECT),
              required("StartAt", TEXT),
              optional("Comment", TEXT),
              optional("ProcessorConfig", OBJECT));

  static final Shape PROCESSOR_CONFIG =
      Shape.of("a processor configuration")
          .with(
              optional("Mode", oneOf("INLINE", "DISTRIBUTED")),
              optional("ExecutionType", oneOf("STANDARD", "EXPRESS")));

  static final Shape TASK =
      Shape.of("a Task state")
          .with(COMMON)
          .with(
              required("Resource", TEXT),
              PARAMETERS,
              ARGUMENTS,
              optional("TimeoutSeconds", SECONDS),
              jsonPath("TimeoutSecondsPath", TEXT),
              optional("HeartbeatSeconds", SECONDS),
              jsonPath("HeartbeatSecondsPath", TEXT),
              optional("Credentials", COMPUTABLE_OBJECT),
              ASSIGN,
              OUTPUT)
          .with(INPUT_OUTPUT)
          .with(RESULT)
          .with(RECOVERY)
          .with(TRANSITION)
          .excluding(
              atMostOne("TimeoutSeconds", "TimeoutSecondsPath"),
              atMostOne("HeartbeatSeconds", "HeartbeatSecondsPath"));

  static final Shape PARALLEL =
      Shape.of("a Parallel state")
          .with(COMMON)
          .with(required("Branches", FILLED_ARRAY), PARAMETERS, ARGUMENTS, ASSIGN, OUTPUT)
          .with(INPUT_OUTPUT)
          .with(RESULT)
          .with(RECOVERY)
          .with(TRANSITION);

  static final Shape MAP =
      Shape.of("a Map state")
          .with(COMMON)
          .with(
              optional("ItemProcessor", OBJECT),
              optional("Iterator", OBJECT),
              optional("ItemSelector", ANYTHING),
              PARAMETERS,
              jsonPath("ItemsPath", TEXT),
              jsonata("Items", new Collection()),
              optional("MaxConcurrency", COUNT),
              jsonPath("MaxConcurrencyPath", TEXT),
              optional("ToleratedFailureCount", COUNT),
              jsonPath("ToleratedFailureCountPath", TEXT),
              optional("ToleratedFailurePercentage", new Decimal(0, 100, true)),
              jsonPath("ToleratedFailurePercentagePath", TEXT),
              optional("ItemReader", OBJECT),
              optional("ItemBatcher", OBJECT),
              optional("ResultWriter", OBJECT),
              optional("Label", TEXT),
              ASSIGN,
              OUTPUT)
          .with(INPUT_OUTPUT)
          .with(RESULT)
          .with(RECOVERY)
          .with(TRANSITION)
          .excluding(
              exactlyOne("ItemProcessor", "Iterator"),
              atMostOne("ItemSelector", "Parameters"),
              atMostOne("MaxConcurrency", "MaxConcurrencyPath"),
              atMostOne("ToleratedFailureCount", "ToleratedFailureCountPath"),
              atMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath"));

  static final Shape PASS =
      Shape.of("a Pass state")
          .with(COMMON)
          .with(
              jsonPath("Result", ANYTHING),
              PARAMETERS,
              jsonPath("ResultPath", TEXT_OR_NULL),
              ASSIGN,
              OUTPUT)
          .with(INPUT_OUTPUT)
          .with(TRANSITION);

  static final Shape WAIT =
      Shape.of("a Wait state")
          .with(COMMON)
          .with(
              optional("Seconds", new Whole(0, MAX_NUMBER, true)),
              jsonPath("SecondsPath", TEXT),
              optional("Timestamp", new Moment()),
              jsonPath("TimestampPath", TEXT),
              ASSIGN,
              OUTPUT)
          .with(INPUT_OUTPUT)
          .with(TRANSITION)
          .excluding(exactlyOne("Seconds", "SecondsPath", "Timestamp", "TimestampPath"));

  static final Shape CHOICE =
      Shape.of("a Choice state")
          .with(COMMON)
          .with(required("Choices", FILLED_ARRAY), optional("Default", TEXT), ASSIGN, OUTPUT)
          .with(INPUT_OUTPUT);

  static final Shape SUCCEED =
      Shape.of("a Succeed state").with(COMMON).with(OUTPUT).with(INPUT_OUTPUT);

  static final Shape FAIL =
      Shape.of("a Fail state")
          .with(COMMON)
          .with(
              optional("Error", TEXT),
              jsonPath("ErrorPath", TEXT),
              optional("Cause", TEXT),
              jsonPath("CausePath", TEXT))
          .excluding(atMostOne("Error", "ErrorPath"), atMostOne("Cause", "CausePath"));

  static final Shape RETRIER =
      Shape.of("a retrier")
          .with(
              required("ErrorEquals", FILLED_ARRAY),
              optional("IntervalSeconds", new Whole(1, MAX_NUMBER, false)),
              optional("MaxAttempts", new Whole(0, MAX_NUMBER, false)),
              optional("BackoffRate", new Decimal(1, Long.MAX_VALUE, false)),
              optional("MaxDelaySeconds", new Whole(1, MAX_RETRY_DELAY, false)),
              optional("JitterStrategy", oneOf("FULL", "NONE")),
              optional("Comment", TEXT));

  static final Shape CATCHER =
      Shape.of("a catcher")
          .with(
              required("ErrorEquals", FILLED_ARRAY),
              required("Next", TEXT),
              jsonPath("ResultPath", TEXT_OR_NULL),
              OUTPUT,
              ASSIGN,
              optional("Comment", TEXT));

  static final Shape ITEM_READER =
      Shape.of("an item reader")
          .with(
              required("Resource", TEXT), PARAMETERS, ARGUMENTS, optional("ReaderConfig", OBJECT));

  static final Shape READER_CONFIG =
      Shape.of("a reader configuration")
          .with(
              optional("InputType", oneOf("CSV", "JSON", "JSONL", "PARQUET", "MANIFEST")),
              optional("ManifestType", oneOf("S3_INVENTORY", "ATHENA_DATA")),
              optional("Transformation", oneOf("NONE", "LOAD_AND_FLATTEN")),
              optional("CSVHeaderLocation", oneOf("FIRST_ROW", "GIVEN")),
              optional("CSVHeaders", FILLED_ARRAY),
              optional("CSVDelimiter", oneOf("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")),
              optional("ItemsPointer", TEXT),
              optional("MaxItems", new Whole(0, MAX_ITEMS, true)),
              jsonPath("MaxItemsPath", TEXT))
          .excluding(atMostOne("MaxItems", "MaxItemsPath"));

  static final Shape ITEM_BATCHER =
      Shape.of("an item batcher")
          .with(
              optional("MaxItemsPerBatch", new Whole(1, Long.MAX_VALUE, true)),
              jsonPath("MaxItemsPerBatchPath", TEXT),
              optional("MaxInputBytesPerBatch", new Whole(1, MAX_BATCH_BYTES, true)),
              jsonPath("MaxInputBytesPerBatchPath", TEXT),
              optional("BatchInput", COMPUTABLE_OBJECT))
          .excluding(
              atMostOne("MaxItemsPerBatch", "MaxItemsPerBatchPath"),
              atMostOne("MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"));

  static final Shape RESULT_WRITER =
      Shape.of("a result writer")
          .with(
              optional("Resource", TEXT), PARAMETERS, ARGUMENTS, optional("WriterConfig", OBJECT));

  static final Shape WRITER_CONFIG =
      Shape.of("a writer configuration")
          .with(
              optional("Transformation", oneOf("NONE", "COMPACT", "FLATTEN")),
              required("OutputType", oneOf("JSON", "JSONL")));

  /** The eight state types in the order in which AWS lists them. */
  private static final List<String> STATE_TYPES =
      List.of("Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map");

  private static final Map<String, Shape> STATES =
      Map.of(
          "Task", TASK,
          "Wait", WAIT,
          "Pass", PASS,
          "Succeed", SUCCEED,
          "Fail", FAIL,
          "Choice", CHOICE,
          "Parallel", PARALLEL,
          "Map", MAP);

  private Shapes() {}

  static List<String> stateTypes() {
    return STATE_TYPES;
  }

  /** The shape of a state type; empty if there is no such type. */
  static Optional<Shape> ofState(String type) {
    return Optional.ofNullable(STATES.get(type));
  }

  private static ValueType oneOf(String... words) {
    return new OneOf(List.of(words));
  }
}
