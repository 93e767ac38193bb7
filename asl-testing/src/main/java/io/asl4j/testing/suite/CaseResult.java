package io.asl4j.testing.suite;

import java.util.List;

/**
 * What came of a case. Immutable.
 *
 * @param test the case
 * @param problems what was expected and did not come, each a text of some lines; empty if it passed
 */
public record CaseResult(TestCase test, List<String> problems) {

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
