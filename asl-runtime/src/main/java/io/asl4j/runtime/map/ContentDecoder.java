package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.InputStream;

/**
 * Undoes the compression of a file, recognised by the extension of its key.
 *
 * <p>GZIP ({@code .gz}) is built in; others, such as Zstandard ({@code .zst}), are found with
 * {@link java.util.ServiceLoader}. Implementations are shared and must be safe for use by many
 * threads.
 */
public interface ContentDecoder {

  /** The extension with its dot, such as {@code .zst}. */
  String extension();

  /** The content, uncompressed while it is read; closing it closes what was given. */
  InputStream decode(InputStream compressed) throws IOException;
}
