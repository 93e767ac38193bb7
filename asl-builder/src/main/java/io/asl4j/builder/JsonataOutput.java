package io.asl4j.builder;

/**
 * A JSONata piece that makes an output.
 *
 * @param <S> the piece's own type
 */
public interface JsonataOutput<S> extends Part<S> {

  /** {@code Output}: any JSON, in which texts in <code>{% %}</code> are expressions. */
  default S output(Object output) {
    return field("Output", output);
  }
}
