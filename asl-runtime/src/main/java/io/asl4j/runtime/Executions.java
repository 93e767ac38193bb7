package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.JsonEquality;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The executions that an engine knows: all open ones, and so many closed ones that it may remember.
 * Thread-safe.
 */
final class Executions {

  private final ReentrantLock lock = new ReentrantLock();
  private final int rememberClosed;

  /** All that can be found, by ARN, in the order in which they began. */
  private final Map<String, Execution> known = new LinkedHashMap<>();

  /** By machine and name, those whose name somebody chose. */
  private final Map<String, Execution> named = new HashMap<>();

  /** Those that have ended, the first one first. */
  private final Deque<Execution> closed = new ArrayDeque<>();

  Executions(int rememberClosed) {
    this.rememberClosed = rememberClosed;
  }

  /**
   * Takes a new execution in.
   *
   * @param isNamed whether somebody chose its name, which must then be free
   * @return the open execution with the same name and input, if there is one; null when the new one
   *     was taken in
   * @throws ExecutionAlreadyExists if the name is taken
   */
  @Nullable Execution admit(Execution execution, JsonNode input, boolean isNamed) {
    lock.lock();
    try {
      if (isNamed) {
        Execution existing = named.get(key(execution));
        if (existing != null) {
          if (existing.isRunning() && JsonEquality.same(existing.input(), input)) {
            return existing;
          }
          throw new ExecutionAlreadyExists(existing);
        }
        named.put(key(execution), execution);
      }
      known.put(execution.arn(), execution);
      return null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * An execution goes on under its old name.
   *
   * @return false if it goes on already, or was forgotten
   */
  boolean readmit(Execution before, Execution execution) {
    lock.lock();
    try {
      if (!known.replace(execution.arn(), before, execution)) {
        return false;
      }
      closed.remove(before);
      named.computeIfPresent(key(execution), (key, earlier) -> execution);
      return true;
    } finally {
      lock.unlock();
    }
  }

  void ended(Execution execution) {
    lock.lock();
    try {
      if (!execution.equals(known.get(execution.arn()))) {
        return; // It goes on under another handle.
      }
      closed.add(execution);
      while (closed.size() > rememberClosed) {
        Execution oldest = closed.remove();
        known.remove(oldest.arn());
        if (!named.isEmpty()) {
          named.remove(key(oldest), oldest);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static String key(Execution execution) {
    return execution.machineName() + "\n" + execution.name();
  }

  List<Execution> open() {
    lock.lock();
    try {
      Set<Execution> ended = Collections.newSetFromMap(new IdentityHashMap<>());
      ended.addAll(closed);
      return known.values().stream().filter(execution -> !ended.contains(execution)).toList();
    } finally {
      lock.unlock();
    }
  }

  Optional<Execution> find(String arn) {
    lock.lock();
    try {
      return Optional.ofNullable(known.get(arn));
    } finally {
      lock.unlock();
    }
  }

  /** Newest first. */
  List<Execution> list(ExecutionQuery query) {
    List<Execution> all;
    lock.lock();
    try {
      all = List.copyOf(known.values());
    } finally {
      lock.unlock();
    }
    return all.stream()
        .filter(query::matches)
        .sorted((left, right) -> right.startedAt().compareTo(left.startedAt()))
        .limit(query.limit())
        .toList();
  }
}
