/** Amazon States Language: traces of executions for OpenTelemetry. */
module io.asl4j.opentelemetry {
  requires transitive io.asl4j.runtime;
  requires io.opentelemetry.api;
  requires io.opentelemetry.context;
  requires static transitive org.jspecify;

  exports io.asl4j.opentelemetry;
}
