package io.asl4j.builder;

import java.util.List;

/**
 * A JSONPath state that does work and makes something of the result.
 *
 * @param <S> the state's own type
 */
public interface JsonPathWorking<S> extends Working<S>, JsonPathResult<S> {

  /** {@code ResultSelector}: a payload template that is applied to the result. */
  default S resultSelector(Object template) {
    return field("ResultSelector", template);
  }

  /** {@code Catch}: adds catchers after those that are there; the first that fits counts. */
  default S catches(JsonPathCatcher... catchers) {
    return field("Catch", Data.appended(definition().path("Catch"), List.of(catchers)));
  }
}
