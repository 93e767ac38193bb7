package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import java.util.HashMap;
import java.util.Map;

/** No two Map states of the machine have the same label. */
final class LabelsAreUnique implements Rule {

  @Override
  public void check(Outline outline, Findings findings) {
    Map<String, Spot> seen = new HashMap<>();
    outline
        .states()
        .filter(state -> state.type().equals("Map"))
        .map(state -> state.spot().field("Label"))
        .filter(label -> label.node().isTextual())
        .forEach(
            label -> {
              Spot first = seen.putIfAbsent(label.node().textValue(), label);
              if (first != null) {
                report(label, first, findings);
              }
            });
  }

  private static void report(Spot label, Spot first, Findings findings) {
    String text = label.node().textValue();
    findings.add(
        label,
        Diagnostic.error(
                Codes.DUPLICATE_LABEL,
                "State %s has the label %s already."
                    .formatted(Words.quoted(first.around().name()), Words.quoted(text)))
            .aws("Duplicate Map label: " + text, label.awsLocation()));
  }
}
