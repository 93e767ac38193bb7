package io.asl4j.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reads JSON data without remembering places: the quick way for inputs and results. */
final class DataReader {

  private record Frame(ContainerNode<?> node, String ownKey) {}

  private final String text;
  private final JsonParser parser;
  private final Deque<Frame> open = new ArrayDeque<>();
  private String key = "";

  private DataReader(String text, JsonParser parser) {
    this.text = text;
    this.parser = parser;
  }

  static JsonNode read(String given) {
    String text = SourceText.withoutByteOrderMark(given);
    try (JsonParser parser = Json.factory().createParser(text)) {
      return new DataReader(text, parser).readAll();
    } catch (JsonProcessingException e) {
      JsonFault fault = JsonFault.of(e, text);
      SourceRange range = SourceText.of(text).range(fault.start(), fault.end());
      throw new JsonSyntaxFailed(range, fault.message(), e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Reading from a string failed, which was thought impossible.", e);
    }
  }

  private JsonNode readAll() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw failed("The text is empty; a JSON value is expected.", text.length());
    }
    JsonNode root = value(first);
    while (!open.isEmpty()) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.FIELD_NAME) {
        key = parser.currentName();
      } else if (token.isStructEnd()) {
        key = open.pop().ownKey;
      } else {
        value(token);
      }
    }
    expectEnd();
    return root;
  }

  private void expectEnd() throws IOException {
    String reason = "The JSON value is complete, but more text follows it.";
    try {
      if (parser.nextToken() != null) {
        throw failed(reason, tokenStart());
      }
    } catch (JsonProcessingException e) {
      JsonFault fault = JsonFault.of(e, text);
      throw new JsonSyntaxFailed(
          SourceText.of(text).range(fault.start(), fault.end()), reason, e.getMessage());
    }
  }

  private JsonNode value(JsonToken token) throws IOException {
    JsonNode value = make(token);
    Frame outer = open.peek();
    if (outer != null && outer.node instanceof ObjectNode object) {
      object.set(key, value);
    } else if (outer != null && outer.node instanceof ArrayNode array) {
      array.add(value);
    }
    if (value instanceof ContainerNode<?> container) {
      if (open.size() == Json.MAX_DEPTH) {
        throw failed(
            "Objects and arrays are nested more than " + Json.MAX_DEPTH + " deep.", tokenStart());
      }
      open.push(new Frame(container, key));
    }
    return value;
  }

  private JsonNode make(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> FieldList.object(0);
      case START_ARRAY -> new ArrayNode(JsonNodeFactory.instance);
      case VALUE_STRING -> TextNode.valueOf(parser.getText());
      case VALUE_NUMBER_INT -> JsonNumbers.whole(numberLiteral());
      case VALUE_NUMBER_FLOAT -> JsonNumbers.decimal(numberLiteral());
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException(
              "A JSON text gave the token "
                  + token
                  + " for a value, which was thought impossible.");
    };
  }

  private String numberLiteral() throws IOException {
    String literal = parser.getText();
    Optional<String> fault = JsonNumbers.fault(literal);
    if (fault.isPresent()) {
      throw failed(fault.get(), tokenStart());
    }
    return literal;
  }

  private int tokenStart() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  private JsonSyntaxFailed failed(String reason, int offset) {
    return new JsonSyntaxFailed(SourceText.of(text).range(offset, offset), reason, null);
  }
}
