package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestFailed;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One case of a test file: what a machine is started with, how its tasks are answered, and what is
 * expected. Immutable.
 *
 * @param name unique in its file
 * @param file the file it stands in, for messages
 * @param line where it stands there, from 1
 * @param definition the machine
 * @param input what it is started with
 * @param start what its clock shows first; empty for {@link TestRun#DEFAULT_START}
 * @param seed of its random numbers and the turns of its branches
 * @param express whether it runs as an Express execution
 * @param strict whether a mock that was never reached fails it
 * @param mocks how tasks are answered
 * @param expect what is expected
 */
public record TestCase(
    String name,
    String file,
    int line,
    Definition definition,
    JsonNode input,
    Optional<Instant> start,
    long seed,
    boolean express,
    boolean strict,
    List<MockRule> mocks,
    Expectation expect) {

  /** Keeps its own copy. */
  public TestCase {
    mocks = List.copyOf(mocks);
  }

  /** The same with another seed. */
  public TestCase withSeed(long number) {
    return new TestCase(
        name, file, line, definition, input, start, number, express, strict, mocks, expect);
  }

  /**
   * Runs the case.
   *
   * @param observer is shown what the execution did
   */
  public CaseResult run(Consumer<Trace> observer) {
    Mocks answers = new Mocks();
    mocks.forEach(answers::add);
    TestRun run = TestRun.of(definition).with(answers).seed(seed).observedBy(observer);
    start.ifPresent(run::startingAt);
    if (express) {
      run.express();
    }
    if (strict) {
      run.strict();
    }
    try {
      TestExecution execution = run.execute(input);
      return new CaseResult(this, expect.problems(execution), Optional.of(execution));
    } catch (TestFailed failed) {
      return new CaseResult(this, List.of(String.valueOf(failed.getMessage())), Optional.empty());
    }
  }
}
