package io.asl4j.runtime.host;

import io.asl4j.runtime.walk.Frame;
import io.asl4j.runtime.walk.ScopePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last frame of each scope of one execution, and how each state of the machine's own scope was
 * last begun. Frames inside a state are dropped when the state is left. Thread-safe.
 */
public final class MemoryCheckpoints implements Checkpoints {

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<ScopePath, Frame> frames = new HashMap<>();
  private final Map<ScopePath, Set<ScopePath>> inside = new HashMap<>();
  private final Map<String, Frame> beginnings = new HashMap<>();

  /** Nothing kept yet. */
  public MemoryCheckpoints() {}

  /** Checkpoints of an execution that begins at a given frame of the machine's own scope. */
  public static MemoryCheckpoints startingAt(Frame frame) {
    MemoryCheckpoints checkpoints = new MemoryCheckpoints();
    checkpoints.commit(frame);
    return checkpoints;
  }

  @Override
  public Optional<Frame> resumePoint(ScopePath at) {
    lock.lock();
    try {
      return Optional.ofNullable(frames.get(at));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void commit(Frame frame) {
    lock.lock();
    try {
      ScopePath path = frame.path();
      Frame before = frames.put(path, frame);
      ScopePath parent = path.parent();
      if (before == null && parent != null) {
        inside.computeIfAbsent(parent, scope -> new HashSet<>()).add(path);
      }
      if (before != null && before.visit() != frame.visit()) {
        dropInside(path);
      }
      if (parent == null && frame.state() != null && frame.attempts() == null) {
        beginnings.put(frame.state(), frame);
      }
    } finally {
      lock.unlock();
    }
  }

  private void dropInside(ScopePath path) {
    Set<ScopePath> children = inside.remove(path);
    if (children == null) {
      return;
    }
    for (ScopePath child : children) {
      frames.remove(child);
      dropInside(child);
    }
  }

  /** How a state of the machine's own scope was last begun; null if it never was. */
  public @Nullable Frame beginning(String state) {
    lock.lock();
    try {
      return beginnings.get(state);
    } finally {
      lock.unlock();
    }
  }

  /** The same frames with all retriers unused, for a redrive. */
  public MemoryCheckpoints forRedrive(long lastEvent) {
    MemoryCheckpoints fresh = new MemoryCheckpoints();
    lock.lock();
    try {
      frames.values().forEach(frame -> fresh.commit(frame.redriven(lastEvent)));
      fresh.beginnings.putAll(beginnings);
    } finally {
      lock.unlock();
    }
    return fresh;
  }
}
