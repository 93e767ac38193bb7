package io.asl4j.testing.docs;

import io.asl4j.testing.junit.AslTestFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class RefundCasesTest {

  @TestFactory
  Stream<DynamicNode> cases() throws IOException {
    return AslTestFiles.in(Path.of("src/test/resources/io/asl4j/testing/docs"));
  }
}
