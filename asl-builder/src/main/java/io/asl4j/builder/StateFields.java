package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What all states have in common: a name, a type and a query language. */
abstract class StateFields<S> extends Fields<S> {

  private final String name;
  private final Language language;

  StateFields(String name, Language language, ObjectNode fields) {
    super(fields);
    this.name = Objects.requireNonNull(name, "a state needs a name");
    this.language = language;
  }

  /** The fields of a new state. */
  static ObjectNode ofType(String type) {
    return none().put("Type", type);
  }

  /** All states are of this class, which an interface cannot say without making it public. */
  static StateFields<?> of(StateDefinition state) {
    return (StateFields<?>) state;
  }

  public final String name() {
    return name;
  }

  final Language language() {
    return language;
  }

  @Override
  Set<String> reserved() {
    return Set.of("Type");
  }

  /** The states inside each branch, or inside the item processor. */
  List<StateMap> inside() {
    return List.of();
  }

  /** This state with other states inside, if it has any inside. */
  StateDefinition withInside(UnaryOperator<StateMap> change) {
    return (StateDefinition) this;
  }

  @Override
  ObjectNode json(Language machine) {
    ObjectNode json = super.json(machine);
    if (language != machine && !json.has("QueryLanguage")) {
      json.put("QueryLanguage", language.word());
    }
    return json;
  }

  @Override
  public JsonNode definition() {
    return json(language);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof StateFields<?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + super.hashCode();
  }
}
