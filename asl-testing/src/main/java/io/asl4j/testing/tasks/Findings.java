package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with one tasks file, as far as it was read. */
final class Findings {

  private static final int MAX_QUOTED = 60;

  private final SourceMap map;
  private final List<Diagnostic> found = new ArrayList<>();

  Findings(SourceMap map) {
    this.map = map;
  }

  Diagnostics all() {
    return Diagnostics.of(found);
  }

  void error(DiagnosticCode code, Node at, String message, String hint) {
    Diagnostic diagnostic = Diagnostic.error(code, message).at(at.pointer(), map);
    found.add(hint.isEmpty() ? diagnostic : diagnostic.hint(hint));
  }

  /** An error at the key of a value. */
  void errorAtKey(DiagnosticCode code, Node at, String message, String hint) {
    Diagnostic diagnostic =
        Diagnostic.error(code, message).at(at.pointer(), map.source(), map.key(at.pointer()));
    found.add(hint.isEmpty() ? diagnostic : diagnostic.hint(hint));
  }

  /** Whether a value is an object with known keys only; says what is wrong. */
  boolean isObject(Node node, String what, Collection<String> keys) {
    if (!node.value().isObject()) {
      wrongType(node, what, "an object with " + listed(keys));
      return false;
    }
    for (Map.Entry<String, JsonNode> field : node.value().properties()) {
      if (!keys.contains(field.getKey())) {
        errorAtKey(
            TasksFindings.KEYS_ARE_KNOWN,
            node.field(field.getKey()),
            "`%s` is no key of %s.".formatted(field.getKey(), what),
            suggestion(field.getKey(), keys));
      }
    }
    return true;
  }

  void wrongType(Node node, String what, String expected) {
    error(
        TasksFindings.VALUES_HAVE_THEIR_TYPES,
        node,
        "%s is %s, got %s.".formatted(capitalized(what), expected, quoted(node.value())),
        "");
  }

  static String suggestion(String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(near -> "did you mean `" + near + "`?")
        .orElse(known.isEmpty() ? "" : "known: " + listed(known));
  }

  private static String listed(Collection<String> keys) {
    return keys.stream().limit(12).map(key -> "`" + key + "`").collect(Collectors.joining(", "));
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String quoted(JsonNode value) {
    String text = Json.write(value);
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }
}
