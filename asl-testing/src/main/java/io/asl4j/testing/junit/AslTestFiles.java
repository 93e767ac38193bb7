package io.asl4j.testing.junit;

import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.testing.TestFailed;
import io.asl4j.testing.suite.CaseResult;
import io.asl4j.testing.suite.TestCase;
import io.asl4j.testing.suite.TestFile;
import io.asl4j.testing.trace.Trace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Test files as JUnit tests: one for each case, whose source is its line in the file.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> cases() throws IOException {
 *   return AslTestFiles.in(Path.of("src/main/asl"));
 * }
 * }</pre>
 */
public final class AslTestFiles {

  private AslTestFiles() {}

  /**
   * The test files of a folder and its subfolders, or one file.
   *
   * @throws IOException if there is none
   */
  public static Stream<DynamicNode> in(Path path) throws IOException {
    return in(path, trace -> {});
  }

  /**
   * The same.
   *
   * @param observer is shown what each execution did, such as a coverage
   */
  public static Stream<DynamicNode> in(Path path, Consumer<Trace> observer) throws IOException {
    var files = TestFile.find(path);
    if (files.isEmpty()) {
      throw new IOException("There is no *.asltest.yaml in " + path.toAbsolutePath() + ".");
    }
    return files.stream().map(file -> container(file, observer));
  }

  private static DynamicNode container(Path path, Consumer<Trace> observer) {
    URI source = path.toAbsolutePath().toUri();
    String name = String.valueOf(path.getFileName());
    TestFile file = TestFile.read(path);
    if (file.diagnostics().hasErrors()) {
      return DynamicTest.dynamicTest(
          name,
          source,
          () -> {
            throw new TestFailed(
                "The test file cannot be run.\n"
                    + DiagnosticPrinter.plain().print(file.diagnostics()));
          });
    }
    return DynamicContainer.dynamicContainer(
        name, source, file.cases().stream().map(test -> test(source, test, observer)));
  }

  private static DynamicNode test(URI source, TestCase test, Consumer<Trace> observer) {
    return DynamicTest.dynamicTest(
        test.name(),
        URI.create(source + "?line=" + test.line()),
        () -> {
          CaseResult result = test.run(observer);
          if (!result.passed()) {
            throw new TestFailed(result.message());
          }
        });
  }
}
