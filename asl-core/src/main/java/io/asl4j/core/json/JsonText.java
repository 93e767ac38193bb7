package io.asl4j.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Reads strict JSON (RFC 8259) with the place of each value.
 *
 * <p>Numbers are exact: {@code 1.0} stays {@code 1.0} and {@code 1e400} is no infinity. A syntax
 * error, nesting beyond {@link Json#MAX_DEPTH} or text after the value end the reading; repeated
 * keys and numbers beyond the limits are all collected.
 *
 * <p>One thing that is not JSON is taken: a placeholder of a deployment tool where a value belongs,
 * <code>"Seconds": ${delay}</code>. It reads as the string that it is made of.
 */
public final class JsonText {

  private final SourceText source;

  /**
   * The text with bare placeholders turned into strings of the same length, so that all offsets
   * stay.
   */
  private final String text;

  private final TreeBuilder builder;

  private JsonText(SourceText source, String text) {
    this.source = source;
    this.text = BarePlaceholders.quoted(text);
    this.builder = new TreeBuilder(source);
  }

  /** Reads a text; never throws for what stands in it. */
  public static SourceDocument read(SourceText source) {
    return read(source, source.text());
  }

  /**
   * Reads a text with comments ({@code //} and <code>/* *&#47;</code>) and with commas after the
   * last field or element; never throws for what stands in it.
   */
  public static SourceDocument readWithComments(SourceText source) {
    return read(source, JsonComments.blanked(source.text()));
  }

  private static SourceDocument read(SourceText source, String plain) {
    JsonText reading = new JsonText(source, plain);
    try (JsonParser parser = Json.factory().createParser(reading.text)) {
      reading.readAll(parser);
    } catch (JsonProcessingException e) {
      reading.syntax(e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Reading from a string failed, which was thought impossible.", e);
    }
    return reading.builder.document();
  }

  private void readAll(JsonParser parser) throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      if (builder.isDone()) {
        builder.problem(
            SourceProblem.Kind.TRAILING_TEXT,
            "The JSON value is complete, but more text follows it.",
            start,
            start + 1);
        return;
      }
      if (token.isStructStart() && builder.depth() == Json.MAX_DEPTH) {
        builder.problem(
            SourceProblem.Kind.TOO_DEEP,
            "Objects and arrays are nested more than " + Json.MAX_DEPTH + " deep.",
            start,
            start + 1);
        return;
      }
      take(parser, token, start);
    }
    if (!builder.isDone()) {
      builder.problem(
          SourceProblem.Kind.EMPTY,
          "The text is empty; a JSON value is expected.",
          text.length(),
          text.length());
    }
  }

  private void take(JsonParser parser, JsonToken token, int start) throws IOException {
    switch (token) {
      case START_OBJECT -> builder.openObject(start);
      case START_ARRAY -> builder.openArray(start);
      case END_OBJECT, END_ARRAY -> builder.close(start + 1);
      case FIELD_NAME -> builder.key(parser.currentName(), start, tokenEnd(token, start));
      case VALUE_STRING -> string(parser, token, start);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, start);
      case VALUE_TRUE, VALUE_FALSE ->
          builder.scalar(
              BooleanNode.valueOf(token == JsonToken.VALUE_TRUE), start, tokenEnd(token, start));
      case VALUE_NULL -> builder.scalar(NullNode.getInstance(), start, tokenEnd(token, start));
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException(
              "A JSON text gave the token " + token + ", which was thought impossible.");
    }
  }

  private void string(JsonParser parser, JsonToken token, int start) throws IOException {
    // The parser looks for the closing quote only now, and complains if there is none; only then is
    // there an end to be found.
    String read = parser.getText();
    int end = tokenEnd(token, start);
    boolean isPlaceholder = source.text().charAt(start) != '"';
    String value = isPlaceholder ? source.text().substring(start, end) : read;
    builder.scalar(TextNode.valueOf(value), start, end);
  }

  private void number(JsonParser parser, JsonToken token, int start) throws IOException {
    int end = start + parser.getTextLength();
    Optional<String> fault = JsonNumbers.fault(text.substring(start, end));
    if (fault.isPresent()) {
      builder.problem(SourceProblem.Kind.NUMBER_TOO_BIG, fault.get(), start, end);
      builder.scalar(IntNode.valueOf(0), start, end);
      return;
    }
    String literal = parser.getText();
    builder.scalar(
        token == JsonToken.VALUE_NUMBER_INT
            ? JsonNumbers.whole(literal)
            : JsonNumbers.decimal(literal),
        start,
        end);
  }

  /** Gives the offset after a token that the parser has read to its end. */
  private int tokenEnd(JsonToken token, int start) {
    return switch (token) {
      case FIELD_NAME, VALUE_STRING -> stringEnd(start);
      case VALUE_FALSE -> start + "false".length();
      case VALUE_TRUE, VALUE_NULL -> start + "true".length();
      default -> start + 1;
    };
  }

  private int stringEnd(int start) {
    int at = start + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private void syntax(JsonProcessingException failure) {
    JsonFault fault = JsonFault.of(failure, text);
    if (builder.isDone()) {
      builder.problem(
          SourceProblem.of(
                  SourceProblem.Kind.TRAILING_TEXT,
                  "The JSON value is complete, but more text follows it.",
                  Pointers.ROOT,
                  source.range(fault.start(), fault.end()))
              .withParserMessage(failure.getMessage()));
      return;
    }
    SourceRange range = source.range(fault.start(), fault.end());
    int opened = builder.innermostStart();
    if (opened < 0) {
      builder.problem(
          SourceProblem.of(SourceProblem.Kind.SYNTAX, fault.message(), builder.pointer(), range)
              .withParserMessage(failure.getMessage()));
      return;
    }
    SourceRange opening = source.range(opened, opened + 1);
    String message = fault.isUnclosed() ? unclosed(opening) : fault.message();
    builder.problem(
        SourceProblem.of(SourceProblem.Kind.SYNTAX, message, builder.pointer(), range)
            .withRelated(opening)
            .withParserMessage(failure.getMessage()));
  }

  private String unclosed(SourceRange opening) {
    return builder.isInObject()
        ? "The text ends before the object that opens at "
            + opening
            + " is closed; a `}` is missing."
        : "The text ends before the array that opens at "
            + opening
            + " is closed; a `]` is missing.";
  }
}
