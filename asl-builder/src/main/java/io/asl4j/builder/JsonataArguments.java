package io.asl4j.builder;

/**
 * A JSONata piece that hands arguments on.
 *
 * @param <S> the piece's own type
 */
public interface JsonataArguments<S> extends Part<S> {

  /**
   * {@code Arguments}: an object in which texts in <code>{% %}</code> are expressions, or one such
   * text; the input by default.
   */
  default S arguments(Object arguments) {
    return field("Arguments", arguments);
  }
}
