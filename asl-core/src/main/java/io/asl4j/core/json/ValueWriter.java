package io.asl4j.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON text, without recursion. */
final class ValueWriter {

  /**
   * Fractions so small are written with an exponent; JavaScript and people draw the line near there
   * too.
   */
  private static final int MAX_PLAIN_SCALE = 21;

  /** What is still to be written of one object or array: its fields or its elements. */
  private sealed interface Open {
    record Fields(Iterator<Map.Entry<String, JsonNode>> rest) implements Open {}

    record Items(Iterator<JsonNode> rest) implements Open {}
  }

  private final JsonGenerator out;
  private final Deque<Open> open = new ArrayDeque<>();

  private ValueWriter(JsonGenerator out) {
    this.out = out;
  }

  static String compact(JsonNode value) {
    return write(value, null);
  }

  static String pretty(JsonNode value) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
    return write(
        value,
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(twoSpaces)
            .withArrayIndenter(twoSpaces));
  }

  /** Null printer: no white space at all. */
  private static String write(JsonNode value, @Nullable PrettyPrinter printer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.factory().createGenerator(text)) {
      if (printer != null) {
        out.setPrettyPrinter(printer);
      }
      new ValueWriter(out).writeAll(value);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Writing to a string failed, which was thought impossible.", e);
    }
    return text.toString();
  }

  private void writeAll(JsonNode value) throws IOException {
    begin(value);
    while (!open.isEmpty()) {
      switch (open.element()) {
        case Open.Fields fields -> nextField(fields.rest());
        case Open.Items items -> nextItem(items.rest());
      }
    }
  }

  private void nextField(Iterator<Map.Entry<String, JsonNode>> fields) throws IOException {
    if (!fields.hasNext()) {
      open.pop();
      out.writeEndObject();
      return;
    }
    Map.Entry<String, JsonNode> field = fields.next();
    out.writeFieldName(field.getKey());
    begin(field.getValue());
  }

  private void nextItem(Iterator<JsonNode> items) throws IOException {
    if (!items.hasNext()) {
      open.pop();
      out.writeEndArray();
      return;
    }
    begin(items.next());
  }

  private void begin(JsonNode value) throws IOException {
    switch (value.getNodeType()) {
      case OBJECT -> {
        out.writeStartObject();
        open.push(new Open.Fields(((ObjectNode) value).properties().iterator()));
      }
      case ARRAY -> {
        out.writeStartArray();
        open.push(new Open.Items(value.elements()));
      }
      case STRING -> out.writeString(value.textValue());
      case BOOLEAN -> out.writeBoolean(value.booleanValue());
      case NUMBER -> number(value);
      case NULL, MISSING -> out.writeNull();
      case BINARY -> out.writeBinary(value.binaryValue());
      case POJO ->
          throw new IllegalArgumentException(
              "A Java object of "
                  + value.getClass().getName()
                  + " is no JSON value; turn it into one with a mapper first.");
    }
  }

  private void number(JsonNode value) throws IOException {
    switch (value.numberType()) {
      case INT, LONG -> out.writeNumber(value.longValue());
      case BIG_INTEGER -> out.writeNumber(value.bigIntegerValue());
      case BIG_DECIMAL -> out.writeNumber(decimal(value.decimalValue()));
      case DOUBLE -> out.writeNumber(value.doubleValue());
      case FLOAT -> out.writeNumber(value.floatValue());
    }
  }

  /** Either form reads back as the same digits and scale. */
  private static String decimal(BigDecimal value) {
    return value.scale() >= 0 && value.scale() <= MAX_PLAIN_SCALE
        ? value.toPlainString()
        : value.toString();
  }
}
