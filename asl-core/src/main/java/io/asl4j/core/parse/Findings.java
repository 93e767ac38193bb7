package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.json.SourceMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one definition and gives each finding its place in the text. Not for
 * use by several threads.
 */
public final class Findings {

  /** Null: the definition did not come from a text. */
  private final @Nullable SourceMap map;

  private final List<Diagnostic> found = new ArrayList<>();

  private Findings(@Nullable SourceMap map) {
    this.map = map;
  }

  /** An empty collection for a definition that was read from a text. */
  public static Findings in(SourceMap map) {
    return new Findings(map);
  }

  /**
   * An empty collection for a definition that is a tree only; its findings have pointers but no
   * lines.
   */
  public static Findings withoutText() {
    return new Findings(null);
  }

  /** Adds a finding about a value, or about what is missing there. */
  public void add(Spot spot, Diagnostic diagnostic) {
    String pointer = spot.pointer();
    found.add(map == null ? diagnostic.at(pointer) : diagnostic.at(pointer, map));
  }

  /**
   * Adds a finding about a field that should not be there: its key is what a reader should look at.
   */
  public void addAtKey(Spot spot, Diagnostic diagnostic) {
    String pointer = spot.pointer();
    found.add(
        map == null
            ? diagnostic.at(pointer)
            : diagnostic.at(pointer, map.source(), map.key(pointer)));
  }

  /** Whether nothing found so far is an error. */
  public boolean areHarmless() {
    return found.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  /** All findings so far, sorted by place. */
  public Diagnostics all() {
    return Diagnostics.of(found);
  }
}
