package io.asl4j.core.template;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.validate.MachineType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One definition inside a file.
 *
 * <p>Check {@link #document} as any other and give what was found to {@link #outside}: its places
 * are those of the file that the user wrote.
 */
public final class Embedded {

  private final String name;
  private final SourceDocument document;
  private final Optional<MachineType> type;
  private final Diagnostics findings;
  private final UnaryOperator<Diagnostic> toOutside;

  Embedded(
      String name,
      SourceDocument document,
      Optional<MachineType> type,
      Diagnostics findings,
      UnaryOperator<Diagnostic> toOutside) {
    this.name = name;
    this.document = document;
    this.type = type;
    this.findings = findings;
    this.toOutside = toOutside;
  }

  /** How the file calls the state machine. */
  public String name() {
    return name;
  }

  /** The definition, where it could be read. */
  public SourceDocument document() {
    return document;
  }

  /** The type of state machine, if the file says it. */
  public Optional<MachineType> type() {
    return type;
  }

  /** What is wrong between the definition and the file around it, at places of that file. */
  public Diagnostics findings() {
    return findings;
  }

  /** Gives findings about the document their places in the file. */
  public Diagnostics outside(Diagnostics found) {
    List<Diagnostic> moved = found.stream().map(toOutside).toList();
    return Diagnostics.of(moved);
  }
}
