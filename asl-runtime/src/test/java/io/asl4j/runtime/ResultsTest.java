package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of objects and exceptions that cannot be told as they are. */
class ResultsTest {

  private static final JsonNode EMPTY = Machines.json("{}");
  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";

  private static ExecutionResult run(Kind kind, StateMachine machine, TaskHandler handler) {
    TaskHandlers handlers = TaskHandlers.builder().resource("*", handler).build();
    try (Engine engine = kind.engine().handlers(handlers).build()) {
      return engine.run(machine, EMPTY);
    }
  }

  /** Writes what is no JSON. */
  private record Raw(@JsonRawValue String raw) {}

  /** Is inside of itself. */
  private static final class Cycle {
    @SuppressWarnings("unused") // read by Jackson
    public List<Cycle> getInside() {
      return List.of(this);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatCannotBeWrittenIsToldWithTheStateAndTheType(Kind kind) {
    for (Object result :
        List.of(
            new Raw("{\"a\": 1"),
            new Cycle(),
            Optional.of(1),
            new ByteArrayInputStream(new byte[1]))) {
      TaskHandler typed = TaskHandler.typed(JsonNode.class, new ObjectMapper(), input -> result);

      assertThat(run(kind, Machines.ofState(TASK), typed))
          .isInstanceOfSatisfying(
              ExecutionResult.Failed.class,
              failure -> {
                assertThat(failure.error()).isEqualTo("States.TaskFailed");
                assertThat(failure.cause())
                    .startsWith(
                        "The handler of the state `S` returned "
                            + result.getClass().getName()
                            + ", which cannot be written as JSON: ");
              });
    }
  }

  @Test
  void aMapperThatReadsOtherwiseThanItWritesIsTakenAsItIs() {
    ObjectMapper wrapping =
        new ObjectMapper()
            .enable(SerializationFeature.WRAP_ROOT_VALUE)
            .enable(DeserializationFeature.UNWRAP_ROOT_VALUE);
    TaskHandler typed = TaskHandler.typed(Raw.class, wrapping, input -> input);
    StateMachine machine = Machines.ofState(TASK + ", 'Parameters': {'Raw': {'raw': '7'}}");

    assertThat(run(Kind.REAL, machine, typed).output())
        .isEqualTo(Machines.json("{'Raw': {'raw': 7}}"));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anAnonymousExceptionThatCannotTellItsMessageHasANameAllTheSame(Kind kind) {
    assertThat(
            run(
                kind,
                Machines.ofState(TASK),
                call -> {
                  throw new IllegalStateException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String getMessage() {
                      throw new IllegalArgumentException("no message");
                    }
                  };
                }))
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failure -> {
              assertThat(failure.error()).startsWith(ResultsTest.class.getName() + "$");
              assertThat(failure.cause()).isNull();
            });
  }
}
