package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The expressions that order others: blocks, conditionals, bindings. */
final class Control {
  private Control() {}

  /** {@code (a; b; c)}: the value of the last one. */
  static final class Block extends Code {
    private final Code[] expressions;

    Block(List<Code> expressions) {
      this.expressions = expressions.toArray(new Code[0]);
    }

    /**
     * The code without the parentheses round it, where they do nothing: all that they do besides
     * ordering is to make of a sequence what it stands for.
     */
    static Code opened(Code code) {
      return code instanceof Block block
              && block.expressions.length == 1
              && block.lastOne() instanceof Scalar alone
          ? alone
          : code;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return before(frame, context) ? lastOne().value(frame, context) : Values.NOTHING;
    }

    @Override
    JsonNode last(Frame frame, JsonNode context) {
      return before(frame, context) ? lastOne().last(frame, context) : Values.NOTHING;
    }

    private boolean before(Frame frame, JsonNode context) {
      for (int i = 0; i < expressions.length - 1; i++) {
        expressions[i].value(frame, context);
      }
      return expressions.length > 0;
    }

    private Code lastOne() {
      return expressions[expressions.length - 1];
    }
  }

  /** A block with variables of its own. */
  static final class Framed extends Code {
    private final Code block;
    private final int slots;

    Framed(Code block, int slots) {
      this.block = block;
      this.slots = slots;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return block.value(Frame.inside(frame, slots), context);
    }

    @Override
    JsonNode last(Frame frame, JsonNode context) {
      return block.last(Frame.inside(frame, slots), context);
    }
  }

  /** {@code condition ? then : otherwise}. */
  static final class Conditional extends Code {
    private final Code condition;
    private final Code then;
    private final Code otherwise;

    Conditional(Code condition, Code then, Code otherwise) {
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return chosen(frame, context).value(frame, context);
    }

    @Override
    JsonNode last(Frame frame, JsonNode context) {
      return chosen(frame, context).last(frame, context);
    }

    private Code chosen(Frame frame, JsonNode context) {
      boolean holds = Values.isTruthy(frame.run, condition.value(frame, context));
      return holds ? then : otherwise;
    }
  }

  /** {@code $name := value}. */
  static final class Bind extends Code {
    private final int slot;
    private final Code value;

    Bind(int slot, Code value) {
      this.slot = slot;
      this.value = value;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      JsonNode bound = value.value(frame, context);
      frame.slots[slot] = bound;
      return bound;
    }
  }
}
