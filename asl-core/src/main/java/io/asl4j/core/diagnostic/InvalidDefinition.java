package io.asl4j.core.diagnostic;

import java.util.List;

/**
 * Tells that a definition has errors, and carries everything that was found in it.
 *
 * <p>The message lists the findings, one a line with its place, at most 100 of them; {@link
 * #diagnostics} has them all.
 */
public final class InvalidDefinition extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MAX_LISTED = 100;

  private final transient Diagnostics diagnostics;

  /**
   * Makes the exception.
   *
   * @throws IllegalArgumentException if none of the findings is an error
   */
  public InvalidDefinition(Diagnostics diagnostics) {
    super(message(diagnostics));
    this.diagnostics = diagnostics;
  }

  private static String message(Diagnostics diagnostics) {
    List<Diagnostic> errors = diagnostics.errors();
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("A definition without errors is not invalid.");
    }
    StringBuilder text = new StringBuilder("The definition has ");
    text.append(errors.size() == 1 ? "an error" : errors.size() + " errors").append(':');
    diagnostics.stream()
        .limit(MAX_LISTED)
        .forEach(
            diagnostic -> {
              text.append("\n  ").append(diagnostic);
              diagnostic.hint().ifPresent(hint -> text.append(" Hint: ").append(hint));
            });
    if (diagnostics.size() > MAX_LISTED) {
      text.append("\n  and ").append(diagnostics.size() - MAX_LISTED).append(" more.");
    }
    return text.toString();
  }

  /** Gives all findings, warnings included. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }
}
