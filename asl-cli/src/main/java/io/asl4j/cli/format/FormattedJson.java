package io.asl4j.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.cli.format.JsonTree.Container;
import io.asl4j.cli.format.JsonTree.Document;
import io.asl4j.cli.format.JsonTree.Member;
import io.asl4j.cli.format.JsonTree.Scalar;
import io.asl4j.core.json.JsonText;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.parse.FieldOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A JSON definition in the one format: two blanks a level, one field a line, short lists of scalars
 * on one line, scalars as they were written, comments where they were.
 *
 * <p>With canonical order, the fields of the machine, of scopes and of states stand in the order of
 * the specification's tables; the order of states and of data is never touched.
 */
public final class FormattedJson {

  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final boolean isOrdered;

  private FormattedJson(boolean isOrdered) {
    this.isOrdered = isOrdered;
  }

  /**
   * Formats a text.
   *
   * @param text with or without comments
   * @param isOrdered whether fields are put into canonical order
   * @return the text with {@code \n} as line ends and one at the end
   * @throws IllegalArgumentException if it is no JSON
   */
  public static String of(SourceText text, boolean isOrdered) {
    SourceDocument read = JsonText.readWithComments(text);
    if (!read.isReadable()) {
      throw new IllegalArgumentException(text.name() + ":" + read.problems().getFirst());
    }
    Document document = JsonTree.parse(text.text());
    FormattedJson writing = new FormattedJson(isOrdered);
    document.before().forEach(comment -> writing.line("", comment));
    writing.value(document.value(), read.root(), "", Place.SCOPE);
    writing.out.append('\n');
    document.after().forEach(comment -> writing.line("", comment));
    return writing.out.toString();
  }

  /** Where in a definition an object is; only scopes and states have an order of fields. */
  private enum Place {
    SCOPE,
    STATES,
    STATE,
    BRANCHES,
    ELSEWHERE;

    Place inside(String field) {
      return switch (this) {
        case SCOPE -> field.equals("States") ? STATES : ELSEWHERE;
        case STATES -> STATE;
        case STATE ->
            switch (field) {
              case "ItemProcessor", "Iterator" -> SCOPE;
              case "Branches" -> BRANCHES;
              default -> ELSEWHERE;
            };
        case BRANCHES -> SCOPE;
        case ELSEWHERE -> ELSEWHERE;
      };
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private void value(JsonTree tree, JsonNode node, String indent, Place place) {
    switch (tree) {
      case Scalar scalar -> out.append(scalar.text());
      case Container container -> container(container, node, indent, place);
    }
  }

  private void container(Container container, JsonNode node, String indent, Place place) {
    if (container.members().isEmpty() && container.last().isEmpty()) {
      out.append(container.open()).append(container.close());
      return;
    }
    String oneLine = onOneLine(container);
    int column = out.length() - (out.lastIndexOf("\n") + 1);
    if (!oneLine.isEmpty() && column + oneLine.length() <= WIDTH) {
      out.append(oneLine);
      return;
    }
    out.append(container.open()).append('\n');
    List<Member> members = ordered(container, node, place);
    String inner = indent + "  ";
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      member.before().forEach(comment -> line(inner, comment));
      out.append(inner);
      if (!member.key().isEmpty()) {
        out.append(member.key()).append(": ");
      }
      JsonNode value =
          node.isArray()
              ? node.path(container.members().indexOf(member))
              : node.path(member.name());
      value(member.value(), value, inner, place.inside(member.name()));
      out.append(i + 1 < members.size() ? "," : "");
      out.append(member.after().isEmpty() ? "" : " " + member.after()).append('\n');
    }
    container.last().forEach(comment -> line(inner, comment));
    out.append(indent).append(container.close());
  }

  /** A list of scalars without comments; empty text for anything else. */
  private static String onOneLine(Container container) {
    if (!container.open().equals("[") || !container.last().isEmpty()) {
      return "";
    }
    List<String> items = new ArrayList<>();
    for (Member member : container.members()) {
      boolean isPlain = member.before().isEmpty() && member.after().isEmpty();
      if (!isPlain || !(member.value() instanceof Scalar scalar)) {
        return "";
      }
      items.add(scalar.text());
    }
    return "[" + String.join(", ", items) + "]";
  }

  private List<Member> ordered(Container container, JsonNode node, Place place) {
    boolean hasOrder = place == Place.SCOPE || place == Place.STATE;
    if (!isOrdered || !hasOrder || !node.isObject()) {
      return container.members();
    }
    List<String> order = FieldOrder.of(node);
    Comparator<Member> byTable =
        Comparator.comparingInt(
            member -> {
              int at = order.indexOf(member.name());
              return at < 0 ? order.size() : at;
            });
    return container.members().stream().sorted(byTable).toList();
  }
}
