/** Amazon States Language: real workflows that embed the engine. */
module io.asl4j.examples {
  requires io.asl4j.runtime;
}
