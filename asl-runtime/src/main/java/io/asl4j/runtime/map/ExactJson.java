package io.asl4j.runtime.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Reads and writes JSON without changing a number: 1.0 stays 1.0, long fractions keep their digits.
 */
final class ExactJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private ExactJson() {}

  /** The compact text. */
  static String text(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a JSON tree was thought to be always writable", impossible);
    }
  }

  /** The compact text in UTF-8. */
  static byte[] bytes(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a JSON tree was thought to be always writable", impossible);
    }
  }

  /** How many bytes of UTF-8 the compact text takes. */
  static long size(JsonNode value) {
    Counter counter = new Counter();
    try {
      MAPPER.writeValue(counter, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a JSON tree was thought to be always writable", impossible);
    }
    return counter.count;
  }

  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
