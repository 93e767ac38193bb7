/** Amazon States Language: metrics of executions for Micrometer. */
module io.asl4j.micrometer {
  requires transitive io.asl4j.runtime;
  requires micrometer.core;
  requires static transitive org.jspecify;

  exports io.asl4j.micrometer;
}
