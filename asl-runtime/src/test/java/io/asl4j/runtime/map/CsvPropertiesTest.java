package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written in the dialect is read back. */
class CsvPropertiesTest {

  private static final Map<String, Character> DELIMITERS =
      Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');

  @Property
  void quotedCellsComeBack(
      @ForAll("records") List<List<String>> records, @ForAll("delimiters") char delimiter)
      throws IOException {
    String text = written(records, delimiter, CsvPropertiesTest::quoted, "\n");

    assertThat(read(text, delimiter)).isEqualTo(records);
  }

  @Property
  void quotedCellsWithLongLineEndsComeBack(
      @ForAll("records") List<List<String>> records, @ForAll("delimiters") char delimiter)
      throws IOException {
    String text = written(records, delimiter, CsvPropertiesTest::quoted, "\r\n");

    assertThat(read(text, delimiter)).isEqualTo(records);
  }

  @Property
  void escapedCellsComeBack(
      @ForAll("singleLineRecords") List<List<String>> records, @ForAll("delimiters") char delimiter)
      throws IOException {
    String text =
        written(
            records,
            delimiter,
            cell ->
                cell.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace(String.valueOf(delimiter), "\\" + delimiter),
            "\n");

    assertThat(read(text, delimiter)).isEqualTo(records);
  }

  @Property
  void everyTextWithoutQuotesIsRead(@ForAll("texts") String text) throws IOException {
    String unquoted = text.replace('"', '\'');

    List<List<String>> records = read(unquoted, ',');

    long lines = unquoted.replaceAll("\r\n?", "\n").lines().count();
    assertThat(records).hasSize((int) lines);
  }

  @Property
  void rowsCarryTheirCellsUnderTheirHeaders(
      @ForAll("records") List<List<String>> records, @ForAll("delimiterNames") String delimiter)
      throws IOException {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("InputType", "CSV").put("CSVHeaderLocation", "GIVEN").put("CSVDelimiter", delimiter);
    config.putArray("CSVHeaders").add("first").add("second");
    String text =
        written(records, DELIMITERS.getOrDefault(delimiter, ','), CsvPropertiesTest::quoted, "\n");

    List<JsonNode> rows = new ArrayList<>();
    try (Records found =
        new CsvFormat()
            .open(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), config, "here")) {
      for (Optional<MapItem> row = found.next(); row.isPresent(); row = found.next()) {
        rows.add(row.get().value());
      }
    }

    assertThat(rows).hasSameSizeAs(records);
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = records.get(i);
      assertThat(rows.get(i).path("first").textValue()).isEqualTo(cells.get(0));
      assertThat(rows.get(i).path("second").textValue())
          .isEqualTo(cells.size() > 1 ? cells.get(1) : "");
    }
  }

  @Provide
  Arbitrary<List<List<String>>> records() {
    return texts().list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<List<String>>> singleLineRecords() {
    return texts()
        .map(text -> text.replaceAll("[\r\n]", ""))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab\"\\,;| \t\r\n")
        .withChars('\u00e4', '\u20ac', '\ud83d')
        .ofMaxLength(8)
        .map(text -> text.replace("\ud83d", "\ud83d\ude00"));
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(DELIMITERS.values());
  }

  @Provide
  Arbitrary<String> delimiterNames() {
    return Arbitraries.of(DELIMITERS.keySet());
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\\", "\\\\").replace("\"", "\"\"") + '"';
  }

  private static String written(
      List<List<String>> records, char delimiter, UnaryOperator<String> cellText, String lineEnd) {
    return records.stream()
        .map(
            cells ->
                cells.stream().map(cellText).collect(Collectors.joining(String.valueOf(delimiter)))
                    + lineEnd)
        .collect(Collectors.joining());
  }

  private static List<List<String>> read(String text, char delimiter) throws IOException {
    CsvParser parser = new CsvParser(new StringReader(text), delimiter, "here");
    List<List<String>> records = new ArrayList<>();
    for (Optional<List<String>> record = parser.next();
        record.isPresent();
        record = parser.next()) {
      records.add(record.get());
    }
    return records;
  }
}
