package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.WriteRequest;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * The only door between the walk and the world: every wait and every effect is one of these calls.
 *
 * <p>Each branch of an execution has a host of its own, used by that branch only. Any call may
 * throw {@link io.asl4j.runtime.failure.ExecutionCancelled} when the branch is to stop.
 */
public interface Host {

  /** The time, real or modelled. */
  Instant now();

  /** Waits until an instant; one in the past returns at once. */
  void sleepUntil(Instant wakeAt);

  /**
   * Has a task done and waits for its result.
   *
   * @param progress told when the work begins and when it was handed over, before this call returns
   *     and on this thread
   * @throws io.asl4j.runtime.failure.StateFailed when the task fails or times out
   */
  JsonNode invoke(TaskRequest request, TaskProgress progress);

  /**
   * Runs branches side by side and waits for all of them. The first failure stops the others and is
   * thrown again when all have stopped.
   *
   * @param atOnce how many may be open at once, at least 1
   */
  <T> void fanOut(int atOnce, FanOut<T> work);

  /** Where this scope stopped, if it ever ran. */
  Optional<Frame> resumePoint(ScopePath at);

  /** Keeps a frame, with the events since the last one, before what comes next has an effect. */
  void commit(Frame frame);

  /**
   * Opens the items of a Distributed Map.
   *
   * @throws io.asl4j.runtime.failure.StateFailed {@code States.ItemReaderFailed} when they cannot
   *     be read
   */
  ItemStream read(ReadRequest request);

  /**
   * Opens the place for the results of a Distributed Map.
   *
   * @throws io.asl4j.runtime.failure.StateFailed {@code States.ResultWriterFailed} when it cannot
   *     be written to
   */
  ResultExport export(WriteRequest request);

  /**
   * Takes note of something that went wrong and changes nothing any more, such as a second failure
   * after the one that ends the work.
   */
  default void lost(String what, Exception why) {}

  /** The history of the execution that this host serves. */
  History history();

  /**
   * A host for a child execution with a history of its own, which stops when this one does.
   *
   * @param executionArn names the child
   */
  Host child(String executionArn);
}
