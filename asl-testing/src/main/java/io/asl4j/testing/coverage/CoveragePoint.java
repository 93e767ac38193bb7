package io.asl4j.testing.coverage;

/**
 * Something in a definition that a test can reach. Immutable.
 *
 * @param kind what it is
 * @param state the state it belongs to
 * @param detail tells it from others of its kind and state: a target, an index; may be empty
 * @param pointer where it stands in the definition
 * @param line the line of that, from 1
 * @param label in words, for reports
 */
public record CoveragePoint(
    Kind kind, String state, String detail, String pointer, int line, String label) {

  /** The target of a transition that ends its scope. */
  public static final String END = "(end)";

  /** What can be reached. */
  public enum Kind {
    /** A state is visited. */
    STATE("states"),
    /** The execution goes from one state to another, or ends its scope. */
    TRANSITION("transitions"),
    /** A choice rule is taken. */
    RULE_TAKEN("choice rules taken"),
    /** A choice rule is looked at and does not hold. */
    RULE_FELL_THROUGH("choice rules fallen through"),
    /** No choice rule holds. */
    DEFAULT("defaults"),
    /** A retrier repeats a state. */
    RETRIED("retriers used"),
    /** A retrier was used as often as it may be, and the state fails once more. */
    EXHAUSTED("retriers exhausted"),
    /** A catcher takes over. */
    CAUGHT("catchers"),
    /** A task misses its deadline or a heartbeat. */
    TIMEOUT("timeouts"),
    /** A Map has no items. */
    MAP_EMPTY("maps without items"),
    /** A Map has one item. */
    MAP_ONE("maps with one item"),
    /** A Map has several items. */
    MAP_MANY("maps with several items"),
    /** An item of a Map fails. */
    MAP_ITEM_FAILED("maps with a failed item");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }

    /** In words, for summaries. */
    public String plural() {
      return plural;
    }
  }

  /** Names the point in a definition, whatever the lines. */
  public String id() {
    return kind + "|" + state + "|" + detail;
  }
}
