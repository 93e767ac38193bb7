package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The call of a function. */
sealed class CallCode extends Code.Sequenced permits MergeCode {
  private final Code function;
  private final Code[] arguments;
  private final Place place;

  /**
   * Where a call stands.
   *
   * @param name what the function was called by
   * @param namesake the variable of the same name when a field was called, else nothing
   * @param level how many unfinished expressions of the same function are round the call
   */
  record Place(String name, Code namesake, int offset, int level) {

    /** The error of calling what is no function: a hint at the variable if there is one. */
    JsonataFailed notCallable(
        Frame frame, JsonNode called, JsonNode context, String withHint, String without) {
      boolean meant = isNameOfVariable(frame, called, context);
      return JsonataFailed.error(meant ? withHint : without, offset, name);
    }

    boolean isNameOfVariable(Frame frame, JsonNode called, JsonNode context) {
      return called.isMissingNode() && !namesake.value(frame, context).isMissingNode();
    }
  }

  CallCode(Code function, List<Code> arguments, Place place) {
    this.function = function;
    this.arguments = arguments.toArray(new Code[0]);
    this.place = place;
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode called = called(frame, context);
    return call(frame, context, called, evaluated(frame, context, 0));
  }

  /** The call with one more argument in front, as {@code ~>} makes it. */
  final JsonNode withFirst(Frame frame, JsonNode context, JsonNode first) {
    JsonNode called = called(frame, context);
    JsonNode[] all = evaluated(frame, context, 1);
    all[0] = first;
    return call(frame, context, called, all);
  }

  @Override
  JsonNode last(Frame frame, JsonNode context) {
    JsonNode called = called(frame, context);
    JsonNode[] values = new JsonNode[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments[i].value(frame, context);
    }
    return new TailCall(callable(frame, context, called), values, this);
  }

  final JsonNode[] evaluated(Frame frame, JsonNode context, int before) {
    JsonNode[] values = new JsonNode[arguments.length + before];
    for (int i = 0; i < arguments.length; i++) {
      JsonNode value = arguments[i].value(frame, context);
      values[i + before] =
          value instanceof FunctionValue function ? Functions.passed(function) : value;
    }
    return values;
  }

  final JsonNode call(Frame frame, JsonNode context, JsonNode function, JsonNode[] values) {
    FunctionValue called = callable(frame, context, function);
    Run run = frame.run;
    down(run);
    JsonNode result;
    try {
      result = called.call(run, context, values);
    } catch (JsonataFailed failed) {
      throw placed(failed);
    }
    up(run);
    return result;
  }

  /** Into the function; the caller comes up when the function is done. */
  final void down(Run run) {
    run.down(place.level());
  }

  final void up(Run run) {
    run.up(place.level());
  }

  /** A failure of this call, which names this place if it names none. */
  final JsonataFailed placed(JsonataFailed failed) {
    return failed.at(place.offset(), place.name());
  }

  /** What is called, whatever it is: only a name that lacks its dollar sign is refused at once. */
  final JsonNode called(Frame frame, JsonNode context) {
    JsonNode value = function.value(frame, context);
    if (value.isMissingNode() && place.isNameOfVariable(frame, value, context)) {
      throw place.notCallable(frame, value, context, "T1005", "T1006");
    }
    return value;
  }

  private FunctionValue callable(Frame frame, JsonNode context, JsonNode value) {
    if (value instanceof FunctionValue callable) {
      return callable;
    }
    throw place.notCallable(frame, value, context, "T1005", "T1006");
  }
}
