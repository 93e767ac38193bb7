package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code InputType: CSV}: an object for each record, all values strings.
 *
 * <p>Headers come from the first record or from {@code CSVHeaders}. Missing cells are empty
 * strings, cells beyond the headers are dropped. A file without any record has no items.
 */
final class CsvFormat implements RecordFormat {

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public Records open(InputStream content, JsonNode config, String source) throws IOException {
    Optional<List<String>> given = givenHeaders(config);
    CsvParser parser = new CsvParser(utf8(content), delimiter(config), source);
    List<String> headers = given.isPresent() ? given.get() : parser.next().orElse(List.of());
    if (new HashSet<>(headers).size() != headers.size()) {
      throw new ItemsUnreadable("CSV headers cannot contain duplicates.");
    }
    return new Rows(parser, headers, source);
  }

  /** Malformed input is reported, not replaced. */
  private static InputStreamReader utf8(InputStream content) {
    return new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder());
  }

  private static Optional<List<String>> givenHeaders(JsonNode config) throws ItemsUnreadable {
    String location = Resources.text(config, "CSVHeaderLocation").orElse("");
    return switch (location) {
      case "FIRST_ROW" -> Optional.empty();
      case "GIVEN" -> Optional.of(headers(config.path("CSVHeaders")));
      default ->
          throw new ItemsUnreadable(
              "CSVHeaderLocation must be `FIRST_ROW` or `GIVEN` but was `%s`.".formatted(location));
    };
  }

  private static List<String> headers(JsonNode given) throws ItemsUnreadable {
    List<String> headers = new ArrayList<>();
    for (JsonNode header : given) {
      if (!header.isTextual()) {
        throw new ItemsUnreadable("CSVHeaders must hold strings but holds " + header + ".");
      }
      headers.add(header.textValue());
    }
    if (headers.isEmpty()) {
      throw new ItemsUnreadable(
          "CSVHeaderLocation is `GIVEN`, so CSVHeaders must be an array with a header for each"
              + " column.");
    }
    return headers;
  }

  private static char delimiter(JsonNode config) throws ItemsUnreadable {
    String name = Resources.text(config, "CSVDelimiter").orElse("COMMA");
    return switch (name) {
      case "COMMA" -> ',';
      case "PIPE" -> '|';
      case "SEMICOLON" -> ';';
      case "SPACE" -> ' ';
      case "TAB" -> '\t';
      default ->
          throw new ItemsUnreadable(
              "CSVDelimiter must be `COMMA`, `PIPE`, `SEMICOLON`, `SPACE` or `TAB` but was `%s`."
                  .formatted(name));
    };
  }

  private record Rows(CsvParser parser, List<String> headers, String source) implements Records {
    @Override
    public Optional<MapItem> next() throws IOException {
      return parser.next().map(cells -> MapItem.of(row(cells), source));
    }

    private JsonNode row(List<String> cells) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      for (int i = 0; i < headers.size(); i++) {
        row.put(headers.get(i), i < cells.size() ? cells.get(i) : "");
      }
      return row;
    }
  }
}
