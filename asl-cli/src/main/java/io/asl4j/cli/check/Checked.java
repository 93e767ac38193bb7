package io.asl4j.cli.check;

import io.asl4j.core.diagnostic.Diagnostics;
import java.util.Set;

/**
 * One file that was looked at.
 *
 * @param file its name as reports show it: relative to the working folder where it can be, with
 *     slashes
 * @param diagnostics what was found, sorted by place
 * @param definitions how many definitions the file holds; 0 if it turned out to hold none
 * @param named the definition files that it names, which were checked for it
 */
public record Checked(String file, Diagnostics diagnostics, int definitions, Set<String> named) {

  /** Keeps its own copy. */
  public Checked {
    named = Set.copyOf(named);
  }

  /** A file that names no others. */
  public Checked(String file, Diagnostics diagnostics, int definitions) {
    this(file, diagnostics, definitions, Set.of());
  }

  /** The same file with other findings. */
  Checked with(Diagnostics other) {
    return new Checked(file, other, definitions, named);
  }
}
