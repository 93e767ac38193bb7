package io.asl4j.core.json;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception in a log: its message begins with the class of the other one, and has no
 * secrets.
 */
final class RedactedThrowable extends Exception {

  private static final long serialVersionUID = 1L;

  private RedactedThrowable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static Throwable of(Throwable original, Redaction redaction) {
    return of(original, redaction, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static RedactedThrowable of(
      Throwable original, Redaction redaction, Set<Throwable> outer) {
    outer.add(original);
    String message = original.getMessage();
    String text = message == null ? null : redaction.text(message);
    String name = original.getClass().getName();
    Throwable cause = original.getCause();
    RedactedThrowable copy =
        new RedactedThrowable(
            text == null ? name : name + ": " + text,
            cause == null || outer.contains(cause) ? null : of(cause, redaction, outer));
    copy.setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      if (!outer.contains(suppressed)) {
        copy.addSuppressed(of(suppressed, redaction, outer));
      }
    }
    return copy;
  }
}
