package io.asl4j.cli.check;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds the files that paths, folders and globs name.
 *
 * <p>In a folder every file with the ending of a definition or template is taken, also in folders
 * below; hidden folders and those that tools fill are passed over, links to folders are not
 * followed. The order is that of the names, whatever the file system says; no file comes twice.
 */
public final class DefinitionFiles {

  private static final Pattern ENDING = Pattern.compile(".*\\.(asl|json|jsonc|ya?ml)");
  private static final Set<String> FILLED_BY_TOOLS =
      Set.of("node_modules", "target", "build", "dist", "__pycache__", "venv");
  private static final String GLOB = "*?[{";

  private final Path workingFolder;
  private final Map<Path, FoundFile> found = new LinkedHashMap<>();

  private DefinitionFiles(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /**
   * Finds files.
   *
   * @param paths files, folders and globs such as {@code flows/**.asl.json}, relative to the
   *     working folder
   * @return the files sorted by name
   * @throws CheckRefused if a path names nothing
   */
  public static List<FoundFile> find(List<String> paths, Path workingFolder) {
    return find(paths, List.of(), workingFolder);
  }

  /**
   * Finds files, but for some.
   *
   * @param excluded globs of files to leave out, relative to the working folder
   * @throws CheckRefused if a path names nothing, or a glob is none
   */
  public static List<FoundFile> find(
      List<String> paths, List<String> excluded, Path workingFolder) {
    DefinitionFiles search = new DefinitionFiles(workingFolder.toAbsolutePath().normalize());
    List<PathMatcher> unwanted =
        excluded.stream().map(glob -> matcher(glob, glob.replace('\\', '/'))).toList();
    paths.forEach(search::add);
    return search.found.values().stream()
        .filter(file -> unwanted.stream().noneMatch(glob -> glob.matches(Path.of(file.name()))))
        .sorted(Comparator.comparing(FoundFile::name))
        .toList();
  }

  private void add(String path) {
    Path asPath = toPath(path);
    boolean isRelative = !path.startsWith("/") && !asPath.toString().equals(path);
    if (Files.isDirectory(asPath)) {
      addFolder(asPath, isRelative);
    } else if (Files.exists(asPath)) {
      put(asPath, true, isRelative);
    } else if (path.chars().anyMatch(c -> GLOB.indexOf(c) >= 0)) {
      addGlob(path, isRelative);
    } else {
      throw new CheckRefused(
          "There is no file or folder `" + path + "`.",
          "Paths are relative to " + workingFolder + ".");
    }
  }

  private Path toPath(String path) {
    try {
      return workingFolder.resolve(path);
    } catch (InvalidPathException e) {
      // A star is no letter of a file name everywhere; as a glob it still means something.
      return workingFolder.resolve(path.replaceAll("[*?\"<>|:\\x00]", "_"));
    }
  }

  private void addFolder(Path folder, boolean isRelative) {
    List<Path> files = new ArrayList<>();
    walk(folder, files, file -> ENDING.matcher(file.getFileName().toString()).matches());
    files.forEach(file -> put(file, false, isRelative));
  }

  private void addGlob(String glob, boolean isRelative) {
    String pattern = glob.replace('\\', '/');
    int firstGlob = firstGlob(pattern);
    int folderEnd = pattern.lastIndexOf('/', firstGlob);
    Path from = workingFolder.resolve(folderEnd < 0 ? "" : pattern.substring(0, folderEnd + 1));
    PathMatcher matcher = matcher(glob, pattern.substring(folderEnd + 1));
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(from)) {
      walk(from, files, file -> matcher.matches(from.relativize(file)));
    }
    if (files.isEmpty()) {
      throw new CheckRefused(
          "No file matches `" + glob + "`.",
          "`*` stands for part of a name, `**` also crosses folders; quote the glob in a shell.");
    }
    files.forEach(file -> put(file, true, isRelative));
  }

  private static int firstGlob(String pattern) {
    int at = 0;
    while (GLOB.indexOf(pattern.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static PathMatcher matcher(String glob, String pattern) {
    try {
      // `a/**/b` means files directly in `a` too, which Java's own globs do not.
      String either = pattern.replace("**/", "{,**/}");
      return FileSystems.getDefault().getPathMatcher("glob:" + either);
    } catch (PatternSyntaxException e) {
      throw new CheckRefused("`" + glob + "` is not a glob: " + e.getDescription() + ".");
    }
  }

  private interface Wanted {
    boolean test(Path file);
  }

  private static void walk(Path from, List<Path> into, Wanted wanted) {
    try {
      Files.walkFileTree(
          from,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(from) || isOfInterest(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!Files.isDirectory(file) && wanted.test(file)) {
                into.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              throw new CheckRefused("`" + file + "` cannot be looked into: " + failure + ".");
            }
          });
    } catch (IOException e) {
      throw new CheckRefused("The folder `" + from + "` cannot be listed: " + e + ".");
    }
  }

  private static boolean isOfInterest(Path folder) {
    String name = folder.getFileName().toString();
    return !name.startsWith(".") && !FILLED_BY_TOOLS.contains(name);
  }

  /** A path outside the working folder keeps the form in which it was given. */
  private void put(Path file, boolean isAskedFor, boolean isRelative) {
    Path absolute = file.toAbsolutePath().normalize();
    Path shown =
        isRelative || absolute.startsWith(workingFolder)
            ? workingFolder.relativize(absolute)
            : absolute;
    FoundFile next = new FoundFile(absolute, shown.toString().replace('\\', '/'), isAskedFor);
    found.merge(absolute, next, (one, other) -> one.isAskedFor() ? one : other);
  }
}
