package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Warns of strings that look like queries where JSONPath states evaluate none.
 *
 * <p>AWS accepts them and warns of them in ValidateStateMachineDefinition.
 */
final class StaticValues {

  private static final Pattern PATH = Pattern.compile("\\$(\\$?[.\\[].+|\\$)");
  private static final Pattern INTRINSIC =
      Pattern.compile("States\\.[A-Za-z0-9]+\\(.*\\)", Pattern.DOTALL);
  private static final String SUFFIX = ".$";

  private final Findings findings;

  StaticValues(Findings findings) {
    this.findings = findings;
  }

  /** Warns of queries in the keys of a payload template that do not end with <code>.$</code>. */
  void checkPayload(Spot template) {
    Deque<Spot> open = new ArrayDeque<>();
    open.push(template);
    while (!open.isEmpty()) {
      Spot spot = open.pop();
      spot.items().forEach(open::push);
      for (Spot field : spot.fields()) {
        if (field.node().isContainerNode()) {
          open.push(field);
        } else if (!field.name().endsWith(SUFFIX) && looksLikeQuery(field.node())) {
          reportNoDollar(field);
        }
      }
    }
  }

  private void reportNoDollar(Spot field) {
    findings.add(
        field,
        Diagnostic.warning(
                Codes.NO_DOLLAR,
                "%s is passed on as the plain text %s; only keys that end with `.$` are evaluated."
                    .formatted(Words.quoted(field.name()), Words.quoted(field.node().textValue())))
            .hint(
                "write " + Words.quoted(field.name() + SUFFIX) + " if this is meant to be a query")
            .aws(
                "The value for the field '"
                    + field.name()
                    + "' looks like a JSONPath or an intrinsic function, but the field name does"
                    + " not end with '.$'",
                field.awsLocation()));
  }

  /** Warns of queries in the fixed result of a Pass state. */
  void checkResult(Spot result) {
    Deque<Spot> open = new ArrayDeque<>();
    open.push(result);
    while (!open.isEmpty()) {
      Spot spot = open.pop();
      spot.items().forEach(open::push);
      spot.fields().forEach(open::push);
      if (looksLikeQuery(spot.node())) {
        findings.add(
            spot,
            Diagnostic.warning(
                    Codes.RESULT_IS_STATIC,
                    "`Result` is a constant, so %s is passed on as it stands."
                        .formatted(Words.quoted(spot.node().textValue())))
                .hint(
                    "use `Parameters` instead of `Result`, which evaluates keys that end with `.$`")
                .aws("Attempt to use a path in the result of a pass state", spot.awsLocation()));
      }
    }
  }

  /** Warns of a path in a field that takes a plain string. */
  void checkPlain(Spot spot) {
    if (spot.node().isTextual() && PATH.matcher(spot.node().textValue()).matches()) {
      findings.add(
          spot,
          Diagnostic.warning(
                  Codes.NO_PATH,
                  "`%s` takes a plain value, so %s is not evaluated."
                      .formatted(spot.name(), Words.quoted(spot.node().textValue())))
              .hint("use `" + spot.name() + "Path` if this is meant to be a path")
              .aws(
                  "Field value looks like a path, but field name does not end with 'Path'",
                  spot.awsLocation()));
    }
  }

  private static boolean looksLikeQuery(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    String text = value.textValue();
    return PATH.matcher(text).matches() || INTRINSIC.matcher(text).matches();
  }
}
