package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Goes on at the first rule that holds.
 *
 * @see Jsonata#choice
 */
public final class JsonataChoice extends StateFields<JsonataChoice>
    implements JsonataState,
        Choosing<JsonataChoice>,
        JsonataOutput<JsonataChoice>,
        Assigning<JsonataChoice> {

  JsonataChoice(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataChoice with(ObjectNode changed) {
    return new JsonataChoice(name(), changed);
  }

  /** {@code Choices}: adds rules after those that are there. */
  public JsonataChoice choices(JsonataRule... rules) {
    return field("Choices", Data.appended(definition().path("Choices"), List.of(rules)));
  }

  /**
   * {@code Choices}: adds a rule that leads to a state.
   *
   * @param condition an expression in <code>{% %}</code> that gives a boolean
   */
  public JsonataChoice when(String condition, String next) {
    return choices(Jsonata.rule(condition).next(next));
  }

  /** {@code Choices}: adds a rule that leads to a state. */
  public JsonataChoice when(String condition, StateDefinition next) {
    return when(condition, next.name());
  }
}
