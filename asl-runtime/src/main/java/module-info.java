/** Amazon States Language: the walk over a state machine, and the engine that runs it in memory. */
module io.asl4j.runtime {
  requires transitive io.asl4j.core;
  requires java.net.http;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.asl4j.runtime;
  exports io.asl4j.runtime.failure;
  exports io.asl4j.runtime.history;
  exports io.asl4j.runtime.map;
  exports io.asl4j.runtime.service;
  exports io.asl4j.runtime.task;
  exports io.asl4j.runtime.teststate;
  exports io.asl4j.runtime.walk;

  uses io.asl4j.runtime.map.ContentDecoder;
  uses io.asl4j.runtime.map.RecordFormat;
}
