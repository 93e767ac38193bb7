package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.query.Rfc3339;
import io.asl4j.testing.tasks.Durations;
import io.asl4j.testing.trace.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads values of one test file and collects what is wrong with them. */
final class Reading {

  private final SourceMap map;
  private final List<Diagnostic> found = new ArrayList<>();

  Reading(SourceMap map) {
    this.map = map;
  }

  Diagnostics all() {
    return Diagnostics.of(found.stream().distinct().toList());
  }

  void add(Diagnostics others) {
    others.forEach(found::add);
  }

  void error(DiagnosticCode code, Entry at, String message, String hint) {
    Diagnostic finding = Diagnostic.error(code, message).at(at.pointer(), map);
    found.add(hint.isEmpty() ? finding : finding.hint(hint));
  }

  /** An error that underlines the key of a value. */
  void errorAtKey(DiagnosticCode code, Entry at, String message, String hint) {
    add(Diagnostic.error(code, message), at, hint);
  }

  /** A warning that underlines the key of a value. */
  void warnAtKey(DiagnosticCode code, Entry at, String message, String hint) {
    add(Diagnostic.warning(code, message), at, hint);
  }

  private void add(Diagnostic diagnostic, Entry at, String hint) {
    Diagnostic finding = diagnostic.at(at.pointer(), map.source(), map.key(at.pointer()));
    found.add(hint.isEmpty() ? finding : finding.hint(hint));
  }

  /** Whether it is an object; unknown keys are said, and then passed over. */
  boolean isObject(Entry entry, String what, List<String> keys) {
    if (!entry.value().isObject()) {
      wrongType(entry, what, "an object");
      return false;
    }
    for (String key : keys(entry)) {
      if (!keys.contains(key)) {
        errorAtKey(
            SuiteFindings.KEYS_ARE_KNOWN,
            entry.field(key),
            "`%s` is no key of %s.".formatted(key, what),
            suggestion(key, keys));
      }
    }
    return true;
  }

  static List<String> keys(Entry entry) {
    List<String> keys = new ArrayList<>();
    entry.value().fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  static String suggestion(String word, Collection<String> known) {
    return Nearest.to(word, known)
        .map(near -> "did you mean `" + near + "`?")
        .orElse(
            "known: "
                + known.stream()
                    .limit(15)
                    .map(k -> "`" + k + "`")
                    .collect(Collectors.joining(", ")));
  }

  void wrongType(Entry entry, String what, String expected) {
    error(
        SuiteFindings.VALUES_HAVE_THEIR_TYPES,
        entry,
        "%s is %s, got %s."
            .formatted(
                Character.toUpperCase(what.charAt(0)) + what.substring(1),
                expected,
                Shown.json(entry.value())),
        "");
  }

  Optional<String> text(Entry entry, String what) {
    if (entry.isMissing()) {
      return Optional.empty();
    }
    if (!entry.value().isTextual()) {
      wrongType(entry, what, "a text");
      return Optional.empty();
    }
    return Optional.of(entry.value().textValue());
  }

  boolean flag(Entry entry, String what, boolean otherwise) {
    if (entry.isMissing()) {
      return otherwise;
    }
    if (!entry.value().isBoolean()) {
      wrongType(entry, what, "true or false");
    }
    return entry.value().asBoolean(otherwise);
  }

  long number(Entry entry, String what, long otherwise) {
    if (entry.isMissing()) {
      return otherwise;
    }
    if (!entry.value().isIntegralNumber() || !entry.value().canConvertToLong()) {
      wrongType(entry, what, "a whole number");
      return otherwise;
    }
    return entry.value().longValue();
  }

  Optional<Instant> instant(Entry entry, String what) {
    Optional<Instant> instant = text(entry, what).flatMap(Rfc3339::parse);
    if (instant.isEmpty() && entry.value().isTextual()) {
      wrongType(entry, what, "a timestamp such as 2026-01-01T00:00:00Z");
    }
    return instant;
  }

  Optional<Duration> duration(Entry entry, String what) {
    if (entry.isMissing()) {
      return Optional.empty();
    }
    JsonNode value = entry.value();
    Optional<Duration> duration =
        value.isTextual() ? Durations.parse(value.textValue()) : Optional.empty();
    if (duration.isEmpty()) {
      wrongType(entry, what, "a duration such as `3s`, `2 days` or `PT1H30M`");
    }
    return duration;
  }

  /** The texts of a list; empty if it is not there. */
  Optional<List<String>> texts(Entry entry, String what) {
    if (entry.isMissing()) {
      return Optional.empty();
    }
    if (!entry.value().isArray()) {
      wrongType(entry, what, "a list of state names");
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < entry.value().size(); i++) {
      text(entry.element(i), "An element of " + what).ifPresent(texts::add);
    }
    return Optional.of(List.copyOf(texts));
  }
}
