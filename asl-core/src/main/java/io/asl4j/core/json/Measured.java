package io.asl4j.core.json;

/**
 * What was counted in the first fields of an object, so that nobody need count them again.
 * Immutable.
 *
 * @param fields how many fields, from the first
 * @param bytes what they take, names and values, as whoever counted counts bytes
 * @param steps how many steps that took
 * @param levels how many containers are inside one another in their values, at the most
 */
public record Measured(int fields, long bytes, long steps, int levels) {

  /** Nothing was counted yet. */
  public static final Measured NOTHING = new Measured(0, 0, 0, 0);
}
