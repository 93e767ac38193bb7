package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An object that is being written. It appears in the store when {@link #complete} returns; closing
 * it before that drops it.
 *
 * <p>Used by one thread at a time.
 */
public abstract class ObjectUpload extends OutputStream {

  /** For stores. */
  protected ObjectUpload() {}

  /** Makes what was written the object. Nothing may be written afterwards. */
  public abstract void complete() throws IOException;

  /** Drops what was written, unless it was completed; does nothing the second time. */
  @Override
  public abstract void close() throws IOException;
}
