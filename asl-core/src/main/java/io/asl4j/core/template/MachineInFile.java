package io.asl4j.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceRange;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.validate.MachineType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One state machine of a template: takes its definition out, in whichever of the many ways it
 * stands there.
 *
 * @param file the template
 * @param files reads definition files
 * @param name how the template calls the machine
 * @param type its type, if the template says it
 * @param substitutions the pointer of the substitutions, where the tool has them
 */
record MachineInFile(
    SourceDocument file,
    FileAccess files,
    String name,
    Optional<MachineType> type,
    Optional<String> substitutions) {

  private static final Pattern FILE_REFERENCE = Pattern.compile("\\$\\{file\\(([^)]+)\\)}");

  /** The definition at a pointer; empty if it stands outside of what can be read. */
  Optional<Embedded> at(String pointer) {
    JsonNode value = file.root().at(pointer);
    if (pointer.endsWith("/DefinitionUri")) {
      return value.isTextual() && !value.textValue().startsWith("s3://")
          ? Optional.of(inFile(pointer, value.textValue()))
          : Optional.empty();
    }
    Matcher reference = FILE_REFERENCE.matcher(value.asText());
    if (reference.matches()) {
      return Optional.of(inFile(pointer, reference.group(1)));
    }
    Optional<String> function = Holes.function(value);
    if (value.isTextual()) {
      EmbeddedText text = new EmbeddedText(file.source());
      text.append(value.textValue(), file.map().value(pointer));
      return Optional.of(inSubstitutedString(pointer, text));
    }
    if (function.isPresent()) {
      return ofFunction(pointer, value, function.get());
    }
    return value.isObject() ? Optional.of(inTree(pointer, value)) : Optional.empty();
  }

  private Optional<Embedded> ofFunction(String pointer, JsonNode call, String function) {
    if (!function.equals("Fn::Sub") && !function.equals("Fn::Join")) {
      return Optional.empty();
    }
    EmbeddedText text = new EmbeddedText(file.source());
    List<Diagnostic> findings = new ArrayList<>();
    append(text, pointer, call, findings);
    return Optional.of(inString(pointer, text, found -> Diagnostics.of(findings)));
  }

  /** Appends what a value of a template stands for, as far as the template tells. */
  private void append(
      EmbeddedText text, String pointer, JsonNode value, List<Diagnostic> findings) {
    SourceRange range = file.map().value(pointer);
    String function = Holes.function(value).orElse("");
    if (value.isTextual()) {
      text.append(value.textValue(), range);
      return;
    }
    JsonNode argument = value.path(function);
    String at = Pointers.child(pointer, function);
    if (function.equals("Fn::Sub")) {
      String of = argument.isArray() ? Pointers.child(at, 0) : at;
      text.append(file.root().at(of).asText(), file.map().value(of));
      unusedVariables(argument, Pointers.child(at, 1), findings);
    } else if (function.equals("Fn::Join")) {
      String pieces = Pointers.child(at, 1);
      for (int i = 0; i < argument.path(1).size(); i++) {
        String piece = Pointers.child(pieces, i);
        if (i > 0) {
          text.appendHole(argument.path(0).asText(), file.map().value(piece));
        }
        append(text, piece, argument.path(1).path(i), findings);
      }
    } else {
      text.appendHole(Holes.nameless(value), range);
    }
  }

  /** Variables that a {@code Fn::Sub} defines for its own text, and that do not stand in it. */
  private void unusedVariables(JsonNode argument, String pointer, List<Diagnostic> findings) {
    String text = argument.path(0).asText();
    for (String variable : fieldNames(argument.path(1))) {
      if (!text.contains("${" + variable + "}")) {
        String at = Pointers.child(pointer, variable);
        findings.add(
            Diagnostic.warning(
                    TemplateCodes.UNUSED_SUBSTITUTION,
                    "The text has no placeholder `${" + variable + "}`.")
                .hint("remove the variable, or mend its name")
                .at(at, file.source(), file.map().key(at)));
      }
    }
  }

  /** A definition that is part of the template's own tree. */
  private Embedded inTree(String pointer, JsonNode value) {
    JsonNode replaced = Holes.replaced(value);
    // As text the definition is as long as it is deployed, not as long as the template.
    SourceText deployed = SourceText.of(file.source().name(), Json.write(replaced));
    SourceDocument inside =
        new SourceDocument(deployed, replaced, file.map().inside(pointer), List.of());
    return new Embedded(
        name,
        inside,
        type,
        substitutionFindings(value, inside, found -> prefixed(found, pointer)),
        found -> prefixed(found, pointer));
  }

  private Diagnostic prefixed(Diagnostic found, String pointer) {
    return found
        .range()
        .map(range -> found.at(pointer + found.pointer(), file.source(), range))
        .orElseGet(() -> found.at(pointer + found.pointer(), file.map()));
  }

  private Embedded inSubstitutedString(String pointer, EmbeddedText text) {
    return inString(
        pointer,
        text,
        inside -> substitutionFindings(inside.root(), inside, outside(pointer, text)));
  }

  private Embedded inString(
      String pointer, EmbeddedText text, Function<SourceDocument, Diagnostics> findings) {
    SourceDocument inside = DefinitionText.read(text.source(), format(text.source()));
    return new Embedded(name, inside, type, findings.apply(inside), outside(pointer, text));
  }

  private UnaryOperator<Diagnostic> outside(String pointer, EmbeddedText text) {
    return found ->
        found
            .range()
            .map(range -> found.at(pointer + found.pointer(), file.source(), text.outside(range)))
            .orElseGet(() -> found.at(pointer + found.pointer(), file.map()));
  }

  private static DefinitionText.Format format(SourceText text) {
    return text.text().stripLeading().startsWith("{")
        ? DefinitionText.Format.JSON
        : DefinitionText.formatOf(SourceText.of("", text.text()));
  }

  private Embedded inFile(String pointer, String path) {
    try {
      SourceText text = files.read(path);
      SourceDocument inside = DefinitionText.read(text);
      return new Embedded(
          name,
          inside,
          type,
          substitutionFindings(inside.root(), inside, UnaryOperator.identity()),
          UnaryOperator.identity());
    } catch (SourceUnreadable unreadable) {
      SourceText nothing = SourceText.of(file.source().name(), "");
      Diagnostic missing =
          Diagnostic.error(
                  TemplateCodes.NO_DEFINITION_FILE,
                  "The definition of `%s` cannot be read from `%s`.".formatted(name, path))
              .hint("paths are relative to the template")
              .at(pointer, file.map());
      SourceDocument empty =
          new SourceDocument(nothing, MissingNode.getInstance(), file.map(), List.of());
      return new Embedded(name, empty, type, Diagnostics.of(missing), UnaryOperator.identity());
    }
  }

  /** Compares the placeholders of a definition with the substitutions of its resource. */
  private Diagnostics substitutionFindings(
      JsonNode written, SourceDocument definition, UnaryOperator<Diagnostic> outside) {
    if (substitutions.isEmpty()) {
      return Diagnostics.none();
    }
    JsonNode given = file.root().at(substitutions.get());
    boolean isKnown =
        given.isMissingNode() || (given.isObject() && Holes.function(given).isEmpty());
    if (!isKnown || !definition.isReadable()) {
      return Diagnostics.none();
    }
    Map<String, String> used = Holes.names(written);
    List<Diagnostic> found = new ArrayList<>();
    used.forEach(
        (placeholder, pointer) -> {
          if (!given.has(placeholder)) {
            found.add(
                outside.apply(
                    Diagnostic.warning(
                            TemplateCodes.UNKNOWN_SUBSTITUTION,
                            "Nothing replaces `${%s}`: `%s` has no substitution of that name."
                                .formatted(placeholder, name))
                        .at(pointer, definition.map())));
          }
        });
    for (String substitution : fieldNames(given)) {
      if (!used.containsKey(substitution)) {
        String pointer = Pointers.child(substitutions.get(), substitution);
        found.add(
            Diagnostic.warning(
                    TemplateCodes.UNUSED_SUBSTITUTION,
                    "The definition has no placeholder `${" + substitution + "}`.")
                .hint("remove the substitution, or mend its name")
                .at(pointer, file.source(), file.map().key(pointer)));
      }
    }
    return Diagnostics.of(found);
  }

  private static List<String> fieldNames(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
