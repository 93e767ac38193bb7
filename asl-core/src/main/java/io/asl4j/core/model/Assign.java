package io.asl4j.core.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.query.Template;

/**
 * The variables that a state, a choice rule or a catcher assigns.
 *
 * @param isEmpty whether there is no {@code Assign} field
 * @param values gives an object: variable name to value
 */
public record Assign(boolean isEmpty, Template values) {

  /** No {@code Assign} field. */
  public static final Assign NOTHING =
      new Assign(true, Template.literal(JsonNodeFactory.instance.objectNode()));

  /** An {@code Assign} field. */
  public static Assign of(Template values) {
    return new Assign(false, values);
  }
}
