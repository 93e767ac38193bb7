package io.asl4j.core.diagnostic;

import java.util.Locale;

/** How bad a finding is; the worst comes first. */
public enum Severity {
  /** The definition cannot be used. */
  ERROR,
  /** The definition can be used, but probably does not do what was meant. */
  WARNING,
  /** Worth knowing; nothing is wrong. */
  INFO;

  /** Gives the word as it is printed: {@code error}, {@code warning}, {@code info}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
