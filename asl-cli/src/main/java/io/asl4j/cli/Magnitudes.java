package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.DiagnosticCode;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Finds numbers that no IEEE 754 double can hold. The library keeps them exactly, but JSONata and
 * nearly every program that a task calls would turn them into infinity.
 */
final class Magnitudes {

  static final DiagnosticCode NUMBERS_FIT_A_DOUBLE =
      DiagnosticCode.of("RUN1001", "A number is larger than JSON's common readers can hold")
          .explained(
              "Most programs read JSON numbers as IEEE 754 doubles, which end at about 1.8e308"
                  + " (RFC 8259, section 6).")
          .wrong("{ \"total\": 1e400 }")
          .right("{ \"total\": \"1e400\" }");

  private record Spot(JsonNode value, String pointer) {}

  private Magnitudes() {}

  static Diagnostics check(SourceDocument document) {
    List<Diagnostic> found = new ArrayList<>();
    Deque<Spot> open = new ArrayDeque<>();
    open.push(new Spot(document.root(), Pointers.ROOT));
    while (!open.isEmpty()) {
      Spot spot = open.pop();
      if (spot.value().isNumber() && Double.isInfinite(spot.value().doubleValue())) {
        found.add(finding(spot, document));
      }
      for (Map.Entry<String, JsonNode> field : spot.value().properties()) {
        if (field.getValue().isContainerNode() || field.getValue().isNumber()) {
          open.push(new Spot(field.getValue(), Pointers.child(spot.pointer(), field.getKey())));
        }
      }
      for (int i = 0; spot.value().isArray() && i < spot.value().size(); i++) {
        JsonNode element = spot.value().get(i);
        if (element.isContainerNode() || element.isNumber()) {
          open.push(new Spot(element, Pointers.child(spot.pointer(), i)));
        }
      }
    }
    return Diagnostics.of(found);
  }

  private static Diagnostic finding(Spot spot, SourceDocument document) {
    String number = Json.write(spot.value());
    String shown = number.length() <= 40 ? number : number.substring(0, 40) + "...";
    return Diagnostic.error(
            NUMBERS_FIT_A_DOUBLE,
            "The number %s is too large: JSON's common readers end at about 1.8e308."
                .formatted(shown))
        .at(spot.pointer(), document.map())
        .hint("write it as text");
  }
}
