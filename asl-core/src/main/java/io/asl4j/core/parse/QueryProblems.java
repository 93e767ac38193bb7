package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.AwsFinding;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.query.QueryProblem;
import java.util.function.Consumer;

/**
 * Turns problems of the query languages into findings of the definition, worded for the field in
 * which they occur.
 */
final class QueryProblems {

  private final Findings findings;

  QueryProblems(Findings findings) {
    this.findings = findings;
  }

  /** For InputPath and OutputPath. */
  Consumer<QueryProblem> ofPath(Spot spot) {
    return problem ->
        report(
            spot,
            problem,
            Diagnostic.error(code(problem), sentence(problem))
                .aws("Value must be a valid JSONPath.", spot.awsLocation()));
  }

  /** For fields that take a reference path. */
  Consumer<QueryProblem> ofReferencePath(Spot spot) {
    return problem -> {
      String reason =
          spot.node().asText().startsWith("$")
              ? withoutDot(problem.message())
              : "Reference path didn't start with '$'";
      report(
          spot,
          problem,
          Diagnostic.error(code(problem), sentence(problem))
              .aws("Value is not a Reference Path: " + reason, spot.awsLocation()));
    };
  }

  /** For ErrorPath and CausePath. */
  Consumer<QueryProblem> ofText(Spot spot) {
    return problem ->
        report(
            spot,
            problem,
            Diagnostic.error(code(problem), sentence(problem))
                .aws(
                    "Value must be a valid JSONPath or a valid intrinsic function call",
                    spot.awsLocation()));
  }

  /** For payload templates. */
  Consumer<QueryProblem> ofPayload(Spot spot) {
    return problem -> {
      Spot at = spot.inside(problem.pointer());
      String message =
          "The value for the field '"
              + at.name()
              + "' must be a valid JSONPath or a valid intrinsic function call";
      report(
          at,
          problem,
          Diagnostic.error(code(problem), sentence(problem))
              .aws(message, at.around().awsLocation()));
    };
  }

  /** For JSONata expressions and templates with expressions. */
  Consumer<QueryProblem> ofJsonata(Spot spot) {
    return problem -> {
      Spot at = spot.inside(problem.pointer());
      DiagnosticCode code = code(problem);
      report(
          at,
          problem,
          Diagnostic.error(code, sentence(problem))
              .aws(new AwsFinding(code.aws().orElse(""), problem.message(), at.awsLocation())));
    };
  }

  /** For a string outside a template that only begins or ends like an expression. */
  void reportHalfOpen(Spot spot) {
    ofJsonata(spot)
        .accept(
            new QueryProblem(
                "",
                QueryProblem.Kind.HALF_OPEN_EXPRESSION,
                "An expression begins with {% and ends with %}, but this text has only one of"
                    + " them.",
                0));
  }

  private void report(Spot at, QueryProblem problem, Diagnostic diagnostic) {
    if (Placeholders.isIn(at.node())) {
      return;
    }
    findings.add(at, judged(problem.kind(), diagnostic));
  }

  /** A machine can run with what only some evaluations get to, so that is for AWS to refuse. */
  private static Diagnostic judged(QueryProblem.Kind kind, Diagnostic diagnostic) {
    return switch (kind) {
      case INTRINSIC_ARGUMENTS -> diagnostic.withSeverity(Severity.WARNING);
      // Nobody has seen AWS refuse such a definition, although the value can never be there.
      case JSONATA_EMPTY_REFERENCE -> Diagnostic.warning(diagnostic.code(), diagnostic.message());
      case PATH_SYNTAX,
          NOT_A_REFERENCE_PATH,
          INTRINSIC,
          DUPLICATE_KEY,
          HALF_OPEN_EXPRESSION,
          JSONATA_SYNTAX,
          JSONATA_REFERENCE ->
          diagnostic;
    };
  }

  private static DiagnosticCode code(QueryProblem problem) {
    return switch (problem.kind()) {
      case PATH_SYNTAX -> Codes.PATH;
      case NOT_A_REFERENCE_PATH -> Codes.REFERENCE_PATH;
      case INTRINSIC -> Codes.INTRINSIC;
      case INTRINSIC_ARGUMENTS -> Codes.INTRINSIC_ARGUMENTS;
      case DUPLICATE_KEY -> Codes.DUPLICATE_PAYLOAD_KEY;
      case HALF_OPEN_EXPRESSION -> Codes.HALF_OPEN_EXPRESSION;
      case JSONATA_SYNTAX -> Codes.JSONATA_SYNTAX;
      case JSONATA_REFERENCE, JSONATA_EMPTY_REFERENCE -> Codes.JSONATA_REFERENCE;
    };
  }

  private static String sentence(QueryProblem problem) {
    return withoutDot(problem.message()) + ".";
  }

  private static String withoutDot(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
