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
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one file: reads it, judges each definition in it. Safe for use by several threads. */
public final class Checker {

  /**
   * The largest file that is read. A definition has at most 1 MiB, and so has a template; beyond
   * that a file is something else, and reading it would only cost memory.
   */
  private static final long MAX_BYTES = 16L * 1024 * 1024;

  private final Target target;
  private final Lint lint;

  /**
   * Makes a checker.
   *
   * @param target what the definitions are for
   * @param lint what else is looked for
   */
  public Checker(Target target, Lint lint) {
    this.target = target;
    this.lint = lint;
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
        return file.isAskedFor() ? Optional.of(tooBig(file.name(), size)) : Optional.empty();
      }
      SourceText text = SourceText.of(file.name(), SourceText.read(file.path()).text());
      return check(text, file.isAskedFor());
    } catch (SourceUnreadable e) {
      boolean isDefinition = file.isAskedFor() || file.name().contains(".asl");
      return isDefinition ? Optional.of(unreadable(file, e)) : Optional.empty();
    } catch (IOException e) {
      throw new CheckRefused("The file `" + file.name() + "` cannot be read: " + e + ".");
    }
  }

  /**
   * Checks a text.
   *
   * @param isAskedFor whether to report that the text is no definition, rather than pass over it
   */
  public Optional<Checked> check(SourceText text, boolean isAskedFor) {
    boolean isNamedSo = isAskedFor || text.name().matches(".*\\.asl(\\.\\w+)?");
    if (!isNamedSo && !mayHoldDefinition(text.text())) {
      return Optional.empty();
    }
    SourceDocument document = DefinitionText.read(text);
    if (!isNamedSo && !looksLikeDefinition(document)) {
      return Optional.empty();
    }
    Diagnostics found = Asl.check(document, new AslOptions(target.machineType())).diagnostics();
    return Optional.of(new Checked(text.name(), forTarget(found.and(lint.check(document))), 1));
  }

  private Diagnostics forTarget(Diagnostics found) {
    List<Diagnostic> judged = new ArrayList<>();
    for (Diagnostic diagnostic : found) {
      boolean isCustom = diagnostic.code().equals(Codes.CUSTOM_RESOURCE);
      if (!isCustom) {
        judged.add(diagnostic);
      } else if (!target.isEmbedded()) {
        judged.add(diagnostic.withSeverity(Severity.ERROR));
      }
    }
    return Diagnostics.of(judged);
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
    return alone(file.name(), Diagnostic.error(Codes.NOT_JSON, reason));
  }

  private static Checked tooBig(String name, long size) {
    return alone(
        name,
        Diagnostic.error(
                Codes.TOO_LARGE,
                "The file has %,d bytes; at most %,d are read.".formatted(size, MAX_BYTES))
            .hint("AWS takes definitions and templates of at most 1 MiB"));
  }

  private static Checked alone(String name, Diagnostic diagnostic) {
    SourceText nothing = SourceText.of(name, "");
    return new Checked(name, Diagnostics.of(diagnostic.at("", nothing, nothing.range(0, 0))), 1);
  }
}
