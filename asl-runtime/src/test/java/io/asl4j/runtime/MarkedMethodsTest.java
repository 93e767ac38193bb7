package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.asl4j.runtime.task.AnswersResource;
import io.asl4j.runtime.task.TaskHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Methods that are marked as handlers, and what is wrong with some. */
class MarkedMethodsTest {

  private static ExecutionResult run(TaskHandlers handlers, String resource) {
    try (Engine engine = Engine.builder().handlers(handlers).build()) {
      return engine.run(
          Machines.ofState("'Type': 'Task', 'End': true, 'Resource': '" + resource + "'"),
          Machines.json("{}"));
    }
  }

  /** As people mark methods. */
  public static final class Marked {
    @AnswersResource("java:error")
    public String error() {
      throw new NoClassDefFoundError("com/example/Gone");
    }

    @AnswersResource("java:future")
    public CompletableFuture<String> future() {
      return CompletableFuture.completedFuture("x");
    }
  }

  @Test
  void anErrorOfAMarkedMethodIsNamedByItsOwnClass() {
    TaskHandlers marked = TaskHandlers.builder().annotated(new Marked()).build();

    assertThat(run(marked, "java:error"))
        .isEqualTo(new ExecutionResult.Failed("NoClassDefFoundError", "com/example/Gone"));
  }

  @Test
  void aFutureIsNoResult() {
    TaskHandlers marked = TaskHandlers.builder().annotated(new Marked()).build();

    assertThat(run(marked, "java:future"))
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.TaskFailed",
                "The handler of the state `S` returned a CompletableFuture; wait for it and return"
                    + " what it gives: a handler may block."));
  }

  /** Cannot mean both. */
  public static final class MarkedTwice {
    @AnswersResource("java:same")
    public String one() {
      return "one";
    }

    @AnswersResource("java:same")
    public String two() {
      return "two";
    }
  }

  @Test
  void twoMethodsThatAnswerTheSameResourceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskHandlers.builder().annotated(new MarkedTwice()))
        .withMessage(
            "%s has more than one method that answers java:same; mark one of them.",
            MarkedTwice.class.getName());
  }
}
