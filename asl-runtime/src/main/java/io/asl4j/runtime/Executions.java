package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.JsonEquality;
import io.asl4j.runtime.task.ExecutionId;
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

  /** All that can be found. */
  private final Map<ExecutionId, Execution> known = new ConcurrentHashMap<>();

  /** Those that have ended, the first one first. */
  private final Queue<Execution> closed = new ConcurrentLinkedQueue<>();

  private final AtomicInteger closedCount = new AtomicInteger();
  private final AtomicLong admitted = new AtomicLong();

  Executions(int rememberClosed) {
    this.rememberClosed = rememberClosed;
  }

  /** The open execution with the same machine, name and input; null when there is none. */
  @Nullable Execution open(Execution execution, JsonNode input) {
    Execution existing = known.get(execution.id());
    boolean same =
        existing != null && existing.isRunning() && JsonEquality.same(existing.input(), input);
    return same ? existing : null;
  }

  /**
   * Takes a new execution in, if its name is free.
   *
   * @return the open execution with the same name and input, if there is one; null when the new one
   *     was taken in
   * @throws ExecutionAlreadyExists if the name is taken
   */
  @Nullable Execution admit(Execution execution, JsonNode input) {
    execution.number(admitted.incrementAndGet());
    Execution existing = known.putIfAbsent(execution.id(), execution);
    if (existing == null) {
      return null;
    }
    if (existing.isRunning() && JsonEquality.same(existing.input(), input)) {
      return existing;
    }
    throw new ExecutionAlreadyExists(existing);
  }

  /**
   * An execution goes on under its old name.
   *
   * @return false if it goes on already, or was forgotten
   */
  boolean readmit(Execution before, Execution execution) {
    execution.number(admitted.incrementAndGet());
    if (!known.replace(execution.id(), before, execution)) {
      return false;
    }
    if (closed.remove(before)) {
      closedCount.decrementAndGet();
    }
    return true;
  }

  /**
   * An execution has ended.
   *
   * @return the one that is forgotten for it; null when none has to be
   */
  @Nullable Execution ended(Execution execution) {
    if (!execution.equals(known.get(execution.id()))) {
      return null; // It goes on under another handle.
    }
    closed.add(execution);
    if (closedCount.incrementAndGet() <= rememberClosed) {
      return null;
    }
    Execution oldest = closed.poll();
    if (oldest != null) {
      closedCount.decrementAndGet();
      known.remove(oldest.id(), oldest);
    }
    return oldest;
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

  /** No name has a colon; that of an Express execution is not the end of its ARN. */
  Optional<Execution> find(String arn) {
    int last = arn.lastIndexOf(':');
    Execution standard = known.get(ExecutionId.of(arn, arn.substring(last + 1)));
    if (standard != null || last < 0) {
      return Optional.ofNullable(standard);
    }
    int before = arn.lastIndexOf(':', last - 1);
    return Optional.ofNullable(known.get(ExecutionId.of(arn, arn.substring(before + 1, last))));
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
