package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Goes on at the first rule that holds.
 *
 * @see JsonPath#choice
 */
public final class JsonPathChoice extends StateFields<JsonPathChoice>
    implements JsonPathState,
        Choosing<JsonPathChoice>,
        JsonPathFlow<JsonPathChoice>,
        JsonPathAssigning<JsonPathChoice> {

  JsonPathChoice(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathChoice with(ObjectNode changed) {
    return new JsonPathChoice(name(), changed);
  }

  /** {@code Choices}: adds rules after those that are there. */
  public JsonPathChoice choices(JsonPathRule... rules) {
    return field("Choices", Data.appended(definition().path("Choices"), List.of(rules)));
  }

  /** {@code Choices}: adds a rule that leads to a state. */
  public JsonPathChoice when(JsonPathCondition condition, String next) {
    return choices(JsonPath.rule(condition).next(next));
  }

  /** {@code Choices}: adds a rule that leads to a state. */
  public JsonPathChoice when(JsonPathCondition condition, StateDefinition next) {
    return when(condition, next.name());
  }
}
