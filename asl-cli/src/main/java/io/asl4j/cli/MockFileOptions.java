package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.suite.CaseResult;
import io.asl4j.testing.suite.MockConfig;
import io.asl4j.testing.suite.SuiteReport;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code asl test} for mock files of Step Functions Local, and what they do. */
final class MockFileOptions {

  /** Null unless a mock file is to be run. */
  @Option(
      names = "--mock-config",
      paramLabel = "FILE",
      description = "The MockConfigFile.json; PATH is then the definition.")
  private @Nullable Path file;

  /** Null for the only machine of the file. */
  @Option(names = "--machine", paramLabel = "NAME", description = "The machine in the mock file.")
  private @Nullable String machine;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "The case of the machine; all of them unless given. May be repeated.")
  private List<String> cases = List.of();

  /** Null for an empty object. */
  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "What the cases start with; {} unless given.")
  private @Nullable Path input;

  /** Null unless a test file is to be written. */
  @Option(
      names = "--convert",
      paramLabel = "FILE",
      description = "Writes the cases as a test file in YAML that expects what they do now.")
  private @Nullable Path convert;

  boolean isGiven() {
    return file != null;
  }

  SuiteReport run(Terminal terminal, List<Path> paths, Coverage coverage) {
    MockConfig config = config();
    if (config.machines().isEmpty() && config.diagnostics().hasErrors()) {
      return new SuiteReport(List.of(), config.diagnostics());
    }
    if (paths.size() != 1) {
      throw new UserError(
          "With --mock-config, one definition is expected, got %d paths.".formatted(paths.size()));
    }
    Path path = paths.getFirst();
    Parsed parsed = parsed(path);
    if (!parsed.isValid()) {
      return new SuiteReport(List.of(), parsed.diagnostics());
    }
    Definition definition = Definition.of(parsed);
    coverage.expect(definition);
    String name = machineName(config);
    JsonNode start = input();
    List<String> wanted = cases.isEmpty() ? config.cases(name) : cases;
    wanted.forEach(each -> mustBe(each, config.cases(name), "a case of `" + name + "`"));
    Diagnostics diagnostics = config.elsewhere(name, wanted);
    List<String> sound = new ArrayList<>();
    for (String each : wanted) {
      Diagnostics found = config.diagnostics(name, each);
      if (!found.hasErrors()) {
        sound.add(each);
      }
      diagnostics = diagnostics.and(found).and(config.check(name, each, definition));
    }
    if (wanted.isEmpty()) {
      throw new UserError(
          "The machine `%s` has no cases in %s.".formatted(name, file),
          "A mock file has them in `TestCases`.");
    }
    if (convert != null && !sound.isEmpty()) {
      convert(terminal, config, name, sound, definition, path, start, convert);
    }
    List<CaseResult> results = new ArrayList<>();
    sound.forEach(each -> results.add(config.run(name, each, definition, start, coverage)));
    return new SuiteReport(results, Diagnostics.of(diagnostics.stream().distinct().toList()));
  }

  /** An option of mock files that was given, though there is no mock file; empty if all is well. */
  Optional<String> uselessOption() {
    if (file != null) {
      return Optional.empty();
    }
    if (machine != null) {
      return Optional.of("--machine");
    }
    if (!cases.isEmpty()) {
      return Optional.of("--case");
    }
    if (input != null) {
      return Optional.of("--input");
    }
    return convert == null ? Optional.empty() : Optional.of("--convert");
  }

  private MockConfig config() {
    try {
      return MockConfig.read(file == null ? Path.of("") : file);
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static Parsed parsed(Path path) {
    try {
      return Asl.read(path);
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private String machineName(MockConfig config) {
    List<String> known = config.machines();
    if (machine != null) {
      mustBe(machine, known, "a machine of the mock file");
      return machine;
    }
    if (known.size() == 1) {
      return known.getFirst();
    }
    if (known.isEmpty()) {
      throw new UserError(
          "The mock file %s names no machine.".formatted(file),
          "It has them in `StateMachines`, each with its `TestCases`.");
    }
    throw new UserError(
        "The mock file has %d machines.".formatted(known.size()),
        "Choose one with --machine: " + String.join(", ", known) + ".");
  }

  private static void mustBe(String name, List<String> known, String what) {
    if (!known.contains(name)) {
      throw new UserError(
          "`%s` is not %s.".formatted(name, what),
          Nearest.to(name, known)
              .map(near -> "Did you mean `" + near + "`?")
              .orElse("Known: " + String.join(", ", known) + "."));
    }
  }

  private JsonNode input() {
    if (input == null) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      SourceDocument document = DefinitionText.read(SourceText.read(input));
      if (document.problems().isEmpty()) {
        return document.root();
      }
      throw new UserError(
          "%s:%s: %s"
              .formatted(
                  input,
                  document.problems().getFirst().range(),
                  document.problems().getFirst().message()));
    } catch (SourceUnreadable e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static void convert(
      Terminal terminal,
      MockConfig config,
      String name,
      List<String> wanted,
      Definition definition,
      Path path,
      JsonNode start,
      Path target) {
    Path folder = target.toAbsolutePath().normalize().getParent();
    Path from = path.toAbsolutePath().normalize();
    String relative = folder == null ? from.toString() : folder.relativize(from).toString();
    MockConfig.Converted converted =
        config.convert(name, wanted, definition, relative.replace('\\', '/'), start);
    List<String> leftOut =
        converted.leftOut().stream().map(result -> "`" + result.test().name() + "`").toList();
    int written = wanted.size() - leftOut.size();
    if (written == 0) {
      terminal.err().println("No case could be run, so nothing was written to " + target + ".");
      return;
    }
    try {
      Files.writeString(target, converted.yaml());
      terminal
          .err()
          .println(
              "Wrote %s with %d %s%s."
                  .formatted(
                      target,
                      written,
                      written == 1 ? "case" : "cases",
                      leftOut.isEmpty()
                          ? ""
                          : "; left out, since they fail as they are: "
                              + String.join(", ", leftOut)));
    } catch (IOException e) {
      throw new UserError("The file `%s` cannot be written: %s.".formatted(target, e.getMessage()));
    }
  }
}
