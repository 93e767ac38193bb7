package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** A function as a value. */
abstract class FunctionValue extends InternalValue {
  private static final long serialVersionUID = 1L;

  /** Whether the function is true where a truth is asked for, as some are in JSONata. */
  boolean countsAsTrue() {
    return true;
  }

  /** How many arguments a caller that can offer more should give. */
  abstract int arity();

  /**
   * The value for these arguments.
   *
   * @param context the context value at the call, which a signature may take as an argument
   * @param arguments owned by the function from here on
   */
  abstract JsonNode call(Run run, JsonNode context, JsonNode[] arguments);

  /** The value for these arguments in a call that a function of the library makes. */
  JsonNode apply(Run run, JsonNode[] arguments) {
    return call(run, NullNode.getInstance(), arguments);
  }

  /**
   * One frame for any number of calls in turn, each of which puts its arguments into the slots;
   * null when this function has no such frame, as something may hold on to that of a call.
   */
  @Nullable Frame frameForAll(int arguments) {
    return null;
  }

  /** As {@link #apply}, for the arguments in a {@linkplain #frameForAll frame} of this function. */
  JsonNode applyIn(Frame own) {
    throw new IllegalStateException("This function has no frame for all of its calls.");
  }

  /** The value for the arguments as they would be in the place of a tail call. */
  JsonNode callLast(Run run, JsonNode context, JsonNode[] arguments) {
    return call(run, context, arguments);
  }
}
