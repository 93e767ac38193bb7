package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.model.Resource;
import io.asl4j.core.model.State;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests of {@code TestState} as AWS Step Functions does: tests one state from a given
 * input, with mocks or with task handlers.
 *
 * <p>Time is modelled: a Wait state takes none. Mocked results are checked against the answers of
 * the service that a task calls, as far as those are known here: completely for Step Functions, for
 * about a hundred operations of other services; an operation that is not known is not checked.
 * Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html">AWS
 *     Step Functions, Testing state machines with TestState API</a>
 */
public final class TestState {

  private static final Duration LONGEST_TEST = Duration.ofMinutes(5);

  private final TaskHandlers handlers;
  private final ErrorNaming errors;
  private final InstantSource clock;
  private final @Nullable Duration timeLimit;
  private final String region;
  private final String account;

  private TestState(Builder builder) {
    handlers = builder.handlers;
    errors = builder.errors;
    clock = builder.clock;
    timeLimit = builder.timeLimit;
    region = builder.region;
    account = builder.account;
  }

  /** Sets up a tester. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Tests a state.
   *
   * @throws TestStateRejected if the request is not one that AWS would carry out
   */
  public TestStateResult run(TestStateRequest request) {
    TestStateRequest.Said said = request.said();
    String stateName = said.stateName();
    Subject subject =
        stateName == null
            ? Subject.alone(said.definition())
            : Subject.in(said.definition(), stateName);
    RequestCheck check = new RequestCheck(subject);
    Mock mock = said.mock();
    if (mock == null) {
      check.withoutMock(said);
    } else {
      check.withMock(said.revealSecrets(), said.configuration());
    }
    String inputText = said.input() == null ? "{}" : said.input();
    Trial trial =
        new Trial(
            subject,
            Subject.LONE_NAME,
            input(inputText),
            variables(said.variables()),
            context(said.context(), subject.state()),
            mock == null ? null : MockedWork.of(mock, subject),
            said.configuration(),
            said.roleArn(),
            conditions());
    return trial.run(
        new TestStateResult.Form(said.inspectionLevel(), inputText, ShownStages.of(subject)));
  }

  private Trial.Conditions conditions() {
    return new Trial.Conditions(
        handlers,
        errors,
        clock.instant(),
        timeLimit,
        Limits.aws(),
        region,
        account,
        UUID.randomUUID().getMostSignificantBits());
  }

  private static JsonNode input(String text) {
    try {
      return Json.parse(text);
    } catch (JsonSyntaxFailed notJson) {
      throw TestStateRejected.of(
          TestStateRejected.Code.INVALID_EXECUTION_INPUT,
          "Invalid State Machine Execution Input: '%s'".formatted(notJson.getMessage()));
    }
  }

  private static JsonNode variables(@Nullable String text) {
    if (text == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode variables;
    try {
      variables = Json.parse(text);
    } catch (JsonSyntaxFailed notJson) {
      throw TestStateRejected.validation(
          "Variables must be a JSON object: " + notJson.getMessage());
    }
    if (!variables.isObject()) {
      throw TestStateRejected.validation(
          "Variables must be a JSON object, such as {\"name\": \"value\"}.");
    }
    return variables;
  }

  private static @Nullable ObjectNode context(@Nullable String text, State state) {
    return text == null ? null : ContextCheck.read(text, hasToken(state));
  }

  private static boolean hasToken(State state) {
    return state instanceof State.Task task
        && (task.resource().pattern() != Resource.Pattern.REQUEST_RESPONSE
            || task.resource().kind() == Resource.Kind.ACTIVITY);
  }

  /** Sets up a tester; not safe for use by several threads. */
  public static final class Builder {

    private TaskHandlers handlers = TaskHandlers.none();
    private ErrorNaming errors = ErrorNaming.standard();
    private InstantSource clock = InstantSource.system();
    private @Nullable Duration timeLimit = LONGEST_TEST;
    private String region = "us-east-1";
    private String account = "123456789012";

    private Builder() {}

    /** Who answers Task states that are not mocked; nobody by default. */
    public Builder handlers(TaskHandlers value) {
      handlers = value;
      return this;
    }

    /** What the exceptions of handlers are called; by the names of their classes by default. */
    public Builder errors(ErrorNaming value) {
      errors = value;
      return this;
    }

    /** What the clock shows when a test begins; the machine's time by default. */
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /**
     * How long a state may take in modelled time before it fails with {@code States.Timeout}; five
     * minutes by default, as on AWS.
     */
    public Builder timeLimit(Duration value) {
      timeLimit = value;
      return this;
    }

    /** The region in ARNs; {@code us-east-1} by default. */
    public Builder region(String value) {
      region = value;
      return this;
    }

    /** The account in ARNs, twelve digits; a made-up one by default. */
    public Builder account(String value) {
      account = value;
      return this;
    }

    /** The tester. */
    public TestState build() {
      return new TestState(this);
    }
  }
}
