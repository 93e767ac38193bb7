package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Checks a mocked result against the shape of a service's answer; knows nothing of single services.
 *
 * <p>Fields that the shape does not have are let through, as AWS does. The first fault counts, in
 * the order of required fields, then of the result's own fields.
 */
final class ResponseCheck {

  private final ServiceResponses responses;
  private final boolean needsRequired;

  ResponseCheck(ServiceResponses responses, FieldValidationMode mode) {
    this.responses = responses;
    this.needsRequired = mode == FieldValidationMode.STRICT;
  }

  /** What is wrong, as AWS words it; empty if nothing is. */
  Optional<String> fault(JsonNode result, Shape shape) {
    return fault("", result, shape);
  }

  private Optional<String> fault(String field, JsonNode value, Shape shape) {
    return switch (shape) {
      case Shape.Named named -> fault(field, value, responses.resolve(named));
      case Shape.Structure structure -> structure(field, value, structure);
      case Shape.Listed listed -> listed(field, value, listed);
      case Shape.Mapped mapped -> mapped(field, value, mapped);
      case Shape.Text text ->
          value.isTextual()
              ? length(field, codePoints(value.textValue()), text.length())
              : mustBe(field, "a string");
      case Shape.Blob blob ->
          value.isTextual()
              ? length(field, bytes(value.textValue()), blob.length())
              : mustBe(field, "a string");
      case Shape.OneOf oneOf -> oneOf(field, value, oneOf);
      case Shape.Numeric numeric -> numeric(field, value, numeric);
      case Shape.Simple simple -> simple(field, value, simple);
    };
  }

  private Optional<String> structure(String field, JsonNode value, Shape.Structure structure) {
    if (!value.isObject()) {
      return field.isEmpty()
          ? Optional.of("The result must be an object")
          : mustBe(field, "an object");
    }
    if (needsRequired) {
      for (Map.Entry<String, Shape.Field> known : structure.fields().entrySet()) {
        if (known.getValue().isRequired() && !value.has(known.getKey())) {
          return Optional.of("Required field '%s' is missing".formatted(known.getKey()));
        }
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Shape.Field known = structure.fields().get(member.getKey());
      if (known == null) {
        continue;
      }
      Optional<String> fault = fault(member.getKey(), member.getValue(), known.shape());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<String> listed(String field, JsonNode value, Shape.Listed listed) {
    if (!value.isArray()) {
      return mustBe(field, "an array");
    }
    for (JsonNode element : value) {
      Optional<String> fault = fault(field, element, listed.element());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<String> mapped(String field, JsonNode value, Shape.Mapped mapped) {
    if (!value.isObject()) {
      return mustBe(field, "an object");
    }
    for (JsonNode element : value) {
      Optional<String> fault = fault(field, element, mapped.value());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> oneOf(String field, JsonNode value, Shape.OneOf oneOf) {
    if (!value.isTextual()) {
      return mustBe(field, "a string");
    }
    return oneOf.values().contains(value.textValue())
        ? Optional.empty()
        : said(field, "is not an expected value");
  }

  private static Optional<String> numeric(String field, JsonNode value, Shape.Numeric numeric) {
    if (!value.isNumber()) {
      return mustBe(field, "a number");
    }
    BigDecimal number = value.decimalValue();
    if (numeric.range().isBelow(number)) {
      return said(field, "is less than the minimum value");
    }
    return numeric.range().isAbove(number)
        ? said(field, "exceeds the maximum value")
        : Optional.empty();
  }

  private static Optional<String> simple(String field, JsonNode value, Shape.Simple simple) {
    return switch (simple) {
      case BOOLEAN -> value.isBoolean() ? Optional.empty() : mustBe(field, "a boolean");
      case TIMESTAMP -> value.isTextual() ? Optional.empty() : mustBe(field, "a string");
      case ANY -> Optional.empty();
    };
  }

  private static Optional<String> length(String field, long length, Shape.Range allowed) {
    BigDecimal exact = BigDecimal.valueOf(length);
    if (allowed.isBelow(exact)) {
      return said(field, "is smaller than the minimum length");
    }
    return allowed.isAbove(exact) ? said(field, "exceeds the maximum length") : Optional.empty();
  }

  private static long codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The bytes behind Base64; a text that is none counts as it stands. */
  private static long bytes(String text) {
    try {
      return Base64.getDecoder().decode(text).length;
    } catch (IllegalArgumentException notBase64) {
      return codePoints(text);
    }
  }

  private static Optional<String> mustBe(String field, String kind) {
    return said(field, "must be " + kind);
  }

  private static Optional<String> said(String field, String fault) {
    return Optional.of("Field '%s' %s".formatted(field, fault));
  }
}
