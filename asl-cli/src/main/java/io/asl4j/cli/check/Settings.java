package io.asl4j.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * What an {@code .asl.toml} says: the target, the severity of rules everywhere and for some paths,
 * and the substitutions that a deployment makes. Immutable.
 */
public final class Settings {

  /** The name of the file. */
  public static final String FILE = ".asl.toml";

  private static final Set<String> KEYS =
      Set.of("target", "fail-on", "baseline", "rules", "paths", "substitutions");

  /**
   * Severities of rules.
   *
   * @param paths which files, relative to the folder of the configuration
   * @param severities by code; empty for a rule that is off
   */
  private record Rules(PathMatcher paths, Map<String, Optional<Severity>> severities) {}

  private final Path folder;
  private final Optional<Target> target;
  private final Optional<String> failOn;
  private final Optional<Path> baseline;
  private final List<Rules> rules;
  private final Optional<Set<String>> substitutions;

  private Settings(
      Path folder,
      Optional<Target> target,
      Optional<String> failOn,
      Optional<Path> baseline,
      List<Rules> rules,
      Optional<Set<String>> substitutions) {
    this.folder = folder;
    this.target = target;
    this.failOn = failOn;
    this.baseline = baseline;
    this.rules = rules;
    this.substitutions = substitutions;
  }

  /** Without a configuration: nothing is said. */
  public static Settings none() {
    return new Settings(
        Path.of("").toAbsolutePath(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /**
   * Reads a configuration.
   *
   * @throws CheckRefused if it is no TOML, or says something that has no meaning
   */
  public static Settings read(Path file) {
    try {
      JsonNode tree = new TomlMapper().readTree(Files.readString(file));
      return of(tree, file);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new CheckRefused("The configuration `" + file + "` cannot be read: " + reason);
    }
  }

  private static Settings of(JsonNode tree, Path file) {
    for (Map.Entry<String, JsonNode> entry : tree.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw wrong(
            file,
            "`" + entry.getKey() + "` is no key",
            "keys are " + String.join(", ", KEYS.stream().sorted().toList()));
      }
    }
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    List<Rules> rules = new ArrayList<>();
    if (tree.has("rules")) {
      rules.add(new Rules(path -> true, severities(tree.path("rules"), file)));
    }
    for (JsonNode entry : tree.path("paths")) {
      rules.add(new Rules(glob(entry, file), severities(entry.path("rules"), file)));
    }
    return new Settings(
        folder,
        text(tree, "target", file).map(name -> target(name, file)),
        text(tree, "fail-on", file),
        text(tree, "baseline", file).map(folder::resolve),
        List.copyOf(rules),
        tree.has("substitutions")
            ? Optional.of(fieldNames(tree.path("substitutions")))
            : Optional.empty());
  }

  private static Set<String> fieldNames(JsonNode object) {
    Set<String> names = new LinkedHashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Optional<String> text(JsonNode tree, String key, Path file) {
    if (!tree.has(key)) {
      return Optional.empty();
    }
    if (!tree.path(key).isTextual()) {
      throw wrong(file, "`" + key + "` is no text", "put it in quotes");
    }
    return Optional.of(tree.path(key).textValue());
  }

  private static Target target(String name, Path file) {
    return Target.named(name)
        .orElseThrow(
            () ->
                wrong(
                    file,
                    "there is no target `" + name + "`",
                    "it is one of aws-standard, aws-express, embedded"));
  }

  private static PathMatcher glob(JsonNode entry, Path file) {
    try {
      String glob = entry.path("glob").asText();
      if (glob.isEmpty()) {
        throw wrong(file, "an entry of `paths` has no `glob`", "such as glob = \"legacy/**\"");
      }
      return FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("**/", "{,**/}"));
    } catch (PatternSyntaxException e) {
      throw wrong(file, "`" + e.getPattern() + "` is no glob", e.getDescription());
    }
  }

  private static Map<String, Optional<Severity>> severities(JsonNode table, Path file) {
    Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      String code = entry.getKey().toUpperCase(Locale.ROOT);
      if (AllCodes.find(code).isEmpty()) {
        throw wrong(file, "there is no rule `" + entry.getKey() + "`", "`asl explain` lists all");
      }
      severities.put(code, severity(entry.getValue().asText(), file));
    }
    return severities;
  }

  private static Optional<Severity> severity(String word, Path file) {
    return switch (word) {
      case "error" -> Optional.of(Severity.ERROR);
      case "warning" -> Optional.of(Severity.WARNING);
      case "info" -> Optional.of(Severity.INFO);
      case "off" -> Optional.empty();
      default ->
          throw wrong(
              file, "`" + word + "` is no severity", "it is one of error, warning, info, off");
    };
  }

  private static CheckRefused wrong(Path file, String what, String hint) {
    return new CheckRefused("The configuration `" + file + "` makes no sense: " + what + ".", hint);
  }

  /** The same with more names that a deployment replaces; without names, the same. */
  Settings withSubstitutions(Set<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(substitutions.orElse(Set.of()));
    all.addAll(names);
    return new Settings(folder, target, failOn, baseline, rules, Optional.of(all));
  }

  /** What the definitions are for. */
  public Optional<Target> target() {
    return target;
  }

  /** The mildest severity that fails, by its word. */
  public Optional<String> failOn() {
    return failOn;
  }

  /** The file with the findings that are known already. */
  public Optional<Path> baseline() {
    return baseline;
  }

  /** The names that a deployment replaces; empty if nothing is said about them. */
  public Optional<Set<String>> substitutions() {
    return substitutions;
  }

  /**
   * Gives a finding the severity that it has here; later entries count more than earlier ones.
   *
   * @param file where the finding is
   * @return empty if its rule is off here
   */
  Optional<Diagnostic> judged(Diagnostic diagnostic, Path file) {
    if (rules.isEmpty()) {
      return Optional.of(diagnostic);
    }
    Path relative = folder.relativize(file.toAbsolutePath().normalize());
    Optional<Diagnostic> judged = Optional.of(diagnostic);
    for (Rules entry : rules) {
      Optional<Severity> severity = entry.severities().get(diagnostic.code().id());
      if (severity != null && entry.paths().matches(relative)) {
        judged = severity.map(diagnostic::withSeverity);
      }
    }
    return judged;
  }
}
