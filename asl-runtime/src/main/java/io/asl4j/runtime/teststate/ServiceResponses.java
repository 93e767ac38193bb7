package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What AWS services answer, as far as this library knows: facts in {@code service-responses.json},
 * read when first needed.
 *
 * <p>Complete for Step Functions itself; for other services it holds the operations that state
 * machines use most. An operation that is not in it is not checked, and neither is a field.
 */
final class ServiceResponses {

  private static final String FILE = "service-responses.json";

  /** Read when first used. */
  private static final class Known {
    static final ServiceResponses ALL = new ServiceResponses(read());
  }

  private final JsonNode facts;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<String> unchecked = new HashSet<>();

  private ServiceResponses(JsonNode facts) {
    this.facts = facts;
    facts
        .path("shapes")
        .properties()
        .forEach(each -> shapes.put(each.getKey(), shape(each.getValue())));
    facts.path("unchecked").forEach(service -> unchecked.add(service.textValue()));
  }

  static ServiceResponses known() {
    return Known.ALL;
  }

  private static JsonNode read() {
    try (InputStream stream = ServiceResponses.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + FILE + " is missing from the library.");
      }
      return Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The resource " + FILE + " cannot be read.", unreadable);
    }
  }

  /**
   * What a Task state's call gives as its result; for a job, what the service says of it in the
   * end.
   *
   * @return empty when anything goes: for functions, activities, callbacks, and what is not known
   */
  Optional<Shape> of(Resource resource) {
    if (resource.kind() != Resource.Kind.SERVICE
        || resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN) {
      return Optional.empty();
    }
    String type = resource.type();
    if (type.startsWith("aws-sdk:")) {
      String service = type.substring("aws-sdk:".length());
      return operation(service + ":" + resource.action());
    }
    if (unchecked.contains(type)) {
      return Optional.empty();
    }
    String key = type + ":" + resource.action();
    if (resource.pattern() != Resource.Pattern.REQUEST_RESPONSE) {
      return polled(facts.path("polled").path(key));
    }
    JsonNode optimized = facts.path("optimized").path(key);
    if (!optimized.isMissingNode()) {
      return Optional.of(shape(optimized));
    }
    String service = facts.path("services").path(type).asText(type);
    return operation(service + ":" + resource.action());
  }

  private Optional<Shape> polled(JsonNode asked) {
    if (asked.isTextual() && asked.textValue().startsWith("=op ")) {
      return operation(asked.textValue().substring("=op ".length()));
    }
    return asked.isMissingNode() ? Optional.empty() : Optional.of(shape(asked));
  }

  private Optional<Shape> operation(String key) {
    JsonNode described = facts.path("operations").path(key);
    return described.isMissingNode() ? Optional.empty() : Optional.of(shape(described));
  }

  /** The shape behind a name. */
  Shape resolve(Shape.Named named) {
    Shape shape = shapes.get(named.name());
    if (shape == null) {
      throw new IllegalStateException(FILE + " names a shape that it lacks: " + named.name());
    }
    return shape;
  }

  private static Shape shape(JsonNode described) {
    if (described.isArray()) {
      return new Shape.Listed(shape(described.path(0)));
    }
    if (described.isTextual()) {
      return plain(described.textValue());
    }
    JsonNode anyKey = described.get("*");
    if (anyKey != null) {
      return new Shape.Mapped(shape(anyKey));
    }
    Map<String, Shape.Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : described.properties()) {
      String name = field.getKey();
      boolean required = name.endsWith("!");
      fields.put(
          required ? name.substring(0, name.length() - 1) : name,
          new Shape.Field(shape(field.getValue()), required));
    }
    return new Shape.Structure(fields);
  }

  private static Shape plain(String described) {
    if (described.startsWith("=")) {
      return new Shape.Named(described.substring(1));
    }
    int blank = described.indexOf(' ');
    String kind = blank < 0 ? described : described.substring(0, blank);
    String details = blank < 0 ? "" : described.substring(blank + 1);
    return switch (kind) {
      case "string" -> new Shape.Text(range(details));
      case "blob" -> new Shape.Blob(range(details));
      case "number" -> new Shape.Numeric(range(details));
      case "enum" -> new Shape.OneOf(Set.of(details.split("\\|")));
      default -> Shape.Simple.valueOf(kind.toUpperCase(Locale.ROOT));
    };
  }

  private static Shape.Range range(String described) {
    if (described.isEmpty()) {
      return Shape.Range.ANY;
    }
    int dots = described.indexOf("..");
    return new Shape.Range(
        bound(described.substring(0, dots)), bound(described.substring(dots + 2)));
  }

  private static @Nullable BigDecimal bound(String digits) {
    return digits.isEmpty() ? null : new BigDecimal(digits);
  }
}
