/** Amazon States Language: real workflows that embed the engine. */
module io.asl4j.examples {
  requires io.asl4j.builder;
  requires io.asl4j.runtime;
  requires static org.jspecify;

  opens io.asl4j.examples.approval to
      com.fasterxml.jackson.databind;
  opens io.asl4j.examples.order to
      com.fasterxml.jackson.databind;
  opens io.asl4j.examples.pipeline to
      com.fasterxml.jackson.databind;
}
