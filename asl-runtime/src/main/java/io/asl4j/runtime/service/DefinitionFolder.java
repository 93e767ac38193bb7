package io.asl4j.runtime.service;

import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder of definitions: the machine {@code ship} is in {@code ship.asl.json}, {@code
 * ship.asl.yaml}, {@code ship.asl.yml}, {@code ship.json}, {@code ship.yaml} or {@code ship.yml},
 * the first of these that exists. Each is read once. Thread-safe.
 */
public final class DefinitionFolder implements Definitions {

  private static final List<String> ENDINGS =
      List.of(".asl.json", ".asl.yaml", ".asl.yml", ".json", ".yaml", ".yml");

  private final Path folder;
  private final Map<String, Optional<StateMachine>> read = new ConcurrentHashMap<>();

  private DefinitionFolder(Path folder) {
    this.folder = folder;
  }

  /** The definitions in a folder. */
  public static DefinitionFolder at(Path folder) {
    return new DefinitionFolder(folder);
  }

  /** The name of the machine whose definition is in a file of that name. */
  public static String machineName(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && name.length() > ending.length()) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public Optional<StateMachine> find(String machineName) {
    return read.computeIfAbsent(machineName, this::read);
  }

  /** The file with the definition of that machine. */
  public Optional<Path> file(String machineName) {
    if (machineName.contains("/") || machineName.contains("\\") || machineName.startsWith(".")) {
      return Optional.empty();
    }
    return ENDINGS.stream()
        .map(ending -> folder.resolve(machineName + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Optional<StateMachine> read(String machineName) {
    return file(machineName).map(DefinitionFolder::machine);
  }

  private static StateMachine machine(Path file) {
    Parsed parsed;
    try {
      parsed = Asl.read(file);
    } catch (SourceUnreadable unreadable) {
      throw StateFailed.runtime(String.valueOf(unreadable.getMessage()));
    }
    return parsed
        .machine()
        .orElseThrow(
            () ->
                StateFailed.runtime(
                    "The definition %s is not valid: %s"
                        .formatted(file, parsed.diagnostics().errors().getFirst())));
  }
}
