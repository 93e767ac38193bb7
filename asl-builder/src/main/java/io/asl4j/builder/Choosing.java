package io.asl4j.builder;

/**
 * A Choice state in either query language.
 *
 * @param <S> the state's own type
 */
public interface Choosing<S> extends Part<S> {

  /** {@code Default}: the state to go to when no rule holds. */
  default S otherwise(String state) {
    return field("Default", state);
  }

  /** {@code Default}, by the state itself. */
  default S otherwise(StateDefinition state) {
    return otherwise(state.name());
  }
}
