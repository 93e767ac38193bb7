package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression with what must come out of it: a value, nothing, or an error.
 *
 * @param code JSONata's code, or the kind of a failure without one; empty when the expression must
 *     not fail
 * @param message empty when it does not matter
 */
record JsonataCase(
    String id,
    String expression,
    JsonataDialect dialect,
    FixedEnvironment environment,
    Optional<JsonNode> result,
    boolean unordered,
    String code,
    String message) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final double CLOSE = 1e-13;

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }

  static List<Path> jsonFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Evaluates the expression and compares. */
  void check() {
    try {
      JsonNode value = Jsonata.compile(expression, dialect).evaluate(environment);
      assertThat(code).as("%s must fail, but gave %s", expression, value).isEmpty();
      assertThat(isExpected(value))
          .as(
              "%s must give %s, but gave %s",
              expression, result.map(JsonNode::toString).orElse("nothing"), value)
          .isTrue();
    } catch (JsonataFailed failed) {
      String actual = failed.code().isEmpty() ? failed.kind().name() : failed.code();
      assertThat(actual).as("%s failed: %s", expression, failed.described()).isEqualTo(code);
      if (!message.isEmpty()) {
        assertThat(failed.text()).isEqualTo(message);
      }
    }
  }

  private boolean isExpected(JsonNode value) {
    if (result.isEmpty()) {
      return value.isMissingNode();
    }
    return unordered ? isSameBag(result.get(), value) : isSame(result.get(), value);
  }

  private static boolean isSameBag(JsonNode expected, JsonNode actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    List<JsonNode> left = new ArrayList<>();
    expected.forEach(left::add);
    for (JsonNode item : actual) {
      Optional<JsonNode> found = left.stream().filter(other -> isSame(other, item)).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      left.remove(found.get());
    }
    return true;
  }

  /** Whether two values are the same JSON; numbers may differ in the last digits of a double. */
  static boolean isSame(JsonNode expected, JsonNode actual) {
    if (expected.isNumber() && actual.isNumber()) {
      double a = expected.doubleValue();
      double b = actual.doubleValue();
      return a == b || Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
    }
    if (expected.getNodeType() != actual.getNodeType() || expected.size() != actual.size()) {
      return false;
    }
    if (expected.isObject()) {
      return expected.properties().stream()
          .allMatch(
              field ->
                  actual.has(field.getKey())
                      && isSame(field.getValue(), actual.path(field.getKey())));
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!isSame(expected.path(i), actual.path(i))) {
        return false;
      }
    }
    return expected.isArray() || expected.equals(actual);
  }

  static Map<String, JsonNode> bindings(JsonNode bindings) {
    Map<String, JsonNode> variables = new HashMap<>();
    bindings.properties().forEach(field -> variables.put(field.getKey(), field.getValue()));
    return variables;
  }
}
