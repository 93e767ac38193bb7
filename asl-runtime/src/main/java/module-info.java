/** Amazon States Language: the walk over a state machine, and the engine that runs it in memory. */
module io.asl4j.runtime {
  requires transitive io.asl4j.core;
  requires org.slf4j;
}
