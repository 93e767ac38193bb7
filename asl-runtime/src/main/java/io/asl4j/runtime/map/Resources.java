package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What resources of readers and writers have in common. */
final class Resources {

  private static final Pattern PARTITION = Pattern.compile("^arn:[a-z0-9-]+:");

  private Resources() {}

  /** The resource as it is called in the partition {@code aws}. */
  static String withoutPartition(String resource) {
    return PARTITION.matcher(resource).replaceFirst("arn:aws:");
  }

  /**
   * A text field of a reader's or writer's configuration; empty if it is not there, null, or empty.
   */
  static Optional<String> text(JsonNode fields, String name) {
    JsonNode value = fields.path(name);
    return value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }
}
