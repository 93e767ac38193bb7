package io.asl4j.runtime.map;

import java.io.IOException;

/**
 * Takes the results of Distributed Maps for one {@code ResultWriter.Resource}.
 *
 * <p>Implementations are shared by executions and must be safe for use by many threads.
 */
@FunctionalInterface
public interface ResultSink {

  /**
   * Begins an export.
   *
   * @throws IOException if the request is wrong or the place cannot be written to; the message of
   *     an {@link ObjectStoreFailed} becomes the failure's cause as it stands
   */
  ResultExport open(WriteRequest request) throws IOException;
}
