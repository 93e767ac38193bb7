/** Amazon States Language: unit tests for state machines. */
module io.asl4j.testing {
  requires transitive io.asl4j.runtime;
  requires static org.jspecify;

  exports io.asl4j.testing.tasks;
}
