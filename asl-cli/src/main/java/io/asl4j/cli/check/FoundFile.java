package io.asl4j.cli.check;

import java.nio.file.Path;

/**
 * A file to look at.
 *
 * @param path where it is
 * @param name how reports call it
 * @param isAskedFor whether the user named it, by name or glob; one that was met in a folder is
 *     left out in silence if it holds no definition
 */
public record FoundFile(Path path, String name, boolean isAskedFor) {}
