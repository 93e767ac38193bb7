package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.NullNode;

/**
 * A JSONPath state that narrows its input and its output.
 *
 * @param <S> the state's own type
 */
public interface JsonPathFlow<S> extends Part<S> {

  /** {@code InputPath}: the part of the input that the state works on; all of it by default. */
  default S inputPath(String path) {
    return field("InputPath", path);
  }

  /** {@code InputPath} null: the state works on an empty object. */
  default S discardInput() {
    return field("InputPath", NullNode.getInstance());
  }

  /** {@code OutputPath}: the part of what came out that is the output; all of it by default. */
  default S outputPath(String path) {
    return field("OutputPath", path);
  }

  /** {@code OutputPath} null: the output is an empty object. */
  default S discardOutput() {
    return field("OutputPath", NullNode.getInstance());
  }
}
