package io.asl4j.runtime.map;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Items on their way in: pulled one at a time, so that a source of any length needs little memory.
 *
 * <p>Used by one thread. Whoever opened it closes it; closing releases files and connections, and
 * may happen before the last item.
 */
public interface Records extends Closeable {

  /**
   * The next item; empty at the end, and from then on.
   *
   * @throws ItemsUnreadable if the content is not what it should be; the message becomes the
   *     failure's cause as it stands
   * @throws IOException if reading fails for a reason outside the content
   */
  Optional<MapItem> next() throws IOException;

  @Override
  default void close() throws IOException {}
}
