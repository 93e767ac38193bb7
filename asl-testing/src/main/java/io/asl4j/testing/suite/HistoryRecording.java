package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.json.Redaction;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Rfc3339;
import io.asl4j.testing.trace.Definition;
import io.asl4j.testing.trace.Shown;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a case that {@code asl replay} runs out of the history of an execution, as AWS answers to
 * {@code get-execution-history}, and its definition.
 *
 * <p>Task tokens become placeholders, since each run has its own; secrets are taken out by rule.
 */
public final class HistoryRecording {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "roleArn",
          "inputDetails",
          "outputDetails",
          "assignedVariablesDetails",
          "stateMachineAliasArn",
          "stateMachineVersionArn");
  private static final Set<String> JSON_TEXTS = Set.of("input", "output", "parameters");

  private final Definition definition;
  private final Map<Long, ObjectNode> events = new HashMap<>();
  private final Map<Long, String> stateOf = new HashMap<>();
  private final Map<Long, ObjectNode> answerOf = new HashMap<>();
  private final ObjectNode tasks = JsonNodeFactory.instance.objectNode();
  private final ArrayNode history = JsonNodeFactory.instance.arrayNode();
  private boolean overlaps;

  private HistoryRecording(Definition definition) {
    this.definition = definition;
  }

  /**
   * Makes the case.
   *
   * @param answer what AWS answered: an object with {@code events}, all pages together
   * @param id names the case, such as {@code orders/declined-card}
   * @throws IOException if it is no such answer, or not all of it; the message says which
   */
  public static ObjectNode of(
      JsonNode answer, Definition definition, String id, Redaction redaction) throws IOException {
    JsonNode list = answer.isArray() ? answer : answer.path("events");
    if (!list.isArray() || list.isEmpty()) {
      throw new IOException(
          "This is no history: an object with a list `events` is expected, as `aws stepfunctions"
              + " get-execution-history` prints it.");
    }
    List<JsonNode> sorted = sorted(list);
    JsonNode started = sorted.getFirst().path("executionStartedEventDetails");
    if (sorted.getFirst().path("type").asText().equals("ExecutionStarted")
        && !started.has("input")) {
      throw new IOException(
          "The history has no data: its execution started without an input. Fetch it with"
              + " --include-execution-data.");
    }
    HistoryRecording recording = new HistoryRecording(definition);
    for (JsonNode event : sorted) {
      recording.add(event);
    }
    JsonNode made = recording.make(list, id);
    return (ObjectNode) redaction.sparingExpressions().apply(made);
  }

  /**
   * Lets a case that {@link #of} made run the definition in a file instead of its own copy, so that
   * it fails when the file no longer does the same.
   *
   * @param file the path of the file, relative to where the case will be
   * @return whether it does so: not if the copy lacks secrets that the file has
   */
  public static boolean follow(ObjectNode recorded, Definition definition, String file) {
    if (!recorded.path("definition").equals(definition.machine().definition())) {
      return false;
    }
    recorded.set("definitionFile", TextNode.valueOf(file));
    recorded.remove("definition");
    return true;
  }

  private static List<JsonNode> sorted(JsonNode list) throws IOException {
    List<JsonNode> sorted =
        list.valueStream()
            .sorted(Comparator.comparingLong(event -> event.path("id").asLong()))
            .toList();
    for (JsonNode event : list) {
      if (!event.path("id").isIntegralNumber() || !event.path("type").isTextual()) {
        throw new IOException(
            "This is no event of a history, since it has no `id` and `type`: " + Shown.json(event));
      }
    }
    for (int i = 0; i < sorted.size(); i++) {
      boolean twice = i > 0 && sorted.get(i).path("id").equals(sorted.get(i - 1).path("id"));
      if (twice) {
        throw new IOException(
            "The history has two events %s; it is that of several executions, or a page of it is there twice."
                .formatted(sorted.get(i).path("id")));
      }
      if (sorted.get(i).path("id").asLong() != i + 1) {
        throw new IOException(
            "The history has no event %d; fetch all pages of it (leave out --max-items)."
                .formatted(i + 1));
      }
    }
    return sorted;
  }

  private void add(JsonNode event) throws IOException {
    ObjectNode flat = flat(event);
    long id = flat.path("id").asLong();
    long previous = flat.path("previousEventId").asLong();
    String type = flat.path("type").asText();
    events.put(id, flat);
    history.add(flat);
    if (type.endsWith("StateEntered")) {
      String name = flat.path("name").asText();
      if (definition.find(name).isEmpty()) {
        throw new IOException(
            "The history visits the state `%s`, which %s does not have; is it another version of the definition?"
                .formatted(name, definition.name()));
      }
      stateOf.put(id, name);
      return;
    }
    String state = stateOf.getOrDefault(previous, "");
    stateOf.put(id, state);
    if (type.equals("ParallelStateStarted") || flat.path("length").asInt() > 1) {
      overlaps = true;
    }
    answer(type, id, previous, state, flat);
  }

  private void answer(String type, long id, long previous, String state, ObjectNode event) {
    ObjectNode known = answerOf.get(previous);
    if (type.matches("(Task|LambdaFunction|Activity)Scheduled")) {
      ObjectNode answer =
          tasks.withArray("/" + state.replace("~", "~0").replace("/", "~1")).addObject();
      answer.set("when", event.path(event.has("parameters") ? "parameters" : "input"));
      answerOf.put(id, answer);
      return;
    }
    if (known == null) {
      return;
    }
    if (type.matches("(Task|LambdaFunction|Activity)Started")) {
      answerOf.put(id, known);
    } else if (type.equals("TaskSubmitted")) {
      known.set("submitted", event.path("output"));
      answerOf.put(id, known);
    } else if (type.endsWith("Succeeded")) {
      known.set("result", event.path("output"));
    } else if (type.endsWith("TimedOut")) {
      known.put("timeout", true);
    } else if (type.endsWith("Failed")) {
      known.set("error", event.path("error"));
      known.set("cause", event.path("cause"));
    }
  }

  private ObjectNode flat(JsonNode event) {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    flat.put("id", event.path("id").asLong());
    flat.put("previousEventId", event.path("previousEventId").asLong());
    flat.put("type", event.path("type").asText());
    for (Map.Entry<String, JsonNode> member : event.properties()) {
      if (member.getKey().endsWith("EventDetails")) {
        member.getValue().properties().forEach(detail -> detail(flat, detail));
      }
    }
    return flat;
  }

  private static void detail(ObjectNode flat, Map.Entry<String, JsonNode> detail) {
    String name = detail.getKey();
    JsonNode value = detail.getValue();
    if (LEFT_OUT.contains(name) || value.isNull()) {
      return;
    }
    if (name.equals("assignedVariables")) {
      ObjectNode variables = flat.putObject(name);
      value.properties().forEach(each -> variables.set(each.getKey(), parsed(each.getValue())));
      return;
    }
    flat.set(name, JSON_TEXTS.contains(name) ? parsed(value) : value);
  }

  private static JsonNode parsed(JsonNode text) {
    if (!text.isTextual()) {
      return text;
    }
    try {
      return Json.parse(text.textValue());
    } catch (JsonSyntaxFailed notJson) {
      return text;
    }
  }

  private ObjectNode make(JsonNode list, String id) {
    Collection<String> placeholders = hideTokens();
    ObjectNode made = JsonNodeFactory.instance.objectNode();
    Optional<Instant> start = instant(list.path(0).path("timestamp"));
    made.put("id", id);
    start.ifPresent(
        at -> made.put("recorded", at.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
    made.put("kind", "execution");
    made.set("definition", definition.machine().definition());
    made.set("input", history.path(0).path("input"));
    made.set("tasks", tasks);
    start.ifPresent(at -> made.put("clock", at.toString()));
    ArrayNode wildcards = made.putArray("wildcards");
    placeholders.forEach(wildcards::add);
    if (overlaps) {
      made.put("deterministic", false);
      made.putArray("why").add("iteration order: branches or iterations overlap");
    }
    expect(made.putObject("expect"));
    return made;
  }

  private void expect(ObjectNode expect) {
    JsonNode last = history.path(history.size() - 1);
    String type = last.path("type").asText();
    String status =
        switch (type) {
          case "ExecutionSucceeded" -> "SUCCEEDED";
          case "ExecutionFailed" -> "FAILED";
          case "ExecutionTimedOut" -> "TIMED_OUT";
          case "ExecutionAborted" -> "ABORTED";
          default -> "RUNNING";
        };
    expect.put("status", status);
    for (String member : List.of("output", "error", "cause")) {
      if (last.has(member) && !status.equals("RUNNING")) {
        expect.set(member, last.path(member));
      }
    }
    expect.set("history", history);
  }

  /** AWS's own tool writes ISO 8601, other tools seconds since 1970. */
  private static Optional<Instant> instant(JsonNode timestamp) {
    if (timestamp.isNumber()) {
      BigDecimal millis = timestamp.decimalValue().movePointRight(3);
      return Optional.of(Instant.ofEpochMilli(millis.longValue()));
    }
    try {
      return Rfc3339.parse(timestamp.asText())
          .or(() -> Optional.of(OffsetDateTime.parse(timestamp.asText()).toInstant()));
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  /** Puts a placeholder for each task token, wherever it occurs. */
  private Collection<String> hideTokens() {
    Map<String, String> tokens = new LinkedHashMap<>();
    events.values().stream()
        .filter(event -> event.path("type").asText().endsWith("Scheduled"))
        .forEach(event -> collectTokens(event, tokens));
    history.forEach(event -> replace((ObjectNode) event, tokens));
    tasks.forEach(answers -> answers.forEach(answer -> replace((ObjectNode) answer, tokens)));
    return tokens.values();
  }

  private void collectTokens(ObjectNode event, Map<String, String> tokens) {
    String name = stateOf.getOrDefault(event.path("id").asLong(), "");
    State state = definition.find(name).map(Definition.Located::state).orElse(null);
    if (state == null) {
      return;
    }
    JsonNode written = definition.machine().definition().at(definition.pointer(name));
    for (String field : List.of("Parameters", "Arguments")) {
      collect(written.path(field), event.path("parameters"), tokens);
    }
  }

  private static void collect(JsonNode written, JsonNode actual, Map<String, String> tokens) {
    for (Map.Entry<String, JsonNode> field : written.properties()) {
      String key = field.getKey();
      String name = key.endsWith(".$") ? key.substring(0, key.length() - 2) : key;
      JsonNode value = actual.path(name);
      boolean token = field.getValue().asText().contains("Task.Token");
      if (token && value.isTextual()) {
        tokens.computeIfAbsent(value.textValue(), t -> "<token:" + (tokens.size() + 1) + ">");
      }
      collect(field.getValue(), value, tokens);
    }
  }

  private static void replace(ObjectNode object, Map<String, String> tokens) {
    object.properties().forEach(field -> field.setValue(replaced(field.getValue(), tokens)));
  }

  private static JsonNode replaced(JsonNode value, Map<String, String> tokens) {
    if (value.isTextual()) {
      String text = value.textValue();
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        text = text.replace(token.getKey(), token.getValue());
      }
      return TextNode.valueOf(text);
    }
    if (value.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), tokens)));
      return copy;
    }
    if (value.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      value.forEach(element -> copy.add(replaced(element, tokens)));
      return copy;
    }
    return value;
  }
}
