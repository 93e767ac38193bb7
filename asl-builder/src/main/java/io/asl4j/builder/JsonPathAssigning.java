package io.asl4j.builder;

/**
 * A JSONPath piece that assigns variables.
 *
 * @param <S> the piece's own type
 */
public interface JsonPathAssigning<S> extends Assigning<S> {

  /**
   * {@code Assign}: sets one variable to what a path or an intrinsic function gives.
   *
   * @param variable its name, without the ending {@code .$}
   */
  default S assignPath(String variable, String path) {
    return assign(variable + ".$", path);
  }
}
