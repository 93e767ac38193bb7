package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A function on its way over many items: one call after another, each with up to three values.
 * Where nothing can hold on to the frame of a call, all calls share one, since making a frame and
 * its slots would take as long as what most such functions do. Each use makes its own, so that a
 * function that meets itself inside disturbs nothing.
 */
final class RepeatedCall {
  private static final int MOST_ARGUMENTS = 3;

  private final Run run;
  private final FunctionValue function;
  private final int arity;
  // Null when each call needs arguments of its own.
  private final @Nullable Frame frame;

  RepeatedCall(Run run, FunctionValue function) {
    this.run = run;
    this.function = function;
    this.arity = Math.clamp(function.arity(), 1, MOST_ARGUMENTS);
    this.frame = function.frameForAll(arity);
  }

  /** The value for an item of an array. */
  JsonNode of(JsonNode item, int index, JsonNode array) {
    return of(item, arity == 1 ? Values.NOTHING : Numbers.of((long) index), array);
  }

  /** The value for as many of these as the function takes, at least the first. */
  JsonNode of(JsonNode first, JsonNode second, JsonNode third) {
    Frame shared = frame;
    JsonNode[] arguments = shared == null ? new JsonNode[arity] : shared.slots;
    arguments[0] = first;
    if (arity > 1) {
      addTo(arguments, second, third);
    }
    if (shared != null) {
      return function.applyIn(shared);
    }
    run.tick();
    return function.apply(run, arguments);
  }

  private static void addTo(JsonNode[] arguments, JsonNode second, JsonNode third) {
    arguments[1] = second;
    if (arguments.length == MOST_ARGUMENTS) {
      arguments[2] = third;
    }
  }
}
