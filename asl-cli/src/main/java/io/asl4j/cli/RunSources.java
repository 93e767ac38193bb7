package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.DiagnosticPrinter;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.TextDiagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.service.DefinitionFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a run needs; shows what is wrong with it, and then refuses it. */
final class RunSources {

  /** How JSON begins; no sensible file name begins so. */
  private static final Pattern JSON =
      Pattern.compile(
          "\\s*([\\[{\"]|-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?\\s*$|(true|false|null)\\s*$).*",
          Pattern.DOTALL);

  private final Terminal terminal;
  private final InputStream stdin;

  RunSources(Terminal terminal, InputStream stdin) {
    this.terminal = terminal;
    this.stdin = stdin;
  }

  /**
   * A definition that can run.
   *
   * @param machineName its file name without endings
   */
  record Definition(Path file, String machineName, StateMachine machine, Parsed parsed) {}

  /** Reads and checks a definition; shows warnings too. */
  Definition definition(Path file) {
    Parsed parsed;
    try {
      parsed = Asl.read(file);
    } catch (SourceUnreadable unreadable) {
      throw new UserError(String.valueOf(unreadable.getMessage()));
    }
    Diagnostics all = parsed.diagnostics().and(Magnitudes.check(parsed.document()));
    refuseErrors(all, file + " cannot run");
    StateMachine machine = parsed.orThrow();
    return new Definition(file, DefinitionFolder.machineName(file), machine, parsed);
  }

  /** Reads an input: {@code -}, JSON itself, or a file; without one it is an empty object. */
  JsonNode input(Optional<String> given) {
    if (given.isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    SourceText text = inputText(given.get());
    if (text.text().isBlank()) {
      throw new UserError(
          "The input %s is empty.".formatted(text.name()),
          "An input is JSON; without --input it is {}.");
    }
    SourceDocument document = DefinitionText.read(text, inputFormat(text));
    refuseErrors(
        TextDiagnostics.of(document).and(Magnitudes.check(document)),
        "The input %s cannot be used".formatted(text.name()));
    return document.root();
  }

  private static DefinitionText.Format inputFormat(SourceText text) {
    String name = text.name();
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? DefinitionText.Format.YAML
        : DefinitionText.Format.JSON;
  }

  private SourceText inputText(String given) {
    if (given.equals("-")) {
      return standardInput();
    }
    if (JSON.matcher(given).matches()) {
      return SourceText.of("--input", given);
    }
    Path file;
    try {
      file = Path.of(given);
    } catch (InvalidPathException noPath) {
      throw neither(given);
    }
    if (given.isBlank() || !Files.exists(file)) {
      throw neither(given);
    }
    try {
      return SourceText.read(file);
    } catch (SourceUnreadable unreadable) {
      throw new UserError(String.valueOf(unreadable.getMessage()));
    }
  }

  private static UserError neither(String given) {
    String shown = given.length() <= 80 ? given : given.substring(0, 80) + "...";
    return new UserError(
        "The input `%s` is neither JSON nor a file that exists.".formatted(shown),
        "Give a file, JSON such as '{\"total\": 12}', or - for standard input.");
  }

  private SourceText standardInput() {
    try {
      byte[] bytes = stdin.readAllBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return SourceText.of("<standard input>", text);
    } catch (CharacterCodingException notText) {
      throw new UserError("Standard input is not UTF-8 text.");
    } catch (IOException broken) {
      throw new UserError("Standard input could not be read: " + broken.getMessage() + ".");
    }
  }

  /** Shows findings; goes on if all are warnings. */
  void refuseErrors(Diagnostics findings, String consequence) {
    show(findings);
    if (findings.hasErrors()) {
      throw new UserError("%s: %s.".formatted(consequence, printer().summary(findings)));
    }
  }

  /** Shows findings. */
  void show(Diagnostics findings) {
    findings.forEach(finding -> terminal.err().println(printer().print(finding)));
  }

  /** Shows findings on one line each, where the lines of the definition would add nothing. */
  void list(Diagnostics findings) {
    findings.forEach(
        finding ->
            terminal.err().println(finding + finding.hint().map(hint -> " " + hint).orElse("")));
  }

  private DiagnosticPrinter printer() {
    return terminal.errPaint().on() ? DiagnosticPrinter.colored() : DiagnosticPrinter.plain();
  }
}
