package io.asl4j.examples;

import io.asl4j.testing.junit.AslTestFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Runs the test files beside the definitions. */
class ExampleTestFilesTest {

  @TestFactory
  Stream<DynamicNode> order() throws IOException {
    return AslTestFiles.in(Path.of("order"));
  }

  @TestFactory
  Stream<DynamicNode> approval() throws IOException {
    return AslTestFiles.in(Path.of("approval"));
  }

  @TestFactory
  Stream<DynamicNode> renewal() throws IOException {
    return AslTestFiles.in(Path.of("renewal"));
  }

  @TestFactory
  Stream<DynamicNode> pipeline() throws IOException {
    return AslTestFiles.in(Path.of("pipeline"));
  }
}
