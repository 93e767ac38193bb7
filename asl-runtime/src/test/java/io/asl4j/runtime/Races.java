package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskTokens.Answer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of races share: machines to fight for, and how two actions are let loose. Every
 * build runs some hundred rounds of each race; the system property {@code asl4j.races.rounds} makes
 * them more, and {@code asl4j.races.seed} varies the head starts.
 */
final class Races implements AutoCloseable {

  static final int ROUNDS = Integer.getInteger("asl4j.races.rounds", 200);

  static final JsonNode ONE = Machines.json("1");
  static final StateMachine TOKEN =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000, 'Parameters': {'t.$':"
              + " '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'");
  static final StateMachine BEATING =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 99999999, 'HeartbeatSeconds': 9000,"
              + " 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'");
  static final StateMachine WAIT =
      Machines.ofState("'Type': 'Wait', 'Seconds': 99999999, 'End': true");
  static final StateMachine CALL =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'");
  static final StateMachine TIMED_CALL =
      Machines.ofState(
          "'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage'");
  static final StateMachine SHORT_LIVED =
      Machines.machine(
          "{'TimeoutSeconds': 1, 'StartAt': 'S', 'States': {'S': {'Type': 'Task', 'End': true,"
              + " 'Resource': 'arn:aws:states:::sqs:sendMessage'}}}");
  static final StateMachine SIBLINGS =
      Machines.machine(
          "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches':"
              + " [{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'End': true, 'TimeoutSeconds':"
              + " 9000, 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}, {'StartAt': 'B',"
              + " 'States': {'B': {'Type': 'Task', 'End': true, 'TimeoutSeconds': 9000,"
              + " 'Parameters': {'t.$': '$$.Task.Token'}, 'Resource':"
              + " 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'}}}]}}}");

  static final TaskHandler ANSWERING = call -> Arena.EMPTY;
  static final TaskHandler FAILING =
      call -> {
        throw StateFailed.of("Broken", null);
      };

  static final ExecutionResult TIMED_OUT = new ExecutionResult.Failed("States.Timeout", null);

  private final Duel duel = new Duel(Long.getLong("asl4j.races.seed", 1));

  /** Runs both at once. */
  void run(Runnable one, Runnable other) {
    duel.run(one, other);
  }

  /** Runs both at once; gives what they gave. */
  <A, B> Answers<A, B> race(Supplier<A> one, Supplier<B> other) {
    AtomicReference<@Nullable A> first = new AtomicReference<>();
    AtomicReference<@Nullable B> second = new AtomicReference<>();
    duel.run(() -> first.set(one.get()), () -> second.set(other.get()));
    return new Answers<>(given(first), given(second));
  }

  private static <T> T given(AtomicReference<@Nullable T> answer) {
    T value = answer.get();
    if (value == null) {
      throw new AssertionError("No answer.");
    }
    return value;
  }

  record Answers<A, B>(A one, B other) {}

  static boolean redriven(Arena arena, Execution execution) {
    try {
      arena.engine().redrive(execution);
      return true;
    } catch (IllegalStateException another) {
      return false;
    }
  }

  static Answer accepted(boolean yes) {
    return yes ? Answer.ACCEPTED : Answer.TASK_TIMED_OUT;
  }

  /** An action that has nothing to say. */
  static Supplier<Boolean> passed(Runnable action) {
    return () -> {
      action.run();
      return true;
    };
  }

  @Override
  public void close() {
    duel.close();
  }
}
