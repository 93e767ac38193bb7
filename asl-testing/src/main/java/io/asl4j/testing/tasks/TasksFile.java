package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.TextDiagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that says how Task states are answered, in YAML or JSON.
 *
 * <pre>{@code
 * states:
 *   Charge card:                       # the first call fails, the second and all later ones work
 *     - fail: { error: Gateway.Busy, cause: The gateway is busy. }
 *       after: 2s
 *     - return: { charged: true }
 *   Approve:                           # a callback task: the token comes back after two days
 *     submitted: { MessageId: m-1 }
 *     after: 2 days
 *     return: { approved: true }
 * resources:
 *   arn:aws:lambda:*:function:stock-*:
 *     exec: python3 stock.py
 *   arn:aws:states:::sns:publish:
 *     http: http://localhost:8080/publish
 * }</pre>
 *
 * <p>A state name wins over a resource, a resource over a pattern. Programs run in the folder of
 * the file. Immutable.
 */
public final class TasksFile {

  private final SourceDocument document;
  private final Diagnostics diagnostics;
  private final Map<String, List<Answer>> byState;
  private final Map<String, List<Answer>> byResource;

  private TasksFile(
      SourceDocument document,
      Diagnostics diagnostics,
      Map<String, List<Answer>> byState,
      Map<String, List<Answer>> byResource) {
    this.document = document;
    this.diagnostics = diagnostics;
    this.byState = Collections.unmodifiableMap(byState);
    this.byResource = Collections.unmodifiableMap(byResource);
  }

  /**
   * Reads a UTF-8 file; never throws for what stands in it.
   *
   * @throws SourceUnreadable if the file cannot be read as text
   */
  public static TasksFile read(Path file) throws SourceUnreadable {
    Path folder = file.toAbsolutePath().getParent();
    return parse(SourceText.read(file), folder == null ? file.toAbsolutePath() : folder);
  }

  /**
   * Reads a text; never throws for what stands in it.
   *
   * @param folder where its programs run
   */
  public static TasksFile parse(SourceText source, Path folder) {
    return of(DefinitionText.read(source), folder);
  }

  /**
   * Reads the answers that stand inside another document: the mocks of a file of test cases. They
   * may have a condition on the input of the call, {@code when}, which is not looked at here; they
   * run no programs and call no URLs.
   *
   * @param pointer where in the document; nothing there is no answers
   */
  public static TasksFile inside(SourceDocument document, String pointer, Path folder) {
    Map<String, List<Answer>> byState = new LinkedHashMap<>();
    Map<String, List<Answer>> byResource = new LinkedHashMap<>();
    Findings findings = new Findings(document.map());
    Node node = new Node(document.root().at(pointer), pointer);
    if (!node.value().isMissingNode()) {
      read(
          node, "`mocks`", findings, new AnswerReader(findings, folder, true), byState, byResource);
    }
    return new TasksFile(document, findings.all(), byState, byResource);
  }

  private static void read(
      Node root,
      String what,
      Findings findings,
      AnswerReader reader,
      Map<String, List<Answer>> byState,
      Map<String, List<Answer>> byResource) {
    if (findings.isObject(root, what, List.of("states", "resources"))) {
      section(root.field("states"), byState, findings, reader);
      section(root.field("resources"), byResource, findings, reader);
    }
  }

  private static TasksFile of(SourceDocument document, Path folder) {
    Map<String, List<Answer>> byState = new LinkedHashMap<>();
    Map<String, List<Answer>> byResource = new LinkedHashMap<>();
    Diagnostics ofText = TextDiagnostics.of(document);
    if (!document.isReadable()) {
      return new TasksFile(document, ofText, byState, byResource);
    }
    Findings findings = new Findings(document.map());
    Node root = new Node(document.root(), "");
    AnswerReader reader = new AnswerReader(findings, folder, false);
    read(root, "a tasks file", findings, reader, byState, byResource);
    return new TasksFile(document, ofText.and(findings.all()), byState, byResource);
  }

  private static void section(
      Node section, Map<String, List<Answer>> answers, Findings findings, AnswerReader reader) {
    if (section.value().isMissingNode() || section.value().isNull()) {
      return;
    }
    if (!section.value().isObject()) {
      findings.wrongType(section, "this section", "an object with one field for each answer");
      return;
    }
    for (Map.Entry<String, JsonNode> field : section.value().properties()) {
      answers.put(field.getKey(), reader.answers(section.field(field.getKey())));
    }
  }

  /** What is wrong with the file by itself. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * What does not fit the machines that are to be answered: states that do not exist or are no Task
   * states (errors), resources that nobody calls (warnings).
   */
  public Diagnostics check(Collection<StateMachine> machines) {
    return TasksCheck.of(document, byState.keySet(), byResource.keySet(), machines);
  }

  /** The answers by state name, in the order of the file. */
  public Map<String, List<Answer>> byState() {
    return byState;
  }

  /** The answers by resource or pattern, in the order of the file. */
  public Map<String, List<Answer>> byResource() {
    return byResource;
  }

  /**
   * Handlers that give these answers, and count calls from the first one.
   *
   * @throws InvalidTasksFile if there is any error
   */
  public TaskAnswers answers() {
    if (diagnostics.hasErrors()) {
      throw new InvalidTasksFile(diagnostics);
    }
    return new TaskAnswers(byState, byResource);
  }
}
