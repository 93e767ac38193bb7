/** Amazon States Language: state machines written in Java. */
module io.asl4j.builder {
  requires transitive io.asl4j.core;
  requires static transitive org.jspecify;

  exports io.asl4j.builder;
}
