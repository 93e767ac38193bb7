package io.asl4j.testing.mock;

import io.asl4j.runtime.task.TaskCall;
import io.asl4j.testing.tasks.Answer;

/** Decides, call by call, how a Task state is answered. May be asked by several threads at once. */
@FunctionalInterface
public interface Answering {

  /**
   * The answer to one call.
   *
   * @param call its arguments are a copy: changing them changes nothing else
   * @throws io.asl4j.runtime.failure.StateFailed to fail the task at once
   */
  Answer answer(TaskCall call);
}
