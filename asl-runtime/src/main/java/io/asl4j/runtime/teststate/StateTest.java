package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test of one state of a machine, for unit tests.
 *
 * <pre>{@code
 * TestStateResult result =
 *     StateTest.of(machine, "Charge")
 *         .input("{\"amount\": 12}")
 *         .mockError("Payment.Declined", "no money")
 *         .run();
 *
 * assertThat(result.status()).isEqualTo(TestStatus.CAUGHT_ERROR);
 * assertThat(result.nextState()).contains("Cancel");
 * assertThat(result.inspection().afterParameters()).isPresent();
 * }</pre>
 *
 * <p>Runs at once, in modelled time; the same test gives the same result each time, random numbers
 * included. Texts that are JSON may be given as values instead. Not safe for use by several
 * threads.
 */
public final class StateTest {

  private static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  private final Subject subject;
  private JsonNode input = JsonNodeFactory.instance.objectNode();
  private JsonNode variables = JsonNodeFactory.instance.objectNode();
  private @Nullable ObjectNode context;
  private @Nullable String mockResult;
  private Mock.@Nullable ErrorOutput mockError;
  private FieldValidationMode validation = FieldValidationMode.STRICT;
  private @Nullable Long retries;
  private @Nullable Long failedIterations;
  private @Nullable String readerData;
  private TaskHandlers handlers = TaskHandlers.none();
  private ErrorNaming errors = ErrorNaming.standard();
  private Instant start = DEFAULT_START;
  private @Nullable Duration timeLimit;
  private long seed;

  private StateTest(Subject subject) {
    this.subject = subject;
  }

  /**
   * A test of a state of a machine, which may be inside a Map or Parallel state.
   *
   * @throws IllegalArgumentException if the machine has no such state
   */
  public static StateTest of(StateMachine machine, String stateName) {
    return new StateTest(
        Subject.find(machine, stateName)
            .orElseThrow(() -> new IllegalArgumentException(unknown(machine, stateName))));
  }

  private static String unknown(StateMachine machine, String stateName) {
    String hint =
        Nearest.to(stateName, Subject.names(machine))
            .map(name -> " Did you mean `" + name + "`?")
            .orElseGet(() -> " It has " + Subject.names(machine) + ".");
    return "The machine has no state `" + stateName + "`." + hint;
  }

  /** The raw input; an empty object by default. */
  public StateTest input(JsonNode value) {
    input = value;
    return this;
  }

  /** The raw input as JSON text. */
  public StateTest input(String json) {
    return input(parsed("input", json));
  }

  /** The variables that the state sees; none by default. */
  public StateTest variables(JsonNode object) {
    variables = object("variables", object);
    return this;
  }

  /** The variables that the state sees, as JSON text. */
  public StateTest variables(String json) {
    return variables(parsed("variables", json));
  }

  /** The whole context object; one is made up by default. */
  public StateTest context(JsonNode object) {
    context = object("context", object);
    return this;
  }

  /** The whole context object as JSON text. */
  public StateTest context(String json) {
    return context(parsed("context", json));
  }

  /** What the work of a Task, Parallel or Map state gives. */
  public StateTest mockResult(JsonNode value) {
    mockResult = Json.write(value);
    mockError = null;
    return this;
  }

  /** What the work of a Task, Parallel or Map state gives, as JSON text. */
  public StateTest mockResult(String json) {
    return mockResult(parsed("mock result", json));
  }

  /** The error that the work of a Task, Parallel or Map state fails with. */
  public StateTest mockError(String error, String cause) {
    mockError = new Mock.ErrorOutput(error, cause);
    mockResult = null;
    return this;
  }

  /** How a mocked result is checked against the answers of the service; strictly by default. */
  public StateTest fieldValidation(FieldValidationMode mode) {
    validation = mode;
    return this;
  }

  /** How often the retrier that handles the error was used before; never by default. */
  public StateTest retrierRetryCount(long count) {
    retries = notNegative("retry count", count);
    return this;
  }

  /** How many iterations of a Map state have failed; none by default. */
  public StateTest mapIterationFailureCount(long count) {
    failedIterations = notNegative("failure count", count);
    return this;
  }

  /** What the item reader of a Map state finds, in the reader's own format. */
  public StateTest mapItemReaderData(String data) {
    readerData = data;
    return this;
  }

  /** Who answers a Task state that is not mocked; nobody by default. */
  public StateTest handlers(TaskHandlers value) {
    handlers = value;
    return this;
  }

  /** What the exceptions of handlers are called; by the names of their classes by default. */
  public StateTest errors(ErrorNaming value) {
    errors = value;
    return this;
  }

  /** What the clock shows at the start; 2026-01-01T00:00:00Z by default. */
  public StateTest at(Instant value) {
    start = value;
    return this;
  }

  /**
   * How long the state may take in modelled time; for ever by default, though AWS gives it five
   * minutes.
   */
  public StateTest timeLimit(Duration value) {
    timeLimit = value;
    return this;
  }

  /** From which random numbers are drawn; 0 by default. */
  public StateTest seed(long value) {
    seed = value;
    return this;
  }

  /**
   * Runs the state.
   *
   * @throws TestStateRejected if the state has no work to mock, has work that needs a mock, or the
   *     mock cannot be what the work gives
   */
  public TestStateResult run() {
    StateConfiguration configuration =
        new StateConfiguration(retries, null, failedIterations, readerData);
    RequestCheck check = new RequestCheck(subject);
    MockedWork work = null;
    if (mockResult == null && mockError == null) {
      check.requireRunnable(true);
    } else {
      check.withMock(false, configuration);
      work = MockedWork.of(new Mock(mockResult, mockError, validation), subject);
    }
    Trial trial =
        new Trial(
            subject,
            subject.state().name(),
            input,
            variables,
            context,
            work,
            configuration,
            null,
            new Trial.Conditions(
                handlers,
                errors,
                start,
                timeLimit,
                Limits.unlimited(),
                "us-east-1",
                "123456789012",
                seed));
    return trial.run(
        new TestStateResult.Form(InspectionLevel.DEBUG, null, ShownStages.of(subject)));
  }

  private static long notNegative(String what, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "The %s cannot be negative, but is %d.".formatted(what, count));
    }
    return count;
  }

  private static JsonNode parsed(String what, String json) {
    try {
      return Json.parse(json);
    } catch (JsonSyntaxFailed notJson) {
      throw new IllegalArgumentException(
          "The %s is not JSON: %s".formatted(what, notJson.getMessage()), notJson);
    }
  }

  private static ObjectNode object(String what, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(
        "The %s must be a JSON object, but is %s."
            .formatted(what, value.getNodeType().name().toLowerCase(java.util.Locale.ROOT)));
  }
}
