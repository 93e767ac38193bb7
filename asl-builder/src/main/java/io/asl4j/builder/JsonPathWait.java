package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Waits for a time or until an instant; each method here takes the place of what was said before.
 *
 * @see JsonPath#waitSeconds
 * @see JsonPath#waitTimestamp
 */
public final class JsonPathWait extends StateFields<JsonPathWait>
    implements JsonPathState,
        JsonPathFlow<JsonPathWait>,
        JsonPathAssigning<JsonPathWait>,
        Continuing<JsonPathWait> {

  JsonPathWait(String name, ObjectNode fields) {
    super(name, Language.JSONPATH, fields);
  }

  @Override
  JsonPathWait with(ObjectNode changed) {
    return new JsonPathWait(name(), changed);
  }

  /** {@code Seconds}: waits so many seconds. */
  public JsonPathWait seconds(long seconds) {
    return only("Seconds", seconds);
  }

  /** {@code SecondsPath}: a path to how many seconds it waits. */
  public JsonPathWait secondsPath(String path) {
    return only("SecondsPath", path);
  }

  /** {@code Timestamp}: waits until an instant. */
  public JsonPathWait timestamp(Instant instant) {
    return only("Timestamp", instant);
  }

  /** {@code TimestampPath}: a path to an RFC 3339 timestamp until which it waits. */
  public JsonPathWait timestampPath(String path) {
    return only("TimestampPath", path);
  }

  /** A Wait state has one of these fields. */
  private JsonPathWait only(String name, Object value) {
    return without("Seconds")
        .without("SecondsPath")
        .without("Timestamp")
        .without("TimestampPath")
        .field(name, value);
  }
}
