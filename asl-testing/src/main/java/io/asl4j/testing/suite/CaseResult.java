package io.asl4j.testing.suite;

import io.asl4j.testing.TestExecution;
import java.util.List;
import java.util.Optional;

/**
 * What came of a case. Immutable.
 *
 * @param test the case
 * @param problems what was expected and did not come, each a text of some lines; empty if it passed
 * @param execution what was run; empty if the test itself was wrong, such as without a mock
 */
public record CaseResult(TestCase test, List<String> problems, Optional<TestExecution> execution) {

  /** Keeps its own copy. */
  public CaseResult {
    problems = List.copyOf(problems);
  }

  /** Whether everything came as expected. */
  public boolean passed() {
    return problems.isEmpty();
  }

  /** All problems, with the place of the case before them. */
  public String message() {
    return "%s:%d: %s\n%s"
        .formatted(test.file(), test.line(), test.name(), String.join("\n\n", problems));
  }
}
