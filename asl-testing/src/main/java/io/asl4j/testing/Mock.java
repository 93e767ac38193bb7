package io.asl4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.testing.mock.Answering;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.tasks.Answer;
import io.asl4j.testing.tasks.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How calls of a Task state are answered: one answer after the other, the last one for all further
 * calls too.
 *
 * <pre>{@code
 * mocks.state("Charge").fails("Gateway.Busy").times(2).returns("{\"charged\": true}");
 * mocks.state("Approve").returns("{\"approved\": true}").after(Duration.ofHours(3));
 * }</pre>
 *
 * <p>Not safe for use by several threads; a run takes a copy.
 */
public final class Mock {

  private final MockRule.Target target;
  private final OptionalInt item;

  /** Null: for any input. */
  private final @Nullable Predicate<JsonNode> when;

  private final String origin;
  private final List<Answering> answers = new ArrayList<>();

  /** Whether the last answer can still be changed: not when it is to be given several times. */
  private boolean changeable;

  private boolean lastStays = true;

  Mock(
      MockRule.Target target, OptionalInt item, @Nullable Predicate<JsonNode> when, String origin) {
    this.target = target;
    this.item = item;
    this.when = when;
    this.origin = origin;
  }

  /**
   * The next call gives this result; for a callback task it comes with the token.
   *
   * @param json a JSON text
   * @throws io.asl4j.core.json.JsonSyntaxFailed if it is none
   */
  public Mock returns(String json) {
    return returns(Json.parse(json));
  }

  /** The next call gives this result; later changes of the tree do not show. */
  public Mock returns(JsonNode value) {
    return answers(Answer.of(new Outcome.Return(value.deepCopy())));
  }

  /** The next call fails with this error name and no cause. */
  public Mock fails(String error) {
    return answers(Answer.of(new Outcome.Fail(Optional.of(error), Optional.empty())));
  }

  /** The next call fails. */
  public Mock fails(String error, String cause) {
    return answers(Answer.of(new Outcome.Fail(Optional.of(error), Optional.of(cause))));
  }

  /** The next call gets no answer: only a timeout ends it, at the latest after 99,999,999 s. */
  public Mock hangs() {
    return answers(Answer.of(new Outcome.Never()));
  }

  /**
   * The next call is answered by a function of its input.
   *
   * @param function may throw {@link io.asl4j.runtime.failure.StateFailed}; it gets a copy
   */
  public Mock computes(UnaryOperator<JsonNode> function) {
    return answersBy(
        call -> Answer.of(new Outcome.Return(function.apply(call.arguments()).deepCopy())));
  }

  /** The next call is answered by a function of the whole call. */
  public Mock answersBy(Answering answering) {
    answers.add(answering);
    changeable = true;
    return this;
  }

  /** The next call is answered so. */
  public Mock answers(Answer answer) {
    return answersBy(call -> answer);
  }

  /** The answer before takes that long, in modelled time. */
  public Mock after(Duration duration) {
    return change(
        "after",
        answer -> new Answer(answer.outcome(), duration, answer.submitted(), answer.heartbeat()));
  }

  /** While the answer before is on its way, a heartbeat comes each time this long has passed. */
  public Mock heartbeatEvery(Duration every) {
    if (every.isZero() || every.isNegative()) {
      throw new IllegalArgumentException(
          "Heartbeats come at a distance above zero, got " + every + ".");
    }
    return change(
        "heartbeatEvery",
        answer ->
            new Answer(answer.outcome(), answer.after(), answer.submitted(), Optional.of(every)));
  }

  /** What the service answers to the hand-over of a job or a callback task; a JSON text. */
  public Mock submitted(String json) {
    Optional<JsonNode> response = Optional.of(Json.parse(json));
    return change(
        "submitted",
        answer -> new Answer(answer.outcome(), answer.after(), response, answer.heartbeat()));
  }

  /** The answer before is given to so many calls in a row. */
  public Mock times(int calls) {
    if (calls < 1 || answers.isEmpty()) {
      throw new IllegalStateException(
          "`times` repeats the answer before it once or more, got " + calls + ".");
    }
    Answering again = answers.getLast();
    for (int i = 1; i < calls; i++) {
      answers.add(again);
    }
    changeable = false;
    return this;
  }

  /**
   * Forgets the answers so far, such as those that all tests of a class share: what is said next
   * comes instead of them.
   */
  public Mock instead() {
    answers.clear();
    changeable = false;
    lastStays = true;
    return this;
  }

  /** One call more than there are answers fails the test. */
  public Mock only() {
    lastStays = false;
    return this;
  }

  private Mock change(String method, UnaryOperator<Answer> how) {
    if (!changeable) {
      throw new IllegalStateException(
          "`%s` changes the answer right before it: call it after returns, fails or hangs, and before times."
              .formatted(method));
    }
    Answering before = answers.removeLast();
    return answersBy(call -> how.apply(before.answer(call)));
  }

  MockRule rule() {
    return new MockRule(target, item, when, answers, lastStays, origin);
  }

  boolean isFor(MockRule.Target other) {
    return target.equals(other) && item.isEmpty() && when == null;
  }
}
