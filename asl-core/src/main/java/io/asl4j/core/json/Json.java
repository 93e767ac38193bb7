package io.asl4j.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON data as text: exact reading, compact and pretty writing, and the one place where Jackson is
 * configured.
 *
 * <p>Numbers are exact: literals with point or exponent become decimals with all their digits, so
 * {@code 1.0} stays {@code 1.0} and {@code 1E+400} survives. All methods are safe to call from many
 * threads.
 */
public final class Json {

  /**
   * How deep objects and arrays may nest in a text that is read: 1,000. Values built at run time
   * may nest deeper and be written.
   */
  public static final int MAX_DEPTH = 1_000;

  /** How many characters a number may have in a text that is read: 1,000. */
  public static final int MAX_NUMBER_LENGTH = 1_000;

  /** How big the exponent of a number may be in a text that is read, with either sign: 10,000. */
  public static final int MAX_EXPONENT = 10_000;

  // Depth and numbers are checked by our own readers, which give places; names are not interned
  // because data may bring any number.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /**
   * Gives the shared factory for parsers and generators; it is thread-safe and must not be
   * reconfigured.
   */
  static JsonFactory factory() {
    return FACTORY;
  }

  /**
   * Makes a Jackson mapper that reads and writes as this class does, for turning values into Java
   * objects and back. It belongs to the caller, who may configure it further; making one is costly,
   * so keep it. It has Jackson's usual limits for depth and numbers.
   */
  public static ObjectMapper newMapper() {
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /**
   * Reads a JSON text (RFC 8259) without positions. Of a repeated key the last value counts; a byte
   * order mark is skipped.
   *
   * @throws JsonSyntaxFailed if the text is empty, not JSON, goes on after the value, or is beyond
   *     {@link #MAX_DEPTH}, {@link #MAX_NUMBER_LENGTH} or {@link #MAX_EXPONENT}
   */
  public static JsonNode parse(String text) {
    return DataReader.read(text);
  }

  /**
   * Writes a value as AWS prints it: on one line, no space between tokens, fields in their order,
   * non-ASCII characters as they are.
   *
   * <p>Decimals keep all their digits; {@code 0.0000001} is written plainly, {@code 1E+400} with
   * its exponent. Copes with any depth. A binary value is written as Base64 text, NaN and
   * infinities as strings, a missing value as null.
   */
  public static String write(JsonNode value) {
    return ValueWriter.compact(value);
  }

  /**
   * Writes a value for people: one field or element a line, two spaces a level, {@code \n} as line
   * end, none at the end.
   */
  public static String pretty(JsonNode value) {
    return ValueWriter.pretty(value);
  }
}
