package io.asl4j.cli.check;

import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.lint.Lint;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.template.Embedded;
import io.asl4j.core.template.Holes;
import io.asl4j.core.template.TemplateCodes;
import io.asl4j.core.template.TemplateFile;
import io.asl4j.core.validate.AwsVerdict;
import io.asl4j.core.validate.MachineType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks one file: reads it, judges each definition in it. Safe for use by several threads. */
public final class Checker {

  /**
   * The largest file that is read. A definition has at most 1 MiB, and so has a template; beyond
   * that a file is something else, and reading it would only cost memory.
   */
  public static final long MAX_BYTES = 16L * 1024 * 1024;

  /**
   * The largest definition that is looked into: one that AWS refuses for its length is judged all
   * the same, but one of many times that length is something else, and would cost a heap.
   */
  private static final int MAX_DEFINITION = 4 * 1024 * 1024;

  private final Optional<Target> asked;
  private final NearestSettings settings;
  private final Lint standard;
  private final Lint express;

  /**
   * Makes a checker.
   *
   * @param asked what the definitions are for, whatever configuration and template say
   * @param settings the configuration of each file
   * @param withCosts whether to tell what a run costs
   * @param now what counts as the past
   */
  public Checker(Optional<Target> asked, NearestSettings settings, boolean withCosts, Instant now) {
    this.asked = asked;
    this.settings = settings;
    this.standard = lint(MachineType.STANDARD, withCosts, now);
    this.express = lint(MachineType.EXPRESS, withCosts, now);
  }

  private static Lint lint(MachineType type, boolean withCosts, Instant now) {
    Lint lint = Lint.of(type, now);
    return withCosts ? lint.withCosts() : lint;
  }

  /**
   * Checks a file.
   *
   * @return empty if the file was met in a folder and holds no definition
   */
  public Optional<Checked> check(FoundFile file) {
    try {
      long size = Files.size(file.path());
      if (size > MAX_BYTES) {
        return file.isAskedFor()
            ? Optional.of(tooBig(file.name(), "%,d".formatted(size)))
            : Optional.empty();
      }
      SourceText text = SourceText.of(file.name(), SourceText.read(file.path()).text());
      return check(text, file.path(), file.isAskedFor());
    } catch (SourceUnreadable e) {
      boolean isDefinition = file.isAskedFor() || isNamedSo(file.name());
      return isDefinition ? Optional.of(unreadable(file, e)) : Optional.empty();
    } catch (IOException e) {
      throw new CheckRefused("The file `" + file.name() + "` cannot be read: " + e + ".");
    }
  }

  /**
   * Checks a text.
   *
   * @param path where it is, or would be
   * @param isAskedFor whether to report that the text is no definition, rather than pass over it
   */
  public Optional<Checked> check(SourceText text, Path path, boolean isAskedFor) {
    boolean isMeant = isAskedFor || isNamedSo(text.name());
    Settings here = settings.in(path.toAbsolutePath().normalize().resolveSibling(""));
    if (TemplateFile.mayBe(text) || (isMeant && !mayHoldDefinition(text.text()))) {
      Optional<Checked> template = checkTemplate(text, path, here);
      if (template.isPresent()) {
        return template;
      }
    }
    if (!isMeant && !mayHoldDefinition(text.text())) {
      return Optional.empty();
    }
    Target target = asked.or(here::target).orElse(Target.STANDARD);
    if (text.text().length() > MAX_DEFINITION && !target.isEmbedded()) {
      return isMeant ? Optional.of(tooLong(text)) : Optional.empty();
    }
    SourceDocument document = DefinitionText.read(text);
    if (!isMeant && !looksLikeDefinition(document)) {
      return Optional.empty();
    }
    Diagnostics found = judge(document, target).and(unreplaced(document, here));
    return Optional.of(new Checked(text.name(), settled(found, here, path), 1));
  }

  /** Empty if the text is no template. */
  private Optional<Checked> checkTemplate(SourceText text, Path path, Settings here) {
    TemplateFile template = TemplateFile.read(text, relative -> readBeside(text, path, relative));
    List<Embedded> machines = template.machines();
    if (!machines.isEmpty()) {
      return Optional.of(checkMachines(text.name(), machines, here, path));
    }
    if (!template.document().isReadable() && TemplateFile.isMeantAsOne(text)) {
      Diagnostics found = Asl.check(template.document(), AslOptions.standard()).diagnostics();
      return Optional.of(new Checked(text.name(), settled(found, here, path), 0));
    }
    return template.isTemplate()
        ? Optional.of(new Checked(text.name(), Diagnostics.none(), 0))
        : Optional.empty();
  }

  private Checked checkMachines(String name, List<Embedded> machines, Settings here, Path path) {
    List<Diagnostic> all = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Embedded machine : machines) {
      named.add(machine.document().map().source().name());
      Target target =
          asked.or(() -> machine.type().map(Target::of)).or(here::target).orElse(Target.STANDARD);
      machine.findings().forEach(all::add);
      machine.outside(judge(machine.document(), target)).forEach(all::add);
    }
    named.remove(name);
    return new Checked(name, settled(Diagnostics.of(all), here, path), machines.size(), named);
  }

  private Diagnostics judge(SourceDocument document, Target target) {
    if (!document.isReadable() && document.problems().isEmpty()) {
      // A definition file that could not be read: the template's own findings say so.
      return Diagnostics.none();
    }
    Lint lint = target.machineType() == MachineType.EXPRESS ? express : standard;
    Diagnostics found =
        Asl.check(document, new AslOptions(target.machineType()))
            .diagnostics()
            .and(lint.check(document));
    return Suppressions.applied(document, forTarget(found, target));
  }

  /**
   * For AWS, what it refuses is an error; embedded, resources of the application's own are nothing
   * to tell.
   */
  private static Diagnostics forTarget(Diagnostics found, Target target) {
    List<Diagnostic> judged = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      if (!target.isEmbedded()) {
        boolean isRefused = AwsVerdict.refuses(diagnostic);
        judged.add(isRefused ? diagnostic.withSeverity(Severity.ERROR) : diagnostic);
      } else if (!diagnostic.code().equals(Codes.CUSTOM_RESOURCE)) {
        judged.add(diagnostic);
      }
    }
    return Diagnostics.of(judged);
  }

  /** Placeholders that the configuration, if it names any, does not know. */
  private static Diagnostics unreplaced(SourceDocument document, Settings here) {
    Set<String> known = here.substitutions().orElse(Set.of());
    if (here.substitutions().isEmpty() || !document.isReadable()) {
      return Diagnostics.none();
    }
    List<Diagnostic> found = new ArrayList<>();
    Holes.names(document.root())
        .forEach(
            (name, pointer) -> {
              if (!known.contains(name)) {
                found.add(
                    Diagnostic.warning(
                            TemplateCodes.UNKNOWN_SUBSTITUTION,
                            "Nothing replaces `${%s}`: `%s` has no substitution of that name."
                                .formatted(name, Settings.FILE))
                        .at(pointer, document.map()));
              }
            });
    return Diagnostics.of(found);
  }

  private static Diagnostics settled(Diagnostics found, Settings here, Path path) {
    return Diagnostics.of(
        found.stream().map(one -> here.judged(one, path)).flatMap(Optional::stream).toList());
  }

  private static SourceText readBeside(SourceText template, Path path, String relative)
      throws SourceUnreadable {
    Path name = Path.of(template.name()).resolveSibling(relative).normalize();
    String shown = name.toString().replace('\\', '/');
    Path file = path.toAbsolutePath().resolveSibling(relative).normalize();
    return SourceText.of(shown, SourceText.read(file).text());
  }

  private static boolean isNamedSo(String name) {
    return name.matches("(?s).*\\.asl(\\.\\w+)?");
  }

  /** Cheap enough to ask of every file of a repository. */
  private static boolean mayHoldDefinition(String text) {
    return text.contains("StartAt") && text.contains("States");
  }

  private static boolean looksLikeDefinition(SourceDocument document) {
    return document.root().has("StartAt") && document.root().has("States");
  }

  private static Checked unreadable(FoundFile file, SourceUnreadable failure) {
    String reason =
        String.valueOf(failure.getMessage()).replace(file.path().toString(), "The file");
    Diagnostic diagnostic = Diagnostic.error(Codes.NOT_JSON, reason);
    String before = failure.textBefore().orElse("");
    if (before.isEmpty()) {
      return alone(file.name(), diagnostic);
    }
    // What cannot be read is shown as the sign that Unicode has for it.
    SourceText text = SourceText.of(file.name(), before + "\uFFFD");
    Diagnostic placed = diagnostic.at("", text, text.range(before.length(), before.length() + 1));
    return new Checked(file.name(), Diagnostics.of(placed), 1);
  }

  private static Checked tooLong(SourceText text) {
    return alone(
        text.name(),
        Diagnostic.error(
                Codes.TOO_LARGE,
                "The definition has %,d characters; AWS takes at most 1,048,576. Nothing else in it was checked."
                    .formatted(text.text().length()))
            .hint("work on parts of it by starting executions of other state machines"));
  }

  /** The finding that a text is longer than any that is read. */
  public static Checked tooBig(String name) {
    return tooBig(name, "more than %,d".formatted(MAX_BYTES));
  }

  private static Checked tooBig(String name, String bytes) {
    return alone(
        name,
        Diagnostic.error(
                Codes.TOO_LARGE,
                "The file has %s bytes; at most %,d are read.".formatted(bytes, MAX_BYTES))
            .hint("AWS takes definitions and templates of at most 1 MiB"));
  }

  private static Checked alone(String name, Diagnostic diagnostic) {
    SourceText nothing = SourceText.of(name, "");
    return new Checked(name, Diagnostics.of(diagnostic.at("", nothing, nothing.range(0, 0))), 1);
  }
}
