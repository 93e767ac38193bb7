package io.asl4j.testing.tasks;

import io.asl4j.runtime.service.HttpExchanges;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.List;
import java.util.Map;

/**
 * Handlers that give the answers of a tasks file; they count calls, so each run wants its own.
 *
 * <p>Thread-safe. {@link #close} kills the programs that still run.
 */
public final class TaskAnswers implements AutoCloseable {

  private final Programs programs = new Programs();
  private final HttpExchanges exchanges = HttpExchanges.create();
  private final TaskHandlers handlers;

  TaskAnswers(Map<String, List<Answer>> byState, Map<String, List<Answer>> byResource) {
    TaskHandlers.Builder builder = TaskHandlers.builder();
    byState.forEach((name, answers) -> builder.state(name, handler(answers)));
    byResource.forEach((resource, answers) -> builder.resource(resource, handler(answers)));
    handlers = builder.build();
  }

  private AnswerHandler handler(List<Answer> answers) {
    return new AnswerHandler(answers, programs, exchanges);
  }

  /** The handlers. */
  public TaskHandlers handlers() {
    return handlers;
  }

  /** Kills the programs and gives up the requests that are under way. */
  @Override
  public void close() {
    programs.close();
    exchanges.close();
  }
}
