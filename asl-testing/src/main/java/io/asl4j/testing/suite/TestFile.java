package io.asl4j.testing.suite;

import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.TextDiagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of test cases, {@code *.asltest.yaml} or {@code *.asltest.json}.
 *
 * <pre>{@code
 * machine: order.asl.json
 * mocks:
 *   states:
 *     Reserve: { return: { reserved: true } }
 * cases:
 *   - name: a declined card cancels the order
 *     input: { amount: 12 }
 *     mocks:
 *       states:
 *         Charge: { fail: Payment.Declined }
 *     expect:
 *       status: FAILED
 *       error: Order.Declined
 *       path: [Reserve, Charge, Declined]
 * }</pre>
 *
 * <p>The format is described in {@code docs/asltest.schema.json}. Immutable.
 */
public final class TestFile {

  private static final List<String> ENDINGS =
      List.of(".asltest.yaml", ".asltest.yml", ".asltest.json");

  private final String name;
  private final Optional<Definition> definition;
  private final List<TestCase> cases;
  private final Diagnostics diagnostics;

  private TestFile(
      String name, Optional<Definition> definition, List<TestCase> cases, Diagnostics diagnostics) {
    this.name = name;
    this.definition = definition;
    this.cases = List.copyOf(cases);
    this.diagnostics = diagnostics;
  }

  /** Whether a file has the name of a test file. */
  public static boolean isTestFile(Path file) {
    String name = String.valueOf(file.getFileName());
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * The test files of a folder and its subfolders, or the file itself; sorted.
   *
   * @throws IOException if there is no such file or folder
   */
  public static List<Path> find(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new IOException("There is no file or folder " + path + ".");
      }
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).filter(TestFile::isTestFile).sorted().toList();
    }
  }

  /**
   * Reads a UTF-8 file; what is wrong with it becomes diagnostics, also when it is no text at all.
   */
  public static TestFile read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return parse(SourceText.read(file), folder == null ? Path.of("") : folder);
    } catch (SourceUnreadable unreadable) {
      SourceText nothing = SourceText.of(file.toString(), "");
      Diagnostic finding =
          Diagnostic.error(SuiteFindings.FILES_ARE_TEXT, String.valueOf(unreadable.getMessage()))
              .at("", nothing, nothing.range(0, 0));
      return new TestFile(file.toString(), Optional.empty(), List.of(), Diagnostics.of(finding));
    }
  }

  /**
   * Reads a text; what is wrong with it becomes diagnostics.
   *
   * @param folder where the machine that it names is looked for
   */
  public static TestFile parse(SourceText text, Path folder) {
    SourceDocument document = DefinitionText.read(text);
    Diagnostics ofText = TextDiagnostics.of(document);
    if (!document.isReadable()) {
      return new TestFile(text.name(), Optional.empty(), List.of(), ofText);
    }
    return new Reader(document, folder).read(ofText);
  }

  /** The name of the file. */
  public String name() {
    return name;
  }

  /** The machine; empty if it cannot run. */
  public Optional<Definition> definition() {
    return definition;
  }

  /** The cases in the order of the file; none if there is any error. */
  public List<TestCase> cases() {
    return cases;
  }

  /** What is wrong with the file and its machine. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Reads one file. */
  private static final class Reader {

    private static final List<String> KEYS =
        List.of("machine", "express", "start", "seed", "strict", "mocks", "cases");

    private final SourceDocument document;
    private final Path folder;
    private final Reading reading;
    private boolean express;

    Reader(SourceDocument document, Path folder) {
      this.document = document;
      this.folder = folder;
      this.reading = new Reading(document.map());
    }

    TestFile read(Diagnostics ofText) {
      Entry root = new Entry(document.root(), "");
      String name = document.source().name();
      if (root.value().has("StartAt") && root.value().has("States")) {
        reading.error(
            SuiteFindings.CASES_ARE_COMPLETE,
            root,
            "This is a definition, and not a test file.",
            "a test file names it: `machine: %s`".formatted(Path.of(name).getFileName()));
        return new TestFile(name, Optional.empty(), List.of(), ofText.and(reading.all()));
      }
      if (!reading.isObject(root, "a test file", KEYS)) {
        return new TestFile(name, Optional.empty(), List.of(), ofText.and(reading.all()));
      }
      express = reading.flag(root.field("express"), "`express`", false);
      Optional<Definition> definition = definition(root);
      List<TestCase> cases = definition.map(found -> cases(root, found)).orElse(List.of());
      Diagnostics all = ofText.and(reading.all());
      return new TestFile(name, definition, all.hasErrors() ? List.of() : cases, all);
    }

    private Optional<Definition> definition(Entry root) {
      Entry machine = root.field("machine");
      if (machine.isMissing()) {
        reading.error(
            SuiteFindings.CASES_ARE_COMPLETE,
            root,
            "The test file names no machine.",
            "add `machine: order.asl.json`, relative to this file");
        return Optional.empty();
      }
      Optional<String> name = reading.text(machine, "`machine`");
      return name.flatMap(file -> definition(machine, file));
    }

    private Optional<Definition> definition(Entry machine, String name) {
      try {
        Path file = folder.resolve(name);
        SourceText text = SourceText.of(shown(file), SourceText.read(file).text());
        Parsed parsed = Asl.parse(text, express ? AslOptions.express() : AslOptions.standard());
        if (parsed.isValid()) {
          return Optional.of(Definition.of(parsed));
        }
        reading.error(
            SuiteFindings.MACHINES_ARE_VALID,
            machine,
            "The machine `%s` has errors, so none of its cases was run.".formatted(name),
            "");
        reading.add(Diagnostics.of(parsed.diagnostics().errors()));
      } catch (SourceUnreadable unreadable) {
        reading.error(
            SuiteFindings.MACHINES_ARE_VALID,
            machine,
            String.valueOf(unreadable.getMessage()),
            "the path is relative to this file");
      } catch (InvalidPathException noPath) {
        reading.wrongType(machine, "`machine`", "a path");
      }
      return Optional.empty();
    }

    /** As short as it can be seen from where the tests run. */
    private static String shown(Path file) {
      Path here = Path.of("").toAbsolutePath();
      Path absolute = file.toAbsolutePath().normalize();
      return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    }

    private List<TestCase> cases(Entry root, Definition definition) {
      Entry list = root.field("cases");
      if (!list.value().isArray() || list.value().isEmpty()) {
        reading.errorAtKey(
            SuiteFindings.CASES_ARE_COMPLETE,
            list.isMissing() ? root : list,
            list.value().isArray()
                ? "The list of `cases` is empty."
                : "The test file has no list of `cases`.",
            "write `cases:`, and below it `- name: ...` for each case");
        return List.of();
      }
      CaseReader cases = new CaseReader(reading, document, folder, definition, express, root);
      List<TestCase> read = new ArrayList<>();
      Map<String, Integer> names = new HashMap<>();
      for (int i = 0; i < list.value().size(); i++) {
        Entry entry = list.element(i);
        cases.read(entry).ifPresent(read::add);
        Integer before = names.put(entry.value().path("name").asText(), i);
        if (before != null && entry.value().has("name")) {
          reading.error(
              SuiteFindings.NAMES_ARE_UNIQUE,
              entry.field("name"),
              "Case %d has the same name as case %d.".formatted(i + 1, before + 1),
              "");
        }
      }
      return read;
    }
  }
}
