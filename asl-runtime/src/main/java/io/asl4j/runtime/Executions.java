package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.JsonEquality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The executions that an engine knows: all open ones, and so many closed ones that it may remember.
 * Thread-safe.
 */
final class Executions {

  private final ReentrantLock lock = new ReentrantLock();
  private final int rememberClosed;
  private final Map<String, Execution> open = new LinkedHashMap<>();
  private final Map<String, Execution> closed = new LinkedHashMap<>();
  private final Map<String, Execution> named = new LinkedHashMap<>();

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
      open.put(execution.arn(), execution);
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** An execution goes on under its old name. */
  void readmit(Execution execution) {
    lock.lock();
    try {
      closed.remove(execution.arn());
      open.put(execution.arn(), execution);
      named.computeIfPresent(key(execution), (key, before) -> execution);
    } finally {
      lock.unlock();
    }
  }

  void ended(Execution execution) {
    lock.lock();
    try {
      open.remove(execution.arn(), execution);
      closed.put(execution.arn(), execution);
      while (closed.size() > rememberClosed) {
        Execution oldest = closed.values().iterator().next();
        closed.remove(oldest.arn());
        named.remove(key(oldest), oldest);
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
      return List.copyOf(open.values());
    } finally {
      lock.unlock();
    }
  }

  Optional<Execution> find(String arn) {
    lock.lock();
    try {
      Execution execution = open.get(arn);
      return Optional.ofNullable(execution != null ? execution : closed.get(arn));
    } finally {
      lock.unlock();
    }
  }

  /** Newest first. */
  List<Execution> list(ExecutionQuery query) {
    List<Execution> known;
    lock.lock();
    try {
      known = new ArrayList<>(closed.values());
      known.addAll(open.values());
    } finally {
      lock.unlock();
    }
    return known.stream()
        .filter(query::matches)
        .sorted((left, right) -> right.startedAt().compareTo(left.startedAt()))
        .limit(query.limit())
        .toList();
  }
}
