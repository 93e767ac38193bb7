package io.asl4j.core.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.parse.Languages;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.query.jsonata.Jsonata;
import io.asl4j.core.query.jsonata.JsonataFailed;
import io.asl4j.core.query.jsonata.JsonataReferences;
import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.validate.Outline.StateOutline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in a state that is evaluated: a JSONata expression, or a JSONPath with or without
 * intrinsic functions.
 *
 * @param spot where it stands
 * @param source the text; of a JSONata expression what is between the delimiters
 * @param isJsonata in which language
 */
public record StateQuery(Spot spot, String source, boolean isJsonata) {

  private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");
  private static final Pattern PATH_VARIABLE =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
  private static final Set<String> INNER_SCOPES = Set.of("Branches", "ItemProcessor", "Iterator");
  private static final Set<String> PAYLOADS =
      Set.of(
          "Parameters",
          "ResultSelector",
          "ItemSelector",
          "Assign",
          "Credentials",
          "BatchInput",
          "Arguments");

  /** All queries of a state, without those of the states inside it. */
  public static List<StateQuery> of(StateOutline state, Outline outline) {
    boolean isJsonata = Languages.isJsonata(state.spot().node(), outline.definition().node());
    List<StateQuery> queries = new ArrayList<>();
    for (Spot field : state.spot().fields()) {
      if (!INNER_SCOPES.contains(field.name())
          && !field.name().equals("Comment")
          && !(field.name().equals("Result") && !isJsonata)) {
        collect(field, isJsonata, false, queries);
      }
    }
    return queries;
  }

  /** All queries inside one value of a state. */
  public static List<StateQuery> inside(Spot value, StateOutline state, Outline outline) {
    boolean isJsonata = Languages.isJsonata(state.spot().node(), outline.definition().node());
    List<StateQuery> queries = new ArrayList<>();
    collect(value, isJsonata, PAYLOADS.contains(value.name()), queries);
    return queries;
  }

  private static void collect(
      Spot value, boolean isJsonata, boolean isPayload, List<StateQuery> into) {
    if (value.node().isContainerNode()) {
      boolean inside = isPayload || PAYLOADS.contains(value.name());
      value.fields().forEach(field -> collect(field, isJsonata, inside, into));
      value.items().forEach(item -> collect(item, isJsonata, inside, into));
      return;
    }
    if (!value.node().isTextual() || hasHole(value.node().textValue())) {
      return;
    }
    String text = value.node().textValue();
    if (isJsonata) {
      expression(text).ifPresent(source -> into.add(new StateQuery(value, source, true)));
    } else if (isPathField(value.name(), isPayload) && text.length() > 1) {
      into.add(new StateQuery(value, text, false));
    }
  }

  private static boolean hasHole(String text) {
    return text.contains("${") || text.contains("#{");
  }

  private static boolean isPathField(String name, boolean isPayload) {
    return name.endsWith(".$")
        || (!isPayload && (name.endsWith("Path") || name.equals("Variable")));
  }

  /** What stands between the delimiters of a JSONata expression; empty for any other text. */
  public static Optional<String> expression(String text) {
    boolean isExpression = text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}");
    return isExpression
        ? Optional.of(text.substring(2, text.length() - 2).strip())
        : Optional.empty();
  }

  /** Whether any text inside a value fits. */
  public static boolean anyText(JsonNode value, Predicate<String> fits) {
    if (value.isTextual()) {
      return fits.test(value.textValue());
    }
    for (JsonNode inside : value) {
      if (anyText(inside, fits)) {
        return true;
      }
    }
    return false;
  }

  /** What a JSONata expression refers to; empty for JSONPath, and if it cannot be read. */
  public Optional<JsonataReferences> references() {
    if (!isJsonata) {
      return Optional.empty();
    }
    try {
      return Optional.of(Jsonata.compile(source).references());
    } catch (JsonataFailed e) {
      // Reported as a syntax error already.
      return Optional.empty();
    }
  }

  /** The workflow variables that it reads, without those it asks whether they exist. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    if (isJsonata) {
      references()
          .ifPresent(
              found ->
                  found.variables().stream()
                      .filter(this::isUnguardedVariable)
                      .forEach(variable -> names.add(variable.name())));
      return names;
    }
    Matcher matcher = PATH_VARIABLE.matcher(QUOTED.matcher(source).replaceAll("''"));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** Where an expression asks whether a variable exists, its author has thought of that. */
  private boolean isUnguardedVariable(Reference variable) {
    return !variable.name().equals("states")
        && !variable.isFunction()
        && !isAskedFor(variable.name());
  }

  private boolean isAskedFor(String variable) {
    int at = source.indexOf("$exists");
    return at >= 0
        && Pattern.compile("\\$exists\\s*\\(\\s*\\$" + Pattern.quote(variable) + "\\s*[).\\[]")
            .matcher(source)
            .find(at);
  }
}
