package io.asl4j.cli.check;

import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.lint.LintCodes;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.template.TemplateCodes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every code that a check can report. */
public final class AllCodes {

  private static final List<DiagnosticCode> ALL =
      Stream.of(Codes.all(), TemplateCodes.all(), LintCodes.all(), Suppressions.codes())
          .flatMap(List::stream)
          .sorted()
          .toList();

  private AllCodes() {}

  /** All of them in the order of their ids. */
  public static List<DiagnosticCode> sorted() {
    return ALL;
  }

  /** The code of that id. */
  public static Optional<DiagnosticCode> find(String id) {
    return ALL.stream().filter(code -> code.id().equals(id)).findFirst();
  }
}
