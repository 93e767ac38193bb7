package io.asl4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.mock.MockSession;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the Task states of a machine under test.
 *
 * <p>A state name wins over a resource, a resource over a pattern, a longer pattern over a shorter
 * one, and a mock with an item or a condition over one without. A call that no mock answers fails
 * the test, and so does one that two mocks are for. Not safe for use by several threads; each run
 * counts calls for itself.
 */
public final class Mocks {

  private static final StackWalker STACK = StackWalker.getInstance();

  private final List<Mock> mocks = new ArrayList<>();
  private final List<MockRule> given = new ArrayList<>();

  /** No mocks yet. */
  public Mocks() {}

  /** Answers a Task state by its name, wherever it is; asked again, it gives the same mock. */
  public Mock state(String name) {
    return shared(new MockRule.Target.OfState(name));
  }

  /** Answers a Task state in one iteration, counted from 0, of the Map right around it. */
  public Mock state(String name, int item) {
    return add(new MockRule.Target.OfState(name), OptionalInt.of(item), null);
  }

  /** Answers a Task state when its effective input fits. */
  public Mock state(String name, Predicate<JsonNode> when) {
    return add(new MockRule.Target.OfState(name), OptionalInt.empty(), when);
  }

  /**
   * Answers Task states by their resource; asked again, it gives the same mock.
   *
   * @param pattern a whole resource, or one in which {@code *} stands for any text
   */
  public Mock resource(String pattern) {
    return shared(new MockRule.Target.OfResource(pattern));
  }

  /** Answers Task states by their resource when their effective input fits. */
  public Mock resource(String pattern, Predicate<JsonNode> when) {
    return add(new MockRule.Target.OfResource(pattern), OptionalInt.empty(), when);
  }

  /** Adds a rule that was read from elsewhere, such as a file. */
  public Mocks add(MockRule rule) {
    given.add(rule);
    return this;
  }

  /** Forgets all mocks. */
  public Mocks clear() {
    mocks.clear();
    given.clear();
    return this;
  }

  private Mock shared(MockRule.Target target) {
    for (Mock mock : mocks) {
      if (mock.isFor(target)) {
        return mock;
      }
    }
    return add(target, OptionalInt.empty(), null);
  }

  private Mock add(MockRule.Target target, OptionalInt item, @Nullable Predicate<JsonNode> when) {
    Mock mock = new Mock(target, item, when, caller());
    mocks.add(mock);
    return mock;
  }

  /** Where the mock is written, so that a message can lead there. */
  private static String caller() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> !frame.getClassName().equals(Mocks.class.getName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse(""));
  }

  MockSession open() {
    List<MockRule> rules = new ArrayList<>(given);
    mocks.forEach(mock -> rules.add(mock.rule()));
    return new MockSession(rules);
  }

  List<MockRule> rules() {
    List<MockRule> rules = new ArrayList<>(given);
    mocks.forEach(mock -> rules.add(mock.rule()));
    return List.copyOf(rules);
  }
}
