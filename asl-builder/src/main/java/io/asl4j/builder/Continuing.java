package io.asl4j.builder;

/**
 * A state after which the walk goes on or ends.
 *
 * @param <S> the state's own type
 */
public interface Continuing<S extends Continuing<S>> extends Leading<S> {

  /** {@code Next}: the state to go to; it takes the place of an {@code End}. */
  @Override
  default S next(String state) {
    return without("End").field("Next", state);
  }

  /** {@code End}: the scope ends here; it takes the place of a {@code Next}. */
  default S end() {
    return without("Next").field("End", true);
  }
}
