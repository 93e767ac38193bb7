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
      return Optional.of(inString(pointer, text, true));
    }
    if (function.isPresent()) {
      return ofFunction(pointer, value, function.get());
    }
    return value.isObject() ? Optional.of(inTree(pointer, value)) : Optional.empty();
  }

  private Optional<Embedded> ofFunction(String pointer, JsonNode call, String function) {
    EmbeddedText text = new EmbeddedText(file.source());
    String at = Pointers.child(pointer, function);
    JsonNode argument = call.path(function);
    switch (function) {
      case "Fn::Sub" -> {
        String of = argument.isArray() ? Pointers.child(at, 0) : at;
        text.append(file.root().at(of).asText(), file.map().value(of));
      }
      case "Fn::Join" -> {
        JsonNode pieces = argument.path(1);
        for (int i = 0; i < pieces.size(); i++) {
          SourceRange range = file.map().value(Pointers.child(Pointers.child(at, 1), i));
          if (i > 0) {
            text.appendHole(argument.path(0).asText(), range);
          }
          if (pieces.path(i).isTextual()) {
            text.append(pieces.path(i).textValue(), range);
          } else {
            text.appendHole(Holes.nameless(pieces.path(i)), range);
          }
        }
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(inString(pointer, text, false));
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

  private Embedded inString(String pointer, EmbeddedText text, boolean isSubstituted) {
    SourceDocument inside = DefinitionText.read(text.source(), format(text.source()));
    UnaryOperator<Diagnostic> outside =
        found ->
            found
                .range()
                .map(
                    range ->
                        found.at(pointer + found.pointer(), file.source(), text.outside(range)))
                .orElseGet(() -> found.at(pointer + found.pointer(), file.map()));
    Diagnostics findings =
        isSubstituted ? substitutionFindings(inside.root(), inside, outside) : Diagnostics.none();
    return new Embedded(name, inside, type, findings, outside);
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
