package io.asl4j.core;

import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.core.parse.DefinitionParser;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.TextFindings;
import io.asl4j.core.validate.Validator;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads definitions in the Amazon States Language: text in, a state machine or diagnostics out.
 *
 * <pre>{@code
 * StateMachine machine = Asl.read(Path.of("order.asl.json")).orThrow();
 * }</pre>
 *
 * <p>A definition is JSON or YAML; file name or text tell which (see {@link DefinitionText}).
 * Nothing here throws for what stands in a text: every mistake is a diagnostic with line and
 * column, all of them at once. Definitions may hold placeholders of deployment tools such as <code>
 * ${FunctionArn}</code>; what stands for them is not judged. All methods are safe to call from many
 * threads.
 */
public final class Asl {

  private Asl() {}

  /** Parses the definition of a Standard state machine. */
  public static Parsed parse(String text) {
    return parse(SourceText.of(text));
  }

  /** Parses the definition of a Standard state machine. */
  public static Parsed parse(SourceText source) {
    return parse(source, AslOptions.standard());
  }

  /** Parses a definition. */
  public static Parsed parse(SourceText source, AslOptions options) {
    return check(DefinitionText.read(source), options);
  }

  /**
   * Reads the definition of a Standard state machine from a UTF-8 file.
   *
   * @throws SourceUnreadable if the file cannot be read as text
   */
  public static Parsed read(Path file) throws SourceUnreadable {
    return read(file, AslOptions.standard());
  }

  /**
   * Reads a definition from a UTF-8 file.
   *
   * @throws SourceUnreadable if the file cannot be read as text
   */
  public static Parsed read(Path file, AslOptions options) throws SourceUnreadable {
    return parse(SourceText.read(file), options);
  }

  /** Checks a document that was read already, such as one taken out of a template. */
  public static Parsed check(SourceDocument document, AslOptions options) {
    Findings findings = Findings.in(document.map());
    Diagnostics ofText = TextFindings.of(document);
    if (!document.isReadable()) {
      return new Parsed(Optional.empty(), ofText, document);
    }
    Spot definition = Spot.root(document.root());
    Optional<StateMachine> machine = new DefinitionParser(findings).parse(definition);
    Validator.of(options.machineType()).check(definition, findings);
    Diagnostics all = ofText.and(findings.all());
    return new Parsed(machine.filter(made -> !all.hasErrors()), all, document);
  }
}
