package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The expressions that name a value: {@code $}, {@code $$}, and variables bound or free. */
final class Variables {
  private Variables() {}

  /** {@code $}. */
  static final class Context extends Code.Sequenced {
    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      return frame.run.unwrapped(context);
    }
  }

  /** {@code $$}. */
  static final class Root extends Code.Sequenced {
    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      return frame.run.unwrapped(frame.run.input());
    }
  }

  /** A variable of the innermost scope that knows it, when no other scope may have to be asked. */
  static final class Local extends Code.Sequenced {
    private final int hops;
    private final int slot;

    Local(int hops, int slot) {
      this.hops = hops;
      this.slot = slot;
    }

    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      return frame.up(hops).slots[slot];
    }
  }

  /** A variable that this scope may not have bound yet, so that an outer one is still seen. */
  static final class Perhaps extends Code.Sequenced {
    private final int hops;
    private final int slot;
    private final Code otherwise;

    Perhaps(int hops, int slot, Code otherwise) {
      this.hops = hops;
      this.slot = slot;
      this.otherwise = otherwise;
    }

    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      JsonNode value = frame.up(hops).slots[slot];
      return Frame.isBound(value) ? value : otherwise.raw(frame, context);
    }
  }

  /** A variable that the expression does not bind: the caller's, or a function of the library. */
  static final class Free extends Code.Sequenced {
    private final String name;
    private final JsonNode function;

    /**
     * A free variable.
     *
     * @param function the function of this name; null if there is none
     */
    Free(String name, @Nullable FunctionValue function) {
      this.name = name;
      this.function = function == null ? Values.NOTHING : function;
    }

    String name() {
      return name;
    }

    /** The function of this name; nothing if there is none. */
    JsonNode function() {
      return function;
    }

    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      JsonNode value = frame.run.variable(name);
      return value.isMissingNode() ? function : value;
    }
  }
}
