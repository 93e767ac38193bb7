package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the answers of a tasks file; what is wrong becomes findings, and what is left is kept. */
final class AnswerReader {

  private static final List<String> OUTCOMES = List.of("return", "fail", "exec", "http", "never");
  private static final List<String> KEYS =
      List.of("return", "fail", "exec", "http", "never", "after", "submitted", "heartbeat");

  private static final List<String> KEYS_OF_MOCKS =
      List.of("return", "fail", "never", "when", "after", "submitted", "heartbeat", "exec", "http");

  private final Findings findings;
  private final Path folder;
  private final boolean mocks;

  /**
   * A reader.
   *
   * @param mocks whether the answers are those of a test: they may have a condition, {@code when},
   *     which others read
   */
  AnswerReader(Findings findings, Path folder, boolean mocks) {
    this.findings = findings;
    this.folder = folder;
    this.mocks = mocks;
  }

  /** One answer, or a list of them for one call after the other. */
  List<Answer> answers(Node node) {
    List<Answer> answers = new ArrayList<>();
    if (!node.value().isArray()) {
      answer(node).ifPresent(answers::add);
      return answers;
    }
    if (node.value().isEmpty()) {
      findings.error(
          TasksFindings.AN_ANSWER_IS_ONE_THING, node, "The list of answers is empty.", "");
    }
    for (int i = 0; i < node.value().size(); i++) {
      answer(node.element(i)).ifPresent(answers::add);
    }
    return answers;
  }

  private Optional<Answer> answer(Node node) {
    List<String> keys = mocks ? KEYS_OF_MOCKS : KEYS;
    if (!findings.isObject(node, "an answer", keys)) {
      return Optional.empty();
    }
    List<String> said = OUTCOMES.stream().filter(node::has).toList();
    boolean mistyped =
        node.value().properties().stream().anyMatch(field -> !keys.contains(field.getKey()));
    if (said.isEmpty() && mistyped) {
      return Optional.empty();
    }
    if (said.size() != 1) {
      String message =
          said.isEmpty()
              ? "The answer says nothing: it has none of %s."
                  .formatted(
                      mocks
                          ? "`return`, `fail`, `never`"
                          : "`return`, `fail`, `exec`, `http`, `never`")
              : "The answer says several things at once: `" + String.join("`, `", said) + "`.";
      String hint = said.isEmpty() ? "" : "for one call after the other, write a list of answers";
      findings.errorAtKey(TasksFindings.AN_ANSWER_IS_ONE_THING, node, message, hint);
      return Optional.empty();
    }
    Optional<Outcome> outcome = outcome(said.getFirst(), node.field(said.getFirst()));
    Optional<Duration> after = duration(node.field("after"));
    Optional<Duration> heartbeat = duration(node.field("heartbeat"));
    if (heartbeat.filter(Duration::isZero).isPresent()) {
      findings.wrongType(node.field("heartbeat"), "`heartbeat`", "a duration above zero");
    }
    Optional<JsonNode> submitted =
        Optional.of(node.field("submitted").value()).filter(value -> !value.isMissingNode());
    return outcome.map(
        known -> new Answer(known, after.orElse(Duration.ZERO), submitted, heartbeat));
  }

  private Optional<Outcome> outcome(String key, Node node) {
    return switch (key) {
      case "return" -> Optional.of(new Outcome.Return(node.value()));
      case "fail" -> fail(node);
      case "exec" -> exec(node);
      case "http" -> http(node);
      default -> never(node);
    };
  }

  private Optional<Outcome> never(Node node) {
    if (node.value().isBoolean() && node.value().booleanValue()) {
      return Optional.of(new Outcome.Never());
    }
    findings.wrongType(node, "`never`", "true");
    return Optional.empty();
  }

  private Optional<Outcome> fail(Node node) {
    if (node.value().isTextual()) {
      return Optional.of(new Outcome.Fail(Optional.of(node.value().textValue()), Optional.empty()));
    }
    if (!findings.isObject(node, "`fail`", List.of("error", "cause"))) {
      return Optional.empty();
    }
    Node cause = node.field("cause");
    Optional<String> causeText =
        Optional.of(cause.value())
            .filter(value -> !value.isMissingNode() && !value.isNull())
            .map(value -> value.isTextual() ? value.textValue() : Json.write(value));
    return Optional.of(new Outcome.Fail(text(node.field("error"), "`error`"), causeText));
  }

  private Optional<Outcome> exec(Node node) {
    Node command = node;
    Path directory = folder;
    Map<String, String> environment = Map.of();
    if (node.value().isObject()) {
      List<String> keys = List.of("command", "shell", "directory", "environment");
      findings.isObject(node, "`exec`", keys);
      directory = directory(node.field("directory"));
      environment = texts(node.field("environment"), "`environment`");
      if (node.has("shell")) {
        Path there = directory;
        Map<String, String> variables = environment;
        return text(node.field("shell"), "`shell`")
            .map(script -> new Outcome.Exec(List.of("sh", "-c", script), there, variables));
      }
      if (!node.has("command")) {
        findings.errorAtKey(
            TasksFindings.VALUES_HAVE_THEIR_TYPES,
            node,
            "`exec` names no program.",
            "add `command`, or `shell` with a script for sh");
        return Optional.empty();
      }
      command = node.field("command");
    }
    List<String> words = command(command);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Outcome.Exec(words, directory, environment));
  }

  /** The words of a command; none if there was something wrong. */
  private List<String> command(Node node) {
    JsonNode value = node.value();
    boolean texts = value.isArray() && !value.isEmpty();
    for (JsonNode word : value) {
      texts &= word.isTextual();
    }
    List<String> words = List.of();
    if (value.isTextual()) {
      words = CommandLine.words(value.textValue()).orElse(List.of());
    } else if (texts) {
      words = value.valueStream().map(JsonNode::textValue).toList();
    }
    if (words.isEmpty() || words.getFirst().isEmpty()) {
      findings.wrongType(node, "a program", "a text such as `python3 check.py` or a list of texts");
      return List.of();
    }
    return words;
  }

  private Path directory(Node node) {
    Optional<String> named = text(node, "`directory`");
    try {
      return named.map(folder::resolve).orElse(folder);
    } catch (InvalidPathException wrong) {
      findings.wrongType(node, "`directory`", "a path");
      return folder;
    }
  }

  private Optional<Outcome> http(Node node) {
    if (!node.value().isObject()) {
      return url(node).map(url -> new Outcome.Http(url, "POST", Map.of()));
    }
    findings.isObject(node, "`http`", List.of("url", "method", "headers"));
    Optional<URI> url = url(node.field("url"));
    String method = text(node.field("method"), "`method`").orElse("POST").toUpperCase(Locale.ROOT);
    Map<String, String> headers = texts(node.field("headers"), "`headers`");
    return url.map(there -> new Outcome.Http(there, method, headers));
  }

  private Optional<URI> url(Node node) {
    try {
      URI uri = new URI(node.value().asText(""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (node.value().isTextual() && web && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException noUrl) {
      // Said below, as for other texts that are none.
    }
    if (node.value().isMissingNode()) {
      findings.errorAtKey(
          TasksFindings.VALUES_HAVE_THEIR_TYPES, node, "`http` has no `url`.", "add it");
    } else {
      findings.wrongType(node, "a URL", "a text that begins with http:// or https://");
    }
    return Optional.empty();
  }

  private Optional<Duration> duration(Node node) {
    if (node.value().isMissingNode()) {
      return Optional.empty();
    }
    if (node.value().isTextual()) {
      Optional<Duration> duration = Durations.parse(node.value().textValue());
      if (duration.isPresent()) {
        return duration;
      }
    }
    findings.wrongType(node, "a duration", "a text such as `3s`, `2 days` or `PT1H30M`");
    return Optional.empty();
  }

  private Optional<String> text(Node node, String what) {
    if (node.value().isMissingNode()) {
      return Optional.empty();
    }
    if (!node.value().isTextual()) {
      findings.wrongType(node, what, "a text");
      return Optional.empty();
    }
    return Optional.of(node.value().textValue());
  }

  private Map<String, String> texts(Node node, String what) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (node.value().isMissingNode()) {
      return texts;
    }
    if (!node.value().isObject()) {
      findings.wrongType(node, what, "an object with texts");
      return texts;
    }
    for (Map.Entry<String, JsonNode> field : node.value().properties()) {
      String name = field.getKey();
      text(node.field(name), "`" + name + "`").ifPresent(text -> texts.put(name, text));
    }
    return texts;
  }
}
