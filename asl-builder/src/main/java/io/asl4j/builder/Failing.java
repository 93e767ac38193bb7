package io.asl4j.builder;

/**
 * A Fail state in either query language.
 *
 * @param <S> the state's own type
 */
public interface Failing<S> extends Part<S> {

  /** {@code Error}: the name of the error. */
  default S error(String error) {
    return field("Error", error);
  }

  /** {@code Cause}: what happened, for people. */
  default S cause(String cause) {
    return field("Cause", cause);
  }
}
