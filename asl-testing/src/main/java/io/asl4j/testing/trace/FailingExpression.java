package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.core.json.Pointers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expression of a state that failed, or that sent an execution where it was not expected: where
 * it stands, and what the parts of it were.
 *
 * <p>The history names the field and quotes the expression; the place is found again by these.
 *
 * @param pointer where it stands in the definition
 * @param source the expression as it is written there
 * @param parts the data that it refers to, with its values; missing nodes for what is not there
 */
public record FailingExpression(String pointer, String source, Map<String, JsonNode> parts) {

  private static final DiagnosticCode CODE =
      DiagnosticCode.of("TEST1001", "An expression failed in a test");
  private static final Pattern FIELD = Pattern.compile("for the field '([^']+)'");
  private static final Pattern STEP = Pattern.compile("([^\\[\\]]+)|\\[(\\d+)]");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\$(\\$|[A-Za-z_][A-Za-z0-9_]*)?((\\.[A-Za-z_][A-Za-z0-9_]*|\\['[^']*']|\\[\\d+])*)(?!\\s*\\(|[A-Za-z0-9_])");
  private static final Pattern REFERENCE_STEP =
      Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_]*)|\\['([^']*)']|\\[(\\d+)]");
  private static final int MOST_PARTS = 8;

  /** Finds the expression that made a visit fail; empty if something else did. */
  public static Optional<FailingExpression> of(Trace trace, Visit visit) {
    String cause = visit.failure().map(Failure::cause).orElse(null);
    if (cause == null || !cause.contains("entered at the event id #")) {
      return Optional.empty();
    }
    Definition definition = trace.definition();
    String state = definition.pointer(visit.state());
    Matcher field = FIELD.matcher(cause);
    String location = field.find() ? field.group(1) : "";
    String exact = state + pointer(location);
    String found =
        !location.isEmpty() && text(definition, exact) != null
            ? exact
            : quoted(definition, state, cause, location);
    String source = found.isEmpty() ? null : text(definition, found);
    if (source == null) {
      return Optional.empty();
    }
    return Optional.of(new FailingExpression(found, source, parts(trace, visit, source)));
  }

  /**
   * The condition of a rule of a Choice state, in either query language, with what it was about.
   *
   * @param rule counted from 0
   */
  public static FailingExpression ofRule(Trace trace, Visit visit, int rule) {
    Definition definition = trace.definition();
    String whole = definition.pointer(visit.state(), "Choices", Integer.toString(rule));
    String condition = Pointers.child(whole, "Condition");
    String source = text(definition, condition);
    if (source != null) {
      return new FailingExpression(condition, source, parts(trace, visit, source));
    }
    String references =
        definition.machine().definition().at(whole).findValuesAsText("Variable").stream()
            .distinct()
            .collect(Collectors.joining(" "));
    return new FailingExpression(whole, references, parts(trace, visit, references));
  }

  private static String pointer(String location) {
    StringBuilder pointer = new StringBuilder();
    for (String part : location.split("/", -1)) {
      Matcher step = STEP.matcher(part);
      while (step.find()) {
        String name = step.group(1) == null ? step.group(2) : step.group(1);
        pointer.append(Pointers.child("", name));
      }
    }
    return pointer.toString();
  }

  /** Null: there is no text. */
  private static @Nullable String text(Definition definition, String pointer) {
    JsonNode value = definition.machine().definition().at(pointer);
    return value.isTextual() ? value.textValue() : null;
  }

  /** The longest text of the state that the cause quotes; empty if there is none. */
  private static String quoted(Definition definition, String state, String cause, String location) {
    String best = "";
    int bestLength = 0;
    for (String pointer : definition.map().pointers()) {
      boolean inside =
          pointer.startsWith(state + "/") && pointer.indexOf("/States/", state.length()) < 0;
      String value = inside ? text(definition, pointer) : null;
      if (value == null || !value.contains("$") || !cause.contains("'" + inner(value) + "'")) {
        continue;
      }
      int weight = value.length() + (pointer.endsWith(pointer(location)) ? 10_000 : 0);
      if (weight > bestLength) {
        best = pointer;
        bestLength = weight;
      }
    }
    return best;
  }

  private static String inner(String text) {
    String stripped = text.strip();
    return stripped.startsWith("{%") && stripped.endsWith("%}") && stripped.length() >= 4
        ? stripped.substring(2, stripped.length() - 2).strip()
        : stripped;
  }

  private static Map<String, JsonNode> parts(Trace trace, Visit visit, String source) {
    Map<String, JsonNode> parts = new LinkedHashMap<>();
    boolean jsonata = source.strip().startsWith("{%");
    Matcher reference = REFERENCE.matcher(source);
    while (reference.find() && parts.size() < MOST_PARTS) {
      String root = reference.group(1) == null ? "" : reference.group(1);
      JsonNode value = root(trace, visit, root, jsonata);
      String steps = reference.group(2);
      boolean known = !root.equals("states") || isKnown(value, steps);
      if (reference.group().length() > 1 && value != null && known) {
        parts.put(reference.group(), follow(value, steps));
      }
    }
    return parts;
  }

  /** Events tell the input and the result of tasks; not the context, nor other results. */
  private static boolean isKnown(@Nullable JsonNode states, String steps) {
    Matcher first = REFERENCE_STEP.matcher(steps);
    return states != null && first.find() && states.has(String.valueOf(first.group(1)));
  }

  /** Null: what the name stands for is not known here. */
  private static @Nullable JsonNode root(Trace trace, Visit visit, String name, boolean jsonata) {
    return switch (name) {
      case "" -> jsonata ? null : visit.input();
      case "$" -> null;
      case "states" -> states(visit);
      default -> trace.variablesBefore(visit).path(name);
    };
  }

  private static ObjectNode states(Visit visit) {
    ObjectNode states = JsonNodeFactory.instance.objectNode();
    states.set("input", visit.input());
    visit.attempts().stream()
        .flatMap(attempt -> attempt.result().stream())
        .reduce((first, second) -> second)
        .ifPresent(result -> states.set("result", result));
    return states;
  }

  private static JsonNode follow(JsonNode from, String steps) {
    JsonNode value = from;
    Matcher step = REFERENCE_STEP.matcher(steps);
    while (step.find()) {
      if (step.group(3) != null) {
        value = value.path(Integer.parseInt(step.group(3)));
      } else {
        value = value.path(step.group(1) == null ? step.group(2) : step.group(1));
      }
    }
    return value;
  }

  /** Keeps its own copy. */
  public FailingExpression {
    parts = new LinkedHashMap<>(parts);
  }

  /** The place, the line with carets, and the value of each part. */
  public String draw(Definition definition) {
    Diagnostic finding = Diagnostic.error(CODE, "failed").at(pointer, definition.map());
    List<String> printed = DiagnosticPrinter.plain().print(finding).lines().toList();
    StringJoiner text = new StringJoiner("\n");
    printed.stream().skip(1).forEach(text::add);
    parts.forEach(
        (part, value) ->
            text.add(
                "    "
                    + part
                    + " = "
                    + (value instanceof MissingNode ? "nothing" : Shown.json(value))));
    return text.toString();
  }
}
