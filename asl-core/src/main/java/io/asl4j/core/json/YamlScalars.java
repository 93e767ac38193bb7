package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.SourceProblem.Kind;
import io.asl4j.core.json.TreeBuilder.Built;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What YAML scalars mean in JSON, by the core schema of YAML 1.2. */
final class YamlScalars {

  static final CoreSchema SCHEMA = new CoreSchema();

  private static final String OWN_TEXT = "!";

  private YamlScalars() {}

  /**
   * A scalar as a JSON value.
   *
   * @param value the value; null if there is a fault
   * @param kind what sort of fault
   * @param fault why it is no JSON value, if so
   */
  record Reading(JsonNode value, Kind kind, Optional<String> fault) {

    static Reading of(JsonNode value) {
      return new Reading(value, Kind.NOT_JSON, Optional.empty());
    }

    static Reading refused(Kind kind, String fault) {
      return new Reading(NullNode.getInstance(), kind, Optional.of(fault));
    }
  }

  static boolean isMergeKey(ScalarEvent event) {
    return event.isPlain() && event.getTag().isEmpty() && event.getValue().equals("<<");
  }

  static boolean isCollectionTag(String tag, boolean mapping) {
    return tag.equals(OWN_TEXT) || tag.equals((mapping ? Tag.MAP : Tag.SEQ).getValue());
  }

  static String unknownTag(String tag) {
    return "The tag `"
        + Excerpt.of(tag)
        + "` has no meaning here; only plain YAML values are read.";
  }

  static Built standingAlone(JsonNode value, int start, int end) {
    return new Built(value, new Place(-1, -1, start, end, Map.of(), List.of()), 1, 0);
  }

  static Reading read(ScalarEvent event) {
    String text = event.getValue();
    if (event.getTag().isPresent()) {
      return tagged(event.getTag().get(), text);
    }
    if (!event.isPlain()) {
      return Reading.of(TextNode.valueOf(text));
    }
    return as(SCHEMA.getScalarResolver().resolve(text, true), text);
  }

  private static Reading tagged(String tag, String text) {
    if (tag.equals(OWN_TEXT) || tag.equals(Tag.STR.getValue())) {
      return Reading.of(TextNode.valueOf(text));
    }
    Tag wanted = new Tag(tag);
    if (!List.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL).contains(wanted)) {
      return Reading.refused(Kind.NOT_JSON, unknownTag(tag));
    }
    Tag meant = SCHEMA.getScalarResolver().resolve(text, true);
    boolean fits = meant.equals(wanted) || (meant.equals(Tag.INT) && wanted.equals(Tag.FLOAT));
    return fits
        ? as(wanted, text)
        : Reading.refused(
            Kind.NOT_JSON,
            "The text `" + Excerpt.of(text) + "` does not fit its tag `" + Excerpt.of(tag) + "`.");
  }

  private static Reading as(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return Reading.of(NullNode.getInstance());
    }
    if (tag.equals(Tag.BOOL)) {
      return Reading.of(BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true")));
    }
    if (tag.equals(Tag.INT)) {
      return whole(text);
    }
    return tag.equals(Tag.FLOAT) ? decimal(text) : Reading.of(TextNode.valueOf(text));
  }

  private static Reading whole(String text) {
    if (text.length() > Json.MAX_NUMBER_LENGTH) {
      return Reading.refused(Kind.NUMBER_TOO_BIG, JsonNumbers.tooLong(text.length()));
    }
    if (text.startsWith("0o")) {
      return Reading.of(JsonNumbers.whole(new BigInteger(text.substring(2), 8)));
    }
    if (text.startsWith("0x")) {
      return Reading.of(JsonNumbers.whole(new BigInteger(text.substring(2), 16)));
    }
    return Reading.of(JsonNumbers.whole(text));
  }

  private static Reading decimal(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".inf") || lower.endsWith(".nan")) {
      return Reading.refused(
          Kind.NOT_JSON, "`" + text + "` is no JSON number; put it in quotes if text is meant.");
    }
    if (lower.startsWith("0o") || lower.startsWith("0x")) {
      return whole(text);
    }
    Optional<String> fault = JsonNumbers.fault(text);
    return fault.isPresent()
        ? Reading.refused(Kind.NUMBER_TOO_BIG, fault.get())
        : Reading.of(JsonNumbers.decimal(text));
  }
}
