package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file format that items are read from: one {@code ReaderConfig.InputType}.
 *
 * <p>JSON, JSONL and CSV are built in; others, such as PARQUET, are found with {@link
 * java.util.ServiceLoader}. Implementations are shared and must be safe for use by many threads.
 */
public interface RecordFormat {

  /** The {@code InputType}, such as {@code PARQUET}. */
  String name();

  /**
   * Whether a file's extension may say that it is compressed; a format with a compression of its
   * own says no.
   *
   * @see ContentDecoder
   */
  default boolean allowsCompressedFiles() {
    return true;
  }

  /**
   * Begins to read a file.
   *
   * @param content the file, uncompressed; closed by whoever calls, after the records
   * @param config {@code ReaderConfig}
   * @param source what each item names as its source
   * @throws ItemsUnreadable if configuration or content is wrong
   */
  Records open(InputStream content, JsonNode config, String source) throws IOException;
}
