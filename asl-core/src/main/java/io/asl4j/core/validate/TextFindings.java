package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.AwsFinding;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceProblem;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Words;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a definition as a text: its grammar, repeated keys, its size. */
public final class TextFindings {

  /** The most characters that AWS takes. */
  private static final int MAX_LENGTH = 1_048_576;

  private TextFindings() {}

  /** Gives the problems of reading as diagnostics. */
  public static Diagnostics of(SourceDocument document) {
    List<Diagnostic> found = new ArrayList<>();
    for (SourceProblem problem : document.problems()) {
      found.add(finding(problem).at(problem.pointer(), document.source(), problem.range()));
    }
    int length = document.source().text().length();
    if (length > MAX_LENGTH) {
      found.add(tooLarge(length).at(Pointers.ROOT, document.map()));
    }
    return Diagnostics.of(found);
  }

  private static Diagnostic finding(SourceProblem problem) {
    return switch (problem.kind()) {
      case DUPLICATE_KEY -> duplicateKey(problem);
      case TOO_DEEP ->
          Diagnostic.error(Codes.TOO_DEEP, problem.message())
              .aws("The states are too deeply nested.", "");
      case EMPTY ->
          Diagnostic.error(Codes.NOT_JSON, problem.message())
              .aws(
                  new AwsFinding(
                      "SCHEMA_VALIDATION_FAILED", "Definition must be a valid JSON object", ""));
      case SYNTAX, TRAILING_TEXT, NUMBER_TOO_BIG, NOT_JSON, ALIAS ->
          Diagnostic.error(Codes.NOT_JSON, problem.message()).aws(problem.parserMessage(), "");
    };
  }

  private static Diagnostic duplicateKey(SourceProblem problem) {
    List<String> steps = Pointers.steps(problem.pointer());
    boolean isState = steps.size() >= 2 && isStates(steps);
    return isState
        ? Diagnostic.error(
                Codes.DUPLICATE_STATE_NAME,
                "There is another state called "
                    + Words.quoted(steps.getLast())
                    + " before this one; only the last of them counts.")
            .hint("rename one of them")
        : Diagnostic.warning(Codes.DUPLICATE_KEY, problem.message());
  }

  /**
   * Whether the pointer leads to a state, not to data that happens to have a field called {@code
   * States}.
   */
  private static boolean isStates(List<String> steps) {
    int at = 0;
    while (at + 1 < steps.size() && steps.get(at).equals("States")) {
      if (at + 2 == steps.size()) {
        return true;
      }
      at += 2;
      if (steps.get(at).equals("Branches")) {
        at += 2;
      } else if (steps.get(at).equals("ItemProcessor") || steps.get(at).equals("Iterator")) {
        at += 1;
      } else {
        return false;
      }
    }
    return false;
  }

  private static Diagnostic tooLarge(int length) {
    return Diagnostic.error(
            Codes.TOO_LARGE,
            "The definition has %d characters; AWS takes at most %d.".formatted(length, MAX_LENGTH))
        .aws("The definition exceeds the maximum length of " + MAX_LENGTH, "");
  }
}
