/** Amazon States Language: unit tests for state machines. */
module io.asl4j.testing {
  requires transitive io.asl4j.runtime;
  requires static transitive org.jspecify;

  exports io.asl4j.testing.replay;
  exports io.asl4j.testing.tasks;
}
