package io.asl4j.core.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * One of the two query languages of a state machine: compiles text to expressions and templates.
 *
 * <p>Compiling never throws for bad text: each problem goes to the given consumer, and what comes
 * back for the bad part fails when it is evaluated.
 */
public interface QueryLanguage {

  /** The name as the {@code QueryLanguage} field spells it: {@code JSONPath} or {@code JSONata}. */
  String name();

  /**
   * Compiles JSON with queries in it.
   *
   * @param source the value of the field
   * @param location the field as AWS names it in messages, such as {@code Output} or {@code
   *     Catch[0]/Assign}
   * @param problems takes every problem found, with a pointer relative to {@code source}
   */
  Template template(JsonNode source, String location, Consumer<QueryProblem> problems);

  /**
   * Compiles one query.
   *
   * @param source the text of the query; in JSONata with its <code>{% %}</code>
   * @param location the field as AWS names it in messages, such as {@code Items} or {@code
   *     Choices[1]/Condition}
   * @param problems takes every problem found, with an empty pointer
   */
  Expression expression(String source, String location, Consumer<QueryProblem> problems);
}
