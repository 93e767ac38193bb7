package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;

/**
 * Results of one Map Run on their way out.
 *
 * <p>{@link #add} may be called by many threads; {@link #finish} once, after the last child.
 * Closing an export that was not finished drops what is not yet complete. A Map Run that failed is
 * finished too: its result files are written all the same.
 */
public interface ResultExport extends AutoCloseable {

  /**
   * Takes the result of a child.
   *
   * @throws StateFailed {@code States.ResultWriterFailed} if it cannot be written
   */
  void add(ChildExecution child);

  /**
   * Completes the export.
   *
   * @return the result of the state: {@code {"MapRunArn": ..., "ResultWriterDetails": {"Bucket":
   *     ..., "Key": ...}}}
   * @throws StateFailed {@code States.ResultWriterFailed} if it cannot be completed
   */
  JsonNode finish();

  /**
   * Releases what the export holds; does nothing after {@link #finish}.
   *
   * @throws StateFailed {@code States.ResultWriterFailed} if that fails
   */
  @Override
  void close();
}
