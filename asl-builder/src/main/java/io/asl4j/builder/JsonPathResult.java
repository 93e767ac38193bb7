package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.NullNode;

/**
 * A JSONPath state that has a result.
 *
 * @param <S> the state's own type
 */
public interface JsonPathResult<S> extends Part<S> {

  /**
   * {@code Parameters}: a payload template that makes what the state works on; in a Map state, the
   * old name of {@code ItemSelector}.
   *
   * @see JsonPath#template
   */
  default S parameters(Object template) {
    return field("Parameters", template);
  }

  /** {@code ResultPath}: where the result is put into the input; in its place by default. */
  default S resultPath(String path) {
    return field("ResultPath", path);
  }

  /** {@code ResultPath} null: the result is dropped, and the input goes on. */
  default S discardResult() {
    return field("ResultPath", NullNode.getInstance());
  }
}
