package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.history.CountedHistory;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.WriteRequest;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import java.time.Instant;
import java.util.Optional;

/** A world in which nothing happens, for decisions that need none. */
final class StillHost implements Host {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  private final History history = new CountedHistory(Long.MAX_VALUE, 0);

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public void sleepUntil(Instant wakeAt) {
    throw effect();
  }

  @Override
  public JsonNode invoke(TaskRequest request, TaskProgress progress) {
    throw effect();
  }

  @Override
  public <T> void fanOut(int atOnce, FanOut<T> work) {
    throw effect();
  }

  @Override
  public Optional<Frame> resumePoint(ScopePath at) {
    return Optional.empty();
  }

  @Override
  public void commit(Frame frame) {
    throw effect();
  }

  @Override
  public ItemStream read(ReadRequest request) {
    throw effect();
  }

  @Override
  public ResultExport export(WriteRequest request) {
    throw effect();
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public Host child(String executionArn) {
    throw effect();
  }

  private static AssertionError effect() {
    return new AssertionError("a decision had an effect");
  }
}
