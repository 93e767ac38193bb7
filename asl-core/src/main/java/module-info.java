/** Amazon States Language: from text to a checked, immutable state machine. */
module io.asl4j.core {
  requires transitive com.fasterxml.jackson.databind;
  requires json.path;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine;

  exports io.asl4j.core;
  exports io.asl4j.core.diagnostic;
  exports io.asl4j.core.graph;
  exports io.asl4j.core.json;
  exports io.asl4j.core.lint;
  exports io.asl4j.core.model;
  exports io.asl4j.core.parse;
  exports io.asl4j.core.query;
  exports io.asl4j.core.query.jsonata;
  exports io.asl4j.core.query.jsonpath;
  exports io.asl4j.core.template;
  exports io.asl4j.core.validate;
}
