package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits delimited text into records of cells, in the dialect of the service.
 *
 * <p>Records end with a line feed, a carriage return, or both. A cell that begins with a double
 * quote goes on to the next double quote, delimiters and line ends included. Two double quotes
 * stand for one, in quoted cells and in others; a single one inside a cell that does not begin with
 * it is kept. A backslash before a backslash, a double quote or the delimiter takes its meaning
 * away; before anything else the backslash itself is dropped. An empty line is a record with one
 * empty cell. A byte order mark is passed over.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/example-csv-parse-dist-map.html">AWS
 *     Step Functions, How Step Functions parses input CSV files</a>
 */
final class CsvParser {

  /**
   * How much text one record may hold; a quote that is never closed would otherwise fill the
   * memory.
   */
  static final int MAX_RECORD_CHARS = 8 * 1024 * 1024;

  private static final int END = -1;
  private static final int BUFFER_CHARS = 1 << 13;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final char delimiter;
  private final String source;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int position;
  private int filled;
  private long line = 1;
  private long lineOfRecord = 1;
  private int charsOfRecord;
  private boolean started;

  CsvParser(Reader reader, char delimiter, String source) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.source = source;
  }

  /** The cells of the next record; empty at the end. */
  Optional<List<String>> next() throws IOException {
    if (!started) {
      started = true;
      if (peek() == BYTE_ORDER_MARK) {
        position++;
      }
    }
    if (peek() == END) {
      return Optional.empty();
    }
    lineOfRecord = line;
    charsOfRecord = 0;
    List<String> cells = new ArrayList<>();
    do {
      count();
      cells.add(cell());
    } while (take(delimiter));
    takeLineEnd();
    return Optional.of(cells);
  }

  private String cell() throws IOException {
    StringBuilder text = new StringBuilder();
    if (take('"')) {
      quoted(text);
    }
    while (true) {
      int next = peek();
      if (next == END || next == delimiter || next == '\n' || next == '\r') {
        return text.toString();
      }
      position++;
      if (next == '\\') {
        escaped(text);
        continue;
      }
      append(text, next);
      if (next == '"') {
        take('"');
      }
    }
  }

  private void quoted(StringBuilder text) throws IOException {
    long lineOfQuote = line;
    while (true) {
      int next = peek();
      if (next == END) {
        throw new ItemsUnreadable(
            "`%s` ends inside a cell whose double quote was opened on line %d and is never closed."
                .formatted(source, lineOfQuote));
      }
      position++;
      if (next == '\\') {
        escaped(text);
        continue;
      }
      if (next == '"' && !take('"')) {
        return;
      }
      if (next == '\n' || (next == '\r' && peek() != '\n')) {
        line++;
      }
      append(text, next);
    }
  }

  /** Behind a backslash. */
  private void escaped(StringBuilder text) throws IOException {
    int next = peek();
    if (next == '\\' || next == '"' || next == delimiter) {
      position++;
      append(text, next);
    }
  }

  private void append(StringBuilder text, int character) throws ItemsUnreadable {
    count();
    text.append((char) character);
  }

  private void count() throws ItemsUnreadable {
    if (++charsOfRecord > MAX_RECORD_CHARS) {
      throw new ItemsUnreadable(
          "The record on line %d of `%s` is longer than %d characters; is a double quote not closed?"
              .formatted(lineOfRecord, source, MAX_RECORD_CHARS));
    }
  }

  private void takeLineEnd() throws IOException {
    boolean ended = take('\r');
    ended |= take('\n');
    if (ended) {
      line++;
    }
  }

  private boolean take(char expected) throws IOException {
    if (peek() != expected) {
      return false;
    }
    position++;
    return true;
  }

  private int peek() throws IOException {
    if (position == filled) {
      position = 0;
      filled = Math.max(reader.read(buffer), 0);
      if (filled == 0) {
        return END;
      }
    }
    return buffer[position];
  }
}
