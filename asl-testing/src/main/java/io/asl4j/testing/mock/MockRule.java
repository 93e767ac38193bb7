package io.asl4j.testing.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are answered, and how. Immutable.
 *
 * @param target the state or resource
 * @param item only in this iteration of the innermost Map
 * @param when only for inputs that fit; null for all
 * @param answers one for each call in turn
 * @param lastStays whether the last one answers all further calls
 * @param origin where it was written, for messages; may be empty
 */
public record MockRule(
    Target target,
    OptionalInt item,
    @Nullable Predicate<JsonNode> when,
    List<Answering> answers,
    boolean lastStays,
    String origin) {

  /** What a mock is for. */
  public sealed interface Target {

    /** A Task state by its name. */
    record OfState(String name) implements Target {
      @Override
      public String toString() {
        return "state `" + name + "`";
      }
    }

    /** Task states by their resource, in which {@code *} stands for any text. */
    record OfResource(String pattern) implements Target {
      @Override
      public String toString() {
        return "resource `" + pattern + "`";
      }
    }
  }

  /** Keeps its own copy. */
  public MockRule {
    answers = List.copyOf(answers);
  }

  /** Whether it is for this call. */
  boolean fits(TaskRequest request) {
    return isFor(request)
        && (item.isEmpty() || item.getAsInt() == request.itemIndex())
        && (when == null || when.test(request.arguments().deepCopy()));
  }

  private boolean isFor(TaskRequest request) {
    return switch (target) {
      case Target.OfState state -> state.name().equals(request.stateName());
      case Target.OfResource resource ->
          TaskHandlers.builder()
                  .resource(resource.pattern(), call -> call.arguments())
                  .build()
                  .find("", request.resource().uri())
              != null;
    };
  }

  /**
   * How closely it names its calls: a state wins over a resource, a resource over a pattern, a
   * longer pattern over a shorter one, and a condition over none.
   */
  long rank() {
    long base =
        switch (target) {
          case Target.OfState state -> 1L << 40;
          case Target.OfResource resource ->
              resource.pattern().indexOf('*') < 0 ? 1L << 39 : resource.pattern().length() * 4L;
        };
    return base + (item.isPresent() ? 2 : 0) + (when != null ? 1 : 0);
  }

  /** The answering for the n-th call, from 0; empty when there is none left. */
  Optional<Answering> answering(int call) {
    if (answers.isEmpty()) {
      return Optional.empty();
    }
    if (call < answers.size()) {
      return Optional.of(answers.get(call));
    }
    return lastStays ? Optional.of(answers.getLast()) : Optional.empty();
  }

  private static String condition(Predicate<JsonNode> when) {
    return when instanceof InputCondition known
        ? "when `" + known + "`"
        : "with a condition on the input";
  }

  @Override
  public String toString() {
    String which =
        (item.isPresent() ? ", item " + item.getAsInt() : "")
            + (when == null ? "" : ", " + condition(when));
    return target + which + (origin.isEmpty() ? "" : " (" + origin + ")");
  }
}
