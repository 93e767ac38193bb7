package io.asl4j.core.validate;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Codes;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import java.util.Optional;

/**
 * The label of a Map state can become part of an ARN.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">Using
 *     Map state in Distributed mode</a>
 */
final class LabelsAreWellFormed implements Rule {

  private static final int MAX_LENGTH = 40;
  private static final String REFUSED = "?*<>{}[]:;,\\|^~$#%&`\"";

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Map"))
        .map(state -> state.spot().field("Label"))
        .filter(label -> label.node().isTextual() && !label.node().textValue().contains("${"))
        .forEach(
            label ->
                fault(label.node().textValue()).ifPresent(fault -> report(label, fault, findings)));
  }

  private static Optional<String> fault(String label) {
    if (label.isEmpty()) {
      return Optional.of("is empty");
    }
    int length = label.codePointCount(0, label.length());
    if (length > MAX_LENGTH) {
      return Optional.of("has " + length + " characters");
    }
    return label
        .codePoints()
        .filter(LabelsAreWellFormed::isRefused)
        .mapToObj(LabelsAreWellFormed::named)
        .findFirst();
  }

  private static boolean isRefused(int character) {
    return Character.isWhitespace(character)
        || Character.isISOControl(character)
        || REFUSED.indexOf(character) >= 0;
  }

  private static String named(int character) {
    boolean isVisible = REFUSED.indexOf(character) >= 0;
    return "has the character "
        + (isVisible ? Character.toString(character) : "U+%04X".formatted(character));
  }

  private static void report(Spot label, String fault, Findings findings) {
    findings.add(
        label,
        Diagnostic.error(
                Codes.LABEL,
                "A label has 1 to %d characters, without blanks and most signs, but %s %s."
                    .formatted(MAX_LENGTH, Words.quoted(label.node().textValue()), fault))
            .aws("Invalid Map label: " + label.node().textValue(), label.awsLocation()));
  }
}
