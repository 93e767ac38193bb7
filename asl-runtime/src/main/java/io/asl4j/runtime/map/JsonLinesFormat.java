package io.asl4j.runtime.map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * {@code InputType: JSONL}: one JSON value a line; lines with nothing but white space are passed
 * over.
 */
final class JsonLinesFormat implements RecordFormat {

  @Override
  public String name() {
    return "JSONL";
  }

  @Override
  public Records open(InputStream content, JsonNode config, String source) throws IOException {
    return new Lines(ExactJson.MAPPER.createParser(content), source);
  }

  private static final class Lines implements Records {
    private final JsonParser parser;
    private final String source;
    private int lineBefore;

    private Lines(JsonParser parser, String source) {
      this.parser = parser;
      this.source = source;
    }

    @Override
    public Optional<MapItem> next() throws IOException {
      try {
        if (parser.nextToken() == null) {
          return Optional.empty();
        }
        int line = parser.currentTokenLocation().getLineNr();
        if (line == lineBefore) {
          throw JsonFault.at(
              parser.currentTokenLocation(), source, "a line of JSONL holds one value only");
        }
        JsonNode value = ExactJson.MAPPER.readTree(parser);
        lineBefore = line;
        // Only containers can go on; behind a number the parser already stands on the next line.
        if (value.isContainerNode() && parser.currentLocation().getLineNr() != line) {
          throw JsonFault.at(
              parser.currentLocation(),
              source,
              "a value of JSONL must end on the line it begins on, which is line " + line);
        }
        return Optional.of(MapItem.of(value, source));
      } catch (JsonProcessingException malformed) {
        throw JsonFault.of(malformed, source);
      }
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }
  }
}
