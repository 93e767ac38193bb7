package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceProblem;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why cases fail or cannot be replayed, written by hand: a YAML or JSON list of objects with {@code
 * id} (a name, or a pattern in which {@code *} stands for any run of characters), {@code aws} (what
 * the service does), {@code ours} (what we do) and {@code why}. Immutable.
 */
public final class DivergenceReasons {

  /**
   * One reason.
   *
   * @param id of the cases it explains
   * @param aws what the service does
   * @param ours what we do
   * @param why it is so
   */
  public record Reason(IdPattern id, String aws, String ours, String why) {}

  private final List<Reason> reasons;

  private DivergenceReasons(List<Reason> reasons) {
    this.reasons = List.copyOf(reasons);
  }

  /** No reasons for anything. */
  public static DivergenceReasons none() {
    return new DivergenceReasons(List.of());
  }

  /**
   * Reads a file of reasons.
   *
   * @throws CaseUnreadable if there is no such file or it is no list of reasons
   */
  public static DivergenceReasons read(Path file) throws CaseUnreadable {
    SourceDocument document;
    try {
      document = DefinitionText.read(SourceText.read(file));
    } catch (SourceUnreadable e) {
      throw new CaseUnreadable(e.getMessage() == null ? file.toString() : e.getMessage());
    }
    if (!document.problems().isEmpty()) {
      SourceProblem problem = document.problems().getFirst();
      throw new CaseUnreadable("%s:%s".formatted(document.source().name(), problem));
    }
    if (!document.root().isArray()) {
      throw new CaseUnreadable(
          "%s:1:1: Reasons are a list, not %s."
              .formatted(document.source().name(), Named.typeOf(document.root())));
    }
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < document.root().size(); i++) {
      String at = Pointers.child("", i);
      reasons.add(
          new Reason(
              new IdPattern(text(document, at, "id")),
              text(document, at, "aws"),
              text(document, at, "ours"),
              text(document, at, "why")));
    }
    return new DivergenceReasons(reasons);
  }

  private static String text(SourceDocument document, String at, String field)
      throws CaseUnreadable {
    JsonNode found = document.root().at(at).path(field);
    if (!found.isTextual() || found.textValue().isBlank()) {
      throw new CaseUnreadable(
          "%s:%s: A reason needs a text `%s`, found %s."
              .formatted(
                  document.source().name(), document.map().value(at), field, Named.typeOf(found)));
    }
    return found.textValue().strip();
  }

  /** The first reason for a case. */
  public Optional<Reason> of(String id) {
    return reasons.stream().filter(reason -> reason.id().matches(id)).findFirst();
  }
}
