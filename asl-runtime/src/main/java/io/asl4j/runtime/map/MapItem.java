package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One item of a Map: what the context object shows as {@code Map.Item}, but for the index.
 *
 * @param value the item itself, before {@code ItemSelector}
 * @param memberName the name of the object member that the item is; null when the items are not
 *     members of an object
 * @param source where the item comes from: {@code STATE_DATA}, {@code S3://bucket} or {@code
 *     S3://bucket/key}
 */
public record MapItem(JsonNode value, @Nullable String memberName, String source) {

  /** The source of items that come from the state's input. */
  public static final String STATE_DATA = "STATE_DATA";

  /** An item; value and source must be there. */
  public MapItem {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }

  /** An item that is not a member of an object. */
  public static MapItem of(JsonNode value, String source) {
    return new MapItem(value, null, source);
  }

  /**
   * {@code Map.Item.Key}: the name of the object member; empty when the items are not members of an
   * object.
   */
  public Optional<String> key() {
    return Optional.ofNullable(memberName);
  }
}
