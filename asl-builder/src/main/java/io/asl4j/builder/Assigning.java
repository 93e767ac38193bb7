package io.asl4j.builder;

/**
 * A piece that assigns variables.
 *
 * @param <S> the piece's own type
 */
public interface Assigning<S> extends Part<S> {

  /** {@code Assign}: sets one variable beside those that are assigned already. */
  default S assign(String variable, Object value) {
    return field("Assign", Data.with(definition().path("Assign"), variable, value));
  }

  /**
   * {@code Assign}: all variables at once, as an object; it takes the place of what was assigned
   * before.
   */
  default S assign(Object variables) {
    return field("Assign", variables);
  }
}
