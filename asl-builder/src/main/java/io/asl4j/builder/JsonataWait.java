package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Waits for a time or until an instant; each method here takes the place of what was said before.
 *
 * @see Jsonata#waitSeconds(String, long)
 * @see Jsonata#waitTimestamp(String, java.time.Instant)
 */
public final class JsonataWait extends StateFields<JsonataWait>
    implements JsonataState,
        JsonataOutput<JsonataWait>,
        Assigning<JsonataWait>,
        Continuing<JsonataWait> {

  JsonataWait(String name, ObjectNode fields) {
    super(name, Language.JSONATA, fields);
  }

  @Override
  JsonataWait with(ObjectNode changed) {
    return new JsonataWait(name(), changed);
  }

  /** {@code Seconds}: waits so many seconds. */
  public JsonataWait seconds(long seconds) {
    return only("Seconds", seconds);
  }

  /** {@code Seconds} as an expression. */
  public JsonataWait seconds(String expression) {
    return only("Seconds", expression);
  }

  /** {@code Timestamp}: waits until an instant. */
  public JsonataWait timestamp(Instant instant) {
    return only("Timestamp", instant);
  }

  /** {@code Timestamp} as an expression that gives an RFC 3339 timestamp. */
  public JsonataWait timestamp(String expression) {
    return only("Timestamp", expression);
  }

  /** A Wait state has one of these fields. */
  private JsonataWait only(String name, Object value) {
    return without("Seconds").without("Timestamp").field(name, value);
  }
}
