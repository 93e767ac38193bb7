package io.asl4j.cli.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds the configuration of each file: the nearest {@code .asl.toml} in its folder or above. Safe
 * for use by several threads; each configuration is read once.
 */
public final class NearestSettings {

  private final Optional<Settings> forAll;
  private final Set<String> substitutions;
  private final ConcurrentMap<Path, Settings> byFolder = new ConcurrentHashMap<>();
  private final ConcurrentMap<Path, Settings> byFile = new ConcurrentHashMap<>();

  private NearestSettings(Optional<Settings> forAll, Set<String> substitutions) {
    this.forAll = forAll.map(settings -> settings.withSubstitutions(substitutions));
    this.substitutions = substitutions;
  }

  /** Looks upwards from each file. */
  public static NearestSettings upwards() {
    return upwards(Set.of());
  }

  /** Looks upwards from each file, and adds names that a deployment replaces. */
  public static NearestSettings upwards(Set<String> substitutions) {
    return new NearestSettings(Optional.empty(), Set.copyOf(substitutions));
  }

  /** Gives the same for all files. */
  public static NearestSettings always(Settings settings) {
    return always(settings, Set.of());
  }

  /** Gives the same for all files, with more names that a deployment replaces. */
  public static NearestSettings always(Settings settings, Set<String> substitutions) {
    return new NearestSettings(Optional.of(settings), Set.copyOf(substitutions));
  }

  /**
   * The configuration for files in a folder.
   *
   * @throws CheckRefused if it makes no sense
   */
  public Settings in(Path folder) {
    return forAll.orElseGet(
        () -> {
          Path absolute = folder.toAbsolutePath().normalize();
          Settings known = byFolder.get(absolute);
          if (known == null) {
            known = search(absolute).withSubstitutions(substitutions);
            byFolder.put(absolute, known);
          }
          return known;
        });
  }

  private Settings search(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      Path file = at.resolve(Settings.FILE);
      if (Files.isRegularFile(file)) {
        return byFile.computeIfAbsent(file, Settings::read);
      }
    }
    return Settings.none();
  }
}
