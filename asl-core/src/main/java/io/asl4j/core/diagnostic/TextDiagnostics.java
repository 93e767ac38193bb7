package io.asl4j.core.diagnostic;

import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceProblem;

/**
 * The findings about a definition's text, before anything in it is looked at: grammar, repeated
 * keys, limits.
 */
public final class TextDiagnostics {

  private static final String AWS_CODE = "INVALID_JSON_DESCRIPTION";
  private static final String JSON = "RFC 8259 (JSON); YAML 1.2, core schema";

  /** The text breaks the grammar of JSON or YAML, is empty, or goes on after its value. */
  public static final DiagnosticCode TEXT_IS_WELL_FORMED =
      DiagnosticCode.of("ASL1001", "The text is not well-formed JSON or YAML")
          .explained(
              "A definition is one JSON object or one YAML mapping. Nothing else is checked until"
                  + " the text can be read.")
          .wrong("{ \"StartAt\": \"A\", }")
          .right("{ \"StartAt\": \"A\" }")
          .source(JSON)
          .aws(AWS_CODE);

  /** An object has the same key twice. */
  public static final DiagnosticCode KEYS_ARE_UNIQUE =
      DiagnosticCode.of("ASL1002", "A key stands twice in the same object")
          .explained(
              "Readers differ in which of the two values they take, so one of them is lost without"
                  + " a word. Keep one.")
          .wrong("{ \"Type\": \"Pass\", \"Type\": \"Task\" }")
          .right("{ \"Type\": \"Task\" }")
          .source("RFC 8259, section 4; YAML 1.2, section 3.2.1.3")
          .aws(AWS_CODE);

  /** The text is beyond what is read: depth, numbers, what aliases stand for. */
  public static final DiagnosticCode TEXT_IS_WITHIN_LIMITS =
      DiagnosticCode.of("ASL1003", "The text is beyond a limit of the reader")
          .explained(
              "Nesting, the length and exponent of numbers and the expansion of YAML aliases are"
                  + " limited, so that no text can exhaust memory or time.")
          .wrong("{ \"Seconds\": 1e1000000 }")
          .right("{ \"Seconds\": 1e6 }")
          .source("asl4j")
          .aws(AWS_CODE);

  /** YAML that JSON cannot hold. */
  public static final DiagnosticCode YAML_IS_JSON =
      DiagnosticCode.of("ASL1004", "The YAML holds something that JSON cannot")
          .explained(
              "The Amazon States Language is defined on JSON. YAML is read as another way of"
                  + " writing it: keys are text, there is one document, no tag of one's own, no"
                  + " infinity, and every alias has an anchor before it.")
          .wrong("Seconds: .inf")
          .right("Seconds: 10")
          .source(JSON);

  private TextDiagnostics() {}

  /** Gives one error for each problem that was met while reading. */
  public static Diagnostics of(SourceDocument document) {
    return Diagnostics.of(
        document.problems().stream().map(problem -> of(document, problem)).toList());
  }

  private static Diagnostic of(SourceDocument document, SourceProblem problem) {
    Diagnostic diagnostic =
        Diagnostic.error(code(problem.kind()), problem.message())
            .at(problem.pointer(), document.source(), problem.range());
    return diagnostic.aws(problem.parserMessage(), "");
  }

  private static DiagnosticCode code(SourceProblem.Kind kind) {
    return switch (kind) {
      case EMPTY, SYNTAX, TRAILING_TEXT -> TEXT_IS_WELL_FORMED;
      case DUPLICATE_KEY -> KEYS_ARE_UNIQUE;
      case TOO_DEEP, NUMBER_TOO_BIG -> TEXT_IS_WITHIN_LIMITS;
      case NOT_JSON, ALIAS -> YAML_IS_JSON;
    };
  }
}
