package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.JsonEquality;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The executions that an engine knows: all open ones, and so many closed ones that it may remember.
 * Thread-safe; nobody waits for anybody.
 */
final class Executions {

  private final int rememberClosed;

  /** All that can be found, by ARN. */
  private final Map<String, Execution> known = new ConcurrentHashMap<>();

  /** By machine and name, those whose name somebody chose. */
  private final Map<String, Execution> named = new ConcurrentHashMap<>();

  /** Those that have ended, the first one first. */
  private final Queue<Execution> closed = new ConcurrentLinkedQueue<>();

  private final AtomicInteger closedCount = new AtomicInteger();
  private final AtomicLong admitted = new AtomicLong();

  Executions(int rememberClosed) {
    this.rememberClosed = rememberClosed;
  }

  /** The open execution with the same machine, name and input; null when there is none. */
  @Nullable Execution open(Execution execution, JsonNode input) {
    Execution existing = named.get(key(execution));
    boolean same =
        existing != null && existing.isRunning() && JsonEquality.same(existing.input(), input);
    return same ? existing : null;
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
    execution.number(admitted.incrementAndGet());
    if (isNamed) {
      Execution existing = named.putIfAbsent(key(execution), execution);
      if (existing != null) {
        if (existing.isRunning() && JsonEquality.same(existing.input(), input)) {
          return existing;
        }
        throw new ExecutionAlreadyExists(existing);
      }
    }
    known.put(execution.arn(), execution);
    return null;
  }

  /**
   * An execution goes on under its old name.
   *
   * @return false if it goes on already, or was forgotten
   */
  boolean readmit(Execution before, Execution execution) {
    execution.number(admitted.incrementAndGet());
    if (!known.replace(execution.arn(), before, execution)) {
      return false;
    }
    if (closed.remove(before)) {
      closedCount.decrementAndGet();
    }
    named.computeIfPresent(key(execution), (key, earlier) -> execution);
    return true;
  }

  /**
   * An execution has ended.
   *
   * @return the one that is forgotten for it; null when none has to be
   */
  @Nullable Execution ended(Execution execution) {
    if (!execution.equals(known.get(execution.arn()))) {
      return null; // It goes on under another handle.
    }
    closed.add(execution);
    if (closedCount.incrementAndGet() <= rememberClosed) {
      return null;
    }
    Execution oldest = closed.poll();
    if (oldest != null) {
      closedCount.decrementAndGet();
      known.remove(oldest.arn(), oldest);
      if (!named.isEmpty()) {
        named.remove(key(oldest), oldest);
      }
    }
    return oldest;
  }

  private static String key(Execution execution) {
    return execution.machineName() + "\n" + execution.name();
  }

  List<Execution> open() {
    Set<Execution> ended = Collections.newSetFromMap(new IdentityHashMap<>());
    ended.addAll(closed);
    return known.values().stream()
        .filter(execution -> !ended.contains(execution))
        .sorted(Comparator.comparingLong(Execution::number))
        .toList();
  }

  /** How many have not ended. */
  int openCount() {
    return Math.max(0, known.size() - closedCount.get());
  }

  Optional<Execution> find(String arn) {
    return Optional.ofNullable(known.get(arn));
  }

  /** Newest first. */
  List<Execution> list(ExecutionQuery query) {
    return known.values().stream()
        .filter(query::matches)
        .sorted(
            Comparator.comparing(Execution::startedAt)
                .reversed()
                .thenComparing(Comparator.comparingLong(Execution::number)))
        .limit(query.limit())
        .toList();
  }
}
