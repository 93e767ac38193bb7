package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceProblem;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recording: a request to AWS Step Functions joined with what the service answered.
 *
 * <p>A case is a JSON object in a file of its own. {@code docs/replay.md} describes its fields; an
 * execution needs {@code definition} or {@code definitionFile}, {@code input} and {@code expect},
 * and {@code tasks} if it has Task states. Placeholders in the request are replaced when the case
 * is read; those in what is expected stay, and match any text. Immutable.
 */
public final class RecordedCase {

  /** What was asked of the service. */
  public enum Kind {
    /** An execution, with its outcome and mostly its history. */
    EXECUTION("execution"),
    /** A synchronous Express execution. */
    EXPRESS_SYNC("express-sync"),
    /** A definition that was refused. */
    CREATE_ERROR("create-error"),
    /** A definition that was validated. */
    VALIDATE("validate"),
    /** One state, tested alone. */
    TEST_STATE("test-state"),
    /** A series of calls of the service's API. */
    API("api");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    static Optional<Kind> of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** The name in case files. */
    @Override
    public String toString() {
      return id;
    }
  }

  private static final List<String> COMPARED =
      List.of("status", "history", "response", "logs", "endEvent", "error");
  private static final Instant UNDATED = Instant.parse("2026-01-01T00:00:00Z");

  private final String id;
  private final Kind kind;
  private final JsonNode root;

  /** Null when the case has a definition of its own. */
  private final @Nullable SourceText definitionFile;

  private final Placeholders placeholders;
  private final Instant start;
  private final Instant recorded;

  private RecordedCase(
      String id,
      Kind kind,
      JsonNode root,
      @Nullable SourceText definitionFile,
      Placeholders placeholders,
      Instant start,
      Instant recorded) {
    this.id = id;
    this.kind = kind;
    this.root = root;
    this.definitionFile = definitionFile;
    this.placeholders = placeholders;
    this.start = start;
    this.recorded = recorded;
  }

  /**
   * Reads a case file (UTF-8).
   *
   * @throws CaseUnreadable if there is no such file, if it is not JSON, or if it is not a case
   */
  public static RecordedCase read(Path file) throws CaseUnreadable {
    SourceText source;
    try {
      source = SourceText.read(file);
    } catch (SourceUnreadable e) {
      throw new CaseUnreadable(e.getMessage() == null ? file.toString() : e.getMessage());
    }
    SourceDocument document = JsonText.read(source);
    if (!document.problems().isEmpty()) {
      SourceProblem problem = document.problems().getFirst();
      throw new CaseUnreadable(
          "%s:%s: %s".formatted(source.name(), problem.range(), problem.message()));
    }
    return new CaseFile(file, document).read();
  }

  /** The fields of a case file, with the places to blame. */
  private record CaseFile(Path file, SourceDocument document) {

    RecordedCase read() throws CaseUnreadable {
      JsonNode root = document.root();
      if (!root.isObject()) {
        throw wrong("", "A case is a JSON object, not " + Named.typeOf(root) + ".");
      }
      Kind kind = kind();
      if (!root.has("expect") && kind != Kind.API) {
        throw wrong("", "The case has no `expect`, so there is nothing to compare with.");
      }
      SourceText definitionFile = definitionFile();
      if (!root.has("definition") && definitionFile == null && kind != Kind.API) {
        throw wrong("", "The case has no `definition`, so there is nothing to run.");
      }
      mustBe("expect", root.path("expect").isObject(), "an object");
      if (kind != Kind.API && COMPARED.stream().noneMatch(root.path("expect")::has)) {
        throw wrong(
            "/expect",
            "`expect` has none of %s, so there is nothing to compare with."
                .formatted(String.join(", ", COMPARED)));
      }
      mustBe("tasks", root.path("tasks").isObject(), "an object of lists, by state name");
      mustBe("bindings", root.path("bindings").isObject(), "an object of texts");
      mustBe("wildcards", root.path("wildcards").isArray(), "a list of texts");
      for (var task : root.path("tasks").properties()) {
        mustBe("tasks/" + task.getKey(), task.getValue().isArray(), "a list of answers");
      }
      Instant recorded = date("recorded").orElse(UNDATED);
      return new RecordedCase(
          text("id").orElse(stem()),
          kind,
          root,
          definitionFile,
          Placeholders.of(root.path("bindings"), root.path("wildcards"), generated(root)),
          date("clock").orElse(recorded),
          recorded);
    }

    /**
     * The definition in a file beside the case, so that the case follows its changes; null if the
     * case names none.
     */
    private @Nullable SourceText definitionFile() throws CaseUnreadable {
      Optional<String> name = text("definitionFile");
      if (name.isEmpty()) {
        return null;
      }
      if (document.root().has("definition")) {
        throw wrong("/definitionFile", "The case has both `definition` and `definitionFile`.");
      }
      try {
        Path folder = file.toAbsolutePath().getParent();
        Path beside = folder == null ? Path.of(name.get()) : folder.resolve(name.get());
        Path found = Files.exists(beside) ? beside.normalize() : Path.of(name.get());
        return SourceText.of(shown(found), SourceText.read(found).text());
      } catch (SourceUnreadable | InvalidPathException unreadable) {
        throw wrong(
            "/definitionFile",
            "The definition `%s` cannot be read, neither from the folder of the case nor from this one: %s"
                .formatted(Named.cut(name.get()), unreadable.getMessage()));
      }
    }

    private static String shown(Path path) {
      Path here = Path.of("").toAbsolutePath();
      Path absolute = path.toAbsolutePath();
      return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    /** Words that a recorder puts for values that are drawn anew in each run. */
    private static Set<String> generated(JsonNode root) {
      Set<String> words = new HashSet<>();
      for (JsonNode why : root.path("why")) {
        switch (why.asText()) {
          case "uuid" -> words.add("generated-uuid");
          case "random" -> words.add("RandomNumberGenerated");
          default -> {}
        }
      }
      return words;
    }

    private Kind kind() throws CaseUnreadable {
      String name = text("kind").orElse("execution");
      Optional<Kind> kind = Kind.of(name);
      if (kind.isEmpty()) {
        throw wrong(
            "/kind",
            "`%s` is no kind of case; there are execution, express-sync, create-error, validate, test-state and api."
                .formatted(Named.cut(name)));
      }
      return kind.get();
    }

    private String stem() {
      String name = String.valueOf(file.getFileName());
      String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
      Path folder = file.toAbsolutePath().getParent();
      return folder == null || folder.getFileName() == null
          ? stem
          : folder.getFileName() + "/" + stem;
    }

    private void mustBe(String field, boolean fits, String what) throws CaseUnreadable {
      JsonNode found = document.root().at("/" + field);
      if (!found.isMissingNode() && !fits) {
        throw wrong(
            "/" + field, "`%s` must be %s but is %s.".formatted(field, what, Named.typeOf(found)));
      }
    }

    private Optional<String> text(String field) throws CaseUnreadable {
      JsonNode found = document.root().path(field);
      if (found.isMissingNode() || found.isNull()) {
        return Optional.empty();
      }
      mustBe(field, found.isTextual(), "a text");
      return Optional.of(found.textValue());
    }

    private Optional<Instant> date(String field) throws CaseUnreadable {
      Optional<String> text = text(field);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            text.get().indexOf('T') < 0
                ? LocalDate.parse(text.get()).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text.get()));
      } catch (DateTimeParseException e) {
        throw wrong(
            "/" + field,
            "`%s` must be a date such as 2026-01-31 or 2026-01-31T12:00:00Z but is `%s`."
                .formatted(field, Named.cut(text.get())));
      }
    }

    private CaseUnreadable wrong(String pointer, String message) {
      return new CaseUnreadable(
          "%s:%s: %s".formatted(document.source().name(), document.map().value(pointer), message));
    }
  }

  /**
   * Names the case: area, slash, the rest. Without an {@code id} in the file, its folder and name.
   */
  public String id() {
    return id;
  }

  /** What the id begins with; groups cases in reports. */
  public String area() {
    int slash = id.indexOf('/');
    return slash < 0 ? "cases" : id.substring(0, slash);
  }

  /** What was asked of the service. */
  public Kind kind() {
    return kind;
  }

  /** Whether the machine is an Express one. */
  public boolean isExpress() {
    return kind == Kind.EXPRESS_SYNC || root.path("type").asText().equals("EXPRESS");
  }

  /** The definition as text, placeholders replaced. */
  public String definition() {
    return definitionSource().text();
  }

  /** The definition with the name that messages about it use: its file, or that of the case. */
  SourceText definitionSource() {
    return definitionFile != null ? definitionFile : SourceText.of(id, ownDefinition());
  }

  private String ownDefinition() {
    JsonNode definition = root.path("definition");
    return definition.isTextual()
        ? placeholders.bind(definition.textValue())
        : Json.write(placeholders.bind(definition));
  }

  /**
   * The input of the execution or state, placeholders replaced; {@code {}} if the call had none.
   */
  public JsonNode input() {
    JsonNode input = root.path("input");
    return input.isMissingNode() || root.path("inputOmitted").asBoolean()
        ? JsonNodeFactory.instance.objectNode()
        : placeholders.bind(input);
  }

  /** What the clock shows at the start: {@code clock}, or the day of the recording. */
  public Instant start() {
    return start;
  }

  /** How the service differed when the recording was made. */
  ServiceDate serviceDate() {
    return new ServiceDate(recorded);
  }

  Placeholders placeholders() {
    return placeholders;
  }

  /** A field of the case, placeholders replaced as far as they are bound. */
  JsonNode field(String name) {
    return placeholders.bind(root.path(name));
  }

  /** What the service answered; placeholders that are bound are replaced. */
  JsonNode expect() {
    return field("expect");
  }

  /** Whether the file says why something in it differs from run to run, in words that begin so. */
  boolean varies(String reason) {
    for (JsonNode why : root.path("why")) {
      if (why.asText().startsWith(reason)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the recording stops before the end of the execution. */
  boolean isCutShort() {
    JsonNode expect = root.path("expect");
    return expect.path("incomplete").asBoolean()
        || expect.path("status").asText().equals("RUNNING");
  }

  /** Whether outcome and order of events are the same in every run. */
  boolean isDeterministic() {
    return root.path("deterministic").asBoolean(true);
  }

  @Override
  public String toString() {
    return id;
  }
}
