package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.PrimitiveIterator;

/** Values as text: what {@code $string} and {@code &} give. */
final class Texts {
  private static final String INDENT = "  ";

  /** Pictures are read as a whole before anything is written: longer ones are no pictures. */
  private static final int LONGEST_PICTURE = 4096;

  /** Characters after which it is time for a look at the clock. */
  private static final int PIECE = 1 << 16;

  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder out = new StringBuilder();
  private final Run run;
  private final boolean pretty;
  private final boolean strict;
  private int longest = Integer.MAX_VALUE;

  private Texts(Run run, boolean pretty, boolean strict) {
    this.run = run;
    this.pretty = pretty;
    this.strict = strict;
  }

  /** The value as text: a text as it is, anything else as JSON, a function as nothing. */
  static String of(Run run, JsonNode value, boolean pretty) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value instanceof FunctionValue) {
      return "";
    }
    if (value.isNumber()) {
      if (!Double.isFinite(value.doubleValue()) && !value.isIntegralNumber()) {
        throw JsonataFailed.error("D3001", JsonataFailed.NOWHERE, "string", value);
      }
      return json(run, value);
    }
    Texts texts = new Texts(run, pretty, true);
    texts.write(value, 0);
    return texts.out.toString();
  }

  /** The beginning of the value as JSON, for a message. */
  static String shortJson(JsonNode value, int longest) {
    Texts texts = new Texts(Run.NONE, false, false);
    texts.longest = longest;
    texts.write(value, 0);
    return texts.out.toString();
  }

  private void write(JsonNode value, int level) {
    if (out.length() > longest) {
      return;
    }
    run.tick();
    int before = out.length();
    switch (value.getNodeType()) {
      case STRING -> quote(value.textValue());
      case NUMBER -> number(value);
      case ARRAY -> array((ArrayNode) value, level);
      case OBJECT -> object((ObjectNode) value, level);
      case BOOLEAN, NULL -> out.append(value.asText());
      case MISSING -> out.append(level == 0 ? "" : "null");
      case BINARY, POJO -> quote("");
    }
    if (!value.isContainerNode()) {
      run.grow(out.length() - before);
      run.checkText(out.length());
    }
  }

  // JSON knows neither infinities nor what is not a number.
  private void number(JsonNode value) {
    if (!strict && (value.isDouble() || value.isIntegralNumber())) {
      boolean isFinite = value.isIntegralNumber() || Double.isFinite(value.doubleValue());
      out.append(isFinite ? exact(value) : "null");
    } else {
      out.append(json(value));
    }
  }

  private String json(JsonNode number) {
    return Numbers.isNumeric(number, JsonataFailed.NOWHERE) ? json(run, number) : "null";
  }

  /** A number in JSON; even a finite one can be out of range once it is rounded. */
  private static String json(Run run, JsonNode number) {
    String text = Numbers.text(number, run.dialect());
    return text.endsWith("Infinity") ? "null" : text;
  }

  private static String exact(JsonNode number) {
    return number.isIntegralNumber() ? number.asText() : Numbers.text(number.doubleValue());
  }

  private void array(ArrayNode array, int level) {
    if (array.isEmpty()) {
      out.append("[]");
      return;
    }
    char before = '[';
    for (JsonNode item : array) {
      if (out.length() > longest) {
        return;
      }
      out.append(before);
      lineBreak(level + 1);
      write(item, level + 1);
      before = ',';
    }
    lineBreak(level);
    out.append(']');
  }

  private void object(ObjectNode object, int level) {
    if (object.isEmpty()) {
      out.append("{}");
      return;
    }
    char before = '{';
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (out.length() > longest) {
        return;
      }
      out.append(before);
      lineBreak(level + 1);
      quote(field.getKey());
      out.append(pretty ? ": " : ":");
      write(field.getValue(), level + 1);
      before = ',';
    }
    lineBreak(level);
    out.append('}');
  }

  private void lineBreak(int level) {
    if (pretty) {
      out.append('\n').append(INDENT.repeat(level));
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length() && out.length() <= longest; i++) {
      if (i % PIECE == PIECE - 1) {
        run.tickCharacters(PIECE);
        run.checkText(out.length());
      }
      escape(text, i);
    }
    out.append('"');
  }

  private void escape(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < FIRST_PRINTABLE || isLoneSurrogate(text, at)) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** The text of a picture, which must be of a sensible length. */
  static String picture(JsonNode picture) {
    if (picture.textValue().length() > LONGEST_PICTURE) {
      throw JsonataFailed.memory();
    }
    return picture.textValue();
  }

  /** How many characters a text has, a surrogate pair being one. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  static PrimitiveIterator.OfInt characters(String text) {
    return text.codePoints().iterator();
  }
}
