package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A function that the expression defines, with the frame and context that it was defined in. */
final class Lambda extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final transient Definition definition;
  private final transient Frame frame;
  private final JsonNode context;

  /**
   * What is known of a function before it runs.
   *
   * @param parameters how many; they are the first slots of its frame
   * @param slots the size of its frame
   * @param signature null when it takes anything
   * @param keepsFrame whether what it gives may refer to its frame when it is done
   */
  record Definition(
      int parameters, int slots, @Nullable Signature signature, Code body, boolean keepsFrame) {
    Definition unsigned() {
      return new Definition(parameters, slots, null, body, keepsFrame);
    }
  }

  Lambda(Definition definition, Frame frame, JsonNode context) {
    this.definition = definition;
    this.frame = frame;
    this.context = context;
  }

  @Override
  int arity() {
    return definition.parameters();
  }

  @Override
  JsonNode call(Run run, JsonNode callContext, JsonNode[] arguments) {
    run.down(1);
    return end(run, callContext, begin(run, callContext, arguments));
  }

  /** {@inheritDoc} Null, too, when more than arguments is in the frame. */
  @Override
  @Nullable Frame frameForAll(int arguments) {
    boolean isAll = arguments == definition.parameters() && arguments == definition.slots();
    boolean isFree = isAll && definition.signature() == null && !definition.keepsFrame();
    return isFree ? Frame.inside(frame, arguments) : null;
  }

  @Override
  JsonNode applyIn(Frame own) {
    return callIn(own, context);
  }

  /** The value for the arguments in a frame of this function. */
  JsonNode callIn(Frame own, JsonNode callContext) {
    own.run.down(1);
    return end(own.run, callContext, definition.body().last(own, context));
  }

  /** The value at the end of all tail calls. */
  private static JsonNode end(Run run, JsonNode callContext, JsonNode begun) {
    JsonNode result = begun;
    while (result instanceof TailCall next) {
      run.tick();
      result = made(run, callContext, next);
    }
    run.up(1);
    return result;
  }

  @Override
  JsonNode apply(Run run, JsonNode[] arguments) {
    return call(run, context, arguments);
  }

  /** A tail call sees the context that the function was called in which it ends. */
  private static JsonNode made(Run run, JsonNode callContext, TailCall next) {
    try {
      return next.function.callLast(run, callContext, next.arguments);
    } catch (JsonataFailed failed) {
      throw next.site.placed(failed);
    }
  }

  @Override
  JsonNode callLast(Run run, JsonNode callContext, JsonNode[] arguments) {
    return begin(run, callContext, arguments);
  }

  /** The same function without its signature, as a partial application sees it. */
  Lambda unsigned() {
    return definition.signature() == null
        ? this
        : new Lambda(definition.unsigned(), frame, context);
  }

  private JsonNode begin(Run run, JsonNode callContext, JsonNode[] arguments) {
    Signature signature = definition.signature();
    JsonNode[] checked =
        signature == null ? arguments : signature.check(run, arguments, callContext);
    return definition.body().last(new Frame(frame, slots(checked)), context);
  }

  /**
   * The arguments, which are made for each call anew, are the frame where nothing else is in it.
   */
  private JsonNode[] slots(JsonNode[] arguments) {
    int parameters = definition.parameters();
    if (arguments.length == parameters && definition.slots() == parameters) {
      return arguments;
    }
    JsonNode[] slots = Frame.slots(definition.slots());
    for (int i = 0; i < parameters; i++) {
      slots[i] = i < arguments.length ? arguments[i] : Values.NOTHING;
    }
    return slots;
  }
}
