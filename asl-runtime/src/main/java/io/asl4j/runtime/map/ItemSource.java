package io.asl4j.runtime.map;

import java.io.IOException;

/**
 * Gives the items of a Distributed Map for one {@code ItemReader.Resource}.
 *
 * <p>Implementations are shared by executions and must be safe for use by many threads.
 */
@FunctionalInterface
public interface ItemSource {

  /**
   * Begins to read.
   *
   * <p>The limit of the request is kept by the caller; a source may use it to read less ahead.
   *
   * @throws ItemsUnreadable if the request or the content is wrong; the message becomes the
   *     failure's cause as it stands
   * @throws IOException if reading fails for a reason outside the content
   */
  Records open(ReadRequest request) throws IOException;
}
