package io.asl4j.core.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All findings about one or more definitions, in their natural order: file, line, column, code.
 * Immutable; two are equal if they hold equal findings.
 *
 * @param all the findings; sorted whatever the order given
 */
public record Diagnostics(List<Diagnostic> all) implements Iterable<Diagnostic> {

  private static final Diagnostics NONE = new Diagnostics(List.of());

  /** Keeps its own sorted copy. */
  public Diagnostics {
    all = all.stream().sorted().toList();
  }

  /** Gives the empty list. */
  public static Diagnostics none() {
    return NONE;
  }

  /** Makes a list of these findings. */
  public static Diagnostics of(Collection<Diagnostic> findings) {
    return new Diagnostics(List.copyOf(findings));
  }

  /** Makes a list of these findings. */
  public static Diagnostics of(Diagnostic... findings) {
    return new Diagnostics(List.of(findings));
  }

  /** Gives these findings and others together. */
  public Diagnostics and(Diagnostics others) {
    List<Diagnostic> both = new ArrayList<>(all);
    both.addAll(others.all);
    return new Diagnostics(both);
  }

  /** Says whether one of the findings is an error. */
  public boolean hasErrors() {
    return all.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  /** Says whether there are no findings at all. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Counts the findings. */
  public int size() {
    return all.size();
  }

  /** Gives the errors. */
  public List<Diagnostic> errors() {
    return of(Severity.ERROR);
  }

  /** Gives the warnings. */
  public List<Diagnostic> warnings() {
    return of(Severity.WARNING);
  }

  /** Gives the findings of one severity. */
  public List<Diagnostic> of(Severity severity) {
    return all.stream().filter(diagnostic -> diagnostic.severity() == severity).toList();
  }

  /**
   * Returns if there are no errors.
   *
   * @throws InvalidDefinition if there is one; it carries all findings
   */
  public void orThrow() {
    if (hasErrors()) {
      throw new InvalidDefinition(this);
    }
  }

  /** Gives the findings one after the other. */
  public Stream<Diagnostic> stream() {
    return all.stream();
  }

  @Override
  public Iterator<Diagnostic> iterator() {
    return all.iterator();
  }

  /** Gives one line a finding. */
  @Override
  public String toString() {
    return all.stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));
  }
}
