package io.asl4j.builder;

import java.util.List;

/**
 * A state that does work, which may fail and be tried again.
 *
 * @param <S> the state's own type
 */
public interface Working<S> extends Part<S> {

  /** {@code Retry}: adds retriers after those that are there; the first that fits counts. */
  default S retry(Retrier... retriers) {
    return field("Retry", Data.appended(definition().path("Retry"), List.of(retriers)));
  }
}
