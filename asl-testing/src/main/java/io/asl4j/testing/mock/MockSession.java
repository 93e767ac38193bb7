package io.asl4j.testing.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.testing.tasks.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Mocks at work in one execution: counts calls from the first one, and notes what nobody answered.
 * Safe for use by the branches of the execution at once.
 */
public final class MockSession {

  /** The error name of a call that no mock answers. */
  public static final String NO_MOCK = "Test.NoMock";

  private final ReentrantLock lock = new ReentrantLock();
  private final List<MockRule> rules;
  private final Map<MockRule, Integer> calls = new HashMap<>();
  private final List<Callback> callbacks = new ArrayList<>();
  private @Nullable MockProblem problem;

  /** A session of its own for one execution. */
  public MockSession(List<MockRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** What answers all Task states. */
  public TaskHandlers handlers() {
    return TaskHandlers.builder().resource("*", this::handle).build();
  }

  /** The first call that was not answered. */
  public Optional<MockProblem> problem() {
    lock.lock();
    try {
      return Optional.ofNullable(problem);
    } finally {
      lock.unlock();
    }
  }

  /** The mocks that no call has reached, in the order they were written. */
  public List<MockRule> unreached() {
    lock.lock();
    try {
      return rules.stream().filter(rule -> !calls.containsKey(rule)).toList();
    } finally {
      lock.unlock();
    }
  }

  /** The tokens that were handed back, in order, with those that came too late. */
  public List<Callback> callbacks() {
    lock.lock();
    try {
      return List.copyOf(callbacks);
    } finally {
      lock.unlock();
    }
  }

  private JsonNode handle(TaskCall call) throws InterruptedException {
    MockRule rule = rule(call.request());
    int number = count(rule);
    Answering answering = rule.answering(number).orElse(null);
    if (answering == null) {
      throw unanswered(new MockProblem.NoAnswerLeft(call.request(), rule, number));
    }
    return new AnswerPlayer(call, ask(answering, rule, call), this::note).play();
  }

  private Answer ask(Answering answering, MockRule rule, TaskCall call) {
    try {
      return answering.answer(call);
    } catch (StateFailed failed) {
      throw failed;
    } catch (RuntimeException bug) {
      throw unanswered(new MockProblem.Broken(call.request(), rule, bug));
    }
  }

  private MockRule rule(TaskRequest request) {
    List<MockRule> best = new ArrayList<>();
    for (MockRule rule : rules) {
      if (!fits(rule, request)) {
        continue;
      }
      if (!best.isEmpty() && rule.rank() > best.getFirst().rank()) {
        best.clear();
      }
      if (best.isEmpty() || rule.rank() == best.getFirst().rank()) {
        best.add(rule);
      }
    }
    if (best.isEmpty()) {
      throw unanswered(new MockProblem.NoMock(request));
    }
    if (best.size() > 1) {
      throw unanswered(new MockProblem.Ambiguous(request, List.copyOf(best)));
    }
    return best.getFirst();
  }

  private boolean fits(MockRule rule, TaskRequest request) {
    try {
      return rule.fits(request);
    } catch (RuntimeException bug) {
      throw unanswered(new MockProblem.Broken(request, rule, bug));
    }
  }

  private int count(MockRule rule) {
    lock.lock();
    try {
      return calls.merge(rule, 1, Integer::sum) - 1;
    } finally {
      lock.unlock();
    }
  }

  private void note(Callback callback) {
    lock.lock();
    try {
      callbacks.add(callback);
    } finally {
      lock.unlock();
    }
  }

  /** Nothing in the machine may handle it: the test is wrong, not the workflow. */
  private StateFailed unanswered(MockProblem found) {
    lock.lock();
    try {
      if (problem == null) {
        problem = found;
      }
    } finally {
      lock.unlock();
    }
    return StateFailed.fatal(
        NO_MOCK, "No mock answers the state `%s`.".formatted(found.request().stateName()));
  }
}
