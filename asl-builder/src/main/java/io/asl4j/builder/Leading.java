package io.asl4j.builder;

/**
 * A piece that leads to a state.
 *
 * @param <S> the piece's own type
 */
public interface Leading<S> extends Part<S> {

  /** {@code Next}: the state to go to. */
  default S next(String state) {
    return field("Next", state);
  }

  /** {@code Next}, by the state itself. */
  default S next(StateDefinition state) {
    return next(state.name());
  }
}
