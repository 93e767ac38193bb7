package io.asl4j.testing.tasks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** The first or the last bytes of a stream, which is read to its end in any case. Thread-safe. */
final class Tail {

  private final ReentrantLock lock = new ReentrantLock();
  private final int limit;
  private final boolean keepsLast;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cut;

  private Tail(int limit, boolean keepsLast) {
    this.limit = limit;
    this.keepsLast = keepsLast;
  }

  /** Keeps the first bytes. */
  static Tail first(int limit) {
    return new Tail(limit, false);
  }

  /** Keeps the last bytes. */
  static Tail last(int limit) {
    return new Tail(limit, true);
  }

  void readAll(InputStream stream) {
    byte[] bytes = new byte[8192];
    try (stream) {
      for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
        add(bytes, count);
      }
    } catch (IOException killed) {
      // The stream ends with its program; what came before is kept.
      return;
    }
  }

  private void add(byte[] bytes, int count) {
    lock.lock();
    try {
      if (keepsLast) {
        kept.write(bytes, 0, count);
        dropFirst();
      } else {
        int room = Math.min(count, limit - kept.size());
        kept.write(bytes, 0, room);
        cut |= room < count;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Copies seldom: only when twice as much is there as is wanted. */
  private void dropFirst() {
    if (kept.size() <= 2 * limit) {
      return;
    }
    byte[] all = kept.toByteArray();
    kept = new ByteArrayOutputStream();
    kept.write(all, all.length - limit, limit);
    cut = true;
  }

  /** Whether there was more. */
  boolean isCut() {
    lock.lock();
    try {
      return cut;
    } finally {
      lock.unlock();
    }
  }

  /** What was kept, as UTF-8; broken characters at the cut become replacement characters. */
  String text() {
    lock.lock();
    try {
      byte[] all = kept.toByteArray();
      int start = keepsLast ? Math.max(0, all.length - limit) : 0;
      return new String(all, start, all.length - start, StandardCharsets.UTF_8);
    } finally {
      lock.unlock();
    }
  }
}
