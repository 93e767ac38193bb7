package io.asl4j.builder;

import java.util.List;

/**
 * A JSONata state that does work.
 *
 * @param <S> the state's own type
 */
public interface JsonataWorking<S> extends Working<S> {

  /** {@code Catch}: adds catchers after those that are there; the first that fits counts. */
  default S catches(JsonataCatcher... catchers) {
    return field("Catch", Data.appended(definition().path("Catch"), List.of(catchers)));
  }
}
