package io.asl4j.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.parse.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings that the author of a definition has decided to live with: a {@code Comment} such as
 * {@code asl:ignore ASL8101 the queue always answers} silences the codes that it names for the
 * object around it and all inside.
 */
final class Suppressions {

  private static final DiagnosticCode NO_REASON =
      DiagnosticCode.of("ASL1104", "A suppression without codes or reason")
          .explained(
              "A comment that begins with asl:ignore names one or more codes and then says why: who"
                  + " reads it later must be able to tell whether the reason still holds. As it"
                  + " stands it silences nothing.")
          .wrong("{\"Comment\": \"asl:ignore ASL8101\"}")
          .right("{\"Comment\": \"asl:ignore ASL8101 the queue always answers\"}")
          .source("asl4j");

  private static final String MARK = "asl:ignore";
  private static final Pattern SUPPRESSION =
      Pattern.compile(
          MARK + "\\s+([A-Za-z]+\\d+(?:\\s*,\\s*[A-Za-z]+\\d+)*)\\s+(\\S.*)", Pattern.DOTALL);

  /** What one comment silences. */
  private record Suppression(String around, Set<String> codes) {
    boolean covers(Diagnostic diagnostic) {
      return codes.contains(diagnostic.code().id())
          && (diagnostic.pointer() + "/").startsWith(around + "/");
    }
  }

  private Suppressions() {}

  static List<DiagnosticCode> codes() {
    return List.of(NO_REASON);
  }

  /** Gives the findings about a document that its comments do not silence. */
  static Diagnostics applied(SourceDocument document, Diagnostics found) {
    if (!document.source().text().contains(MARK)) {
      return found;
    }
    List<Suppression> suppressions = new ArrayList<>();
    List<Diagnostic> kept = new ArrayList<>();
    Deque<Spot> open = new ArrayDeque<>(List.of(Spot.root(document.root())));
    while (!open.isEmpty()) {
      Spot spot = open.pop();
      JsonNode comment = spot.node().path("Comment");
      if (comment.isTextual() && comment.textValue().strip().startsWith(MARK)) {
        read(spot, comment.textValue().strip(), document, suppressions, kept);
      }
      Stream.concat(spot.fields().stream(), spot.items().stream())
          .filter(inside -> inside.node().isContainerNode())
          .forEach(open::push);
    }
    found.stream()
        .filter(
            diagnostic ->
                suppressions.stream().noneMatch(suppression -> suppression.covers(diagnostic)))
        .forEach(kept::add);
    return Diagnostics.of(kept);
  }

  private static void read(
      Spot around,
      String comment,
      SourceDocument document,
      List<Suppression> into,
      List<Diagnostic> findings) {
    Matcher matcher = SUPPRESSION.matcher(comment);
    if (!matcher.matches()) {
      findings.add(
          Diagnostic.warning(NO_REASON, "This silences nothing: codes and a reason are expected.")
              .hint("such as `asl:ignore ASL8101 the queue always answers`")
              .at(around.field("Comment").pointer(), document.map()));
      return;
    }
    Set<String> codes =
        Stream.of(matcher.group(1).split("\\s*,\\s*"))
            .map(code -> code.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    into.add(new Suppression(around.pointer(), codes));
  }
}
