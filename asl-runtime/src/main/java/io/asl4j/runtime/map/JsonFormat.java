package io.asl4j.runtime.map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * {@code InputType: JSON}: the elements of an array, read one at a time.
 *
 * <p>{@code ItemsPointer} leads to an array or object inside the file; the members of an object
 * become items with a key. Without {@code ItemsPointer} the file must be an array: an object is
 * refused as the service was measured to do, although its newer documentation speaks of objects,
 * too. {@code ItemsPointer: ""} takes the whole file and accepts both.
 */
final class JsonFormat implements RecordFormat {

  @Override
  public String name() {
    return "JSON";
  }

  @Override
  public Records open(InputStream content, JsonNode config, String source) throws IOException {
    JsonNode pointer = config.path("ItemsPointer");
    JsonParser parser = ExactJson.MAPPER.createParser(content);
    try {
      boolean hasPointer = pointer.isTextual();
      if (hasPointer) {
        moveTo(parser, pointer.textValue(), source);
      } else if (parser.nextToken() == null) {
        throw new ItemsUnreadable("`" + source + "` is empty, but must be a JSON array.");
      }
      JsonToken container = parser.currentToken();
      boolean isIterable =
          container == JsonToken.START_ARRAY || (container == JsonToken.START_OBJECT && hasPointer);
      if (!isIterable) {
        throw new ItemsUnreadable("Attempting to map over non-iterable node.");
      }
      boolean isWholeFile = !hasPointer || pointer.textValue().isEmpty();
      return new Elements(parser, source, isWholeFile);
    } catch (JsonProcessingException malformed) {
      throw JsonFault.of(malformed, source);
    }
  }

  private static void moveTo(JsonParser parser, String text, String source) throws IOException {
    JsonPointer rest = pointer(text);
    parser.nextToken();
    while (!rest.matches()) {
      boolean found =
          switch (parser.currentToken()) {
            case START_OBJECT -> moveToMember(parser, rest.getMatchingProperty());
            case START_ARRAY -> moveToElement(parser, rest.getMatchingIndex());
            case null, default -> false;
          };
      if (!found) {
        throw new ItemsUnreadable(
            "ItemsPointer `%s` leads to nothing in `%s`: there is no `%s`."
                .formatted(text, source, rest.getMatchingProperty()));
      }
      rest = rest.tail();
    }
    if (parser.currentToken() == null) {
      throw new ItemsUnreadable("`" + source + "` is empty, but must be a JSON array or object.");
    }
  }

  private static JsonPointer pointer(String text) throws ItemsUnreadable {
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException invalid) {
      throw new ItemsUnreadable(
          "ItemsPointer `%s` is not a JSON pointer; write one such as `/data/items`."
              .formatted(text),
          invalid);
    }
  }

  private static boolean moveToMember(JsonParser parser, String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(name);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean moveToElement(JsonParser parser, int index) throws IOException {
    if (index < 0) {
      return false;
    }
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static final class Elements implements Records {
    private final JsonParser parser;
    private final String source;
    private final boolean isWholeFile;
    private boolean ended;

    private Elements(JsonParser parser, String source, boolean isWholeFile) {
      this.parser = parser;
      this.source = source;
      this.isWholeFile = isWholeFile;
    }

    @Override
    public Optional<MapItem> next() throws IOException {
      if (ended) {
        return Optional.empty();
      }
      try {
        return switch (parser.nextToken()) {
          case FIELD_NAME -> Optional.of(member());
          case END_ARRAY, END_OBJECT -> end();
          default -> Optional.of(MapItem.of(value(), source));
        };
      } catch (JsonProcessingException malformed) {
        throw JsonFault.of(malformed, source);
      }
    }

    private MapItem member() throws IOException {
      String name = parser.currentName();
      parser.nextToken();
      return new MapItem(value(), name, source);
    }

    private JsonNode value() throws IOException {
      return ExactJson.MAPPER.readTree(parser);
    }

    private Optional<MapItem> end() throws IOException {
      ended = true;
      if (isWholeFile && parser.nextToken() != null) {
        throw JsonFault.at(
            parser.currentTokenLocation(), source, "there is more after the end of the items");
      }
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }
}
