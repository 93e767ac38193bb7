package io.asl4j.testing.suite;

import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.testing.coverage.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The cases of some test files, to be run together. Immutable.
 *
 * @param files what was read
 * @param wanted which cases are run
 * @param seed in place of that of each case
 */
public record TestSuite(List<TestFile> files, Predicate<TestCase> wanted, OptionalLong seed) {

  /** Keeps its own copy. */
  public TestSuite {
    files = List.copyOf(files);
  }

  /** All cases of the files. */
  public static TestSuite of(List<TestFile> files) {
    return new TestSuite(files, test -> true, OptionalLong.empty());
  }

  /**
   * Runs the cases one after the other. A file with errors runs none of its cases, and says so in
   * the report.
   *
   * @param coverage counts what they reach, and knows the machines that none of them reaches
   */
  public SuiteReport run(Coverage coverage) {
    List<CaseResult> results = new ArrayList<>();
    Diagnostics diagnostics = Diagnostics.none();
    for (TestFile file : files) {
      diagnostics = diagnostics.and(file.diagnostics());
      Optional.of(file).flatMap(TestFile::definition).ifPresent(coverage::expect);
      for (TestCase test : file.cases()) {
        if (wanted.test(test)) {
          TestCase seeded = seed.isPresent() ? test.withSeed(seed.getAsLong()) : test;
          results.add(seeded.run(coverage));
        }
      }
    }
    return new SuiteReport(results, diagnostics);
  }
}
