/** Amazon States Language: unit tests for state machines. */
module io.asl4j.testing {
  requires transitive io.asl4j.runtime;
  requires static org.assertj.core;
  requires static transitive org.jspecify;
  requires static org.junit.jupiter.api;
  requires static org.junit.platform.commons;

  exports io.asl4j.testing;
  exports io.asl4j.testing.assertion;
  exports io.asl4j.testing.check;
  exports io.asl4j.testing.coverage;
  exports io.asl4j.testing.junit;
  exports io.asl4j.testing.mock;
  exports io.asl4j.testing.replay;
  exports io.asl4j.testing.suite;
  exports io.asl4j.testing.tasks;
  exports io.asl4j.testing.trace;
}
