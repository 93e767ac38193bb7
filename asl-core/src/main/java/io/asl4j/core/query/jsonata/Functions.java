package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The expressions that make functions of functions. */
final class Functions {
  private Functions() {}

  /**
   * A function as it is seen by whoever gets it as an argument of a call: it knows nothing of the
   * context that it will be called in.
   */
  static FunctionValue passed(FunctionValue function) {
    return function.countsAsTrue() ? new Passed(function) : function;
  }

  private static final class Passed extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final FunctionValue function;

    Passed(FunctionValue function) {
      this.function = function;
    }

    @Override
    boolean countsAsTrue() {
      return false;
    }

    @Override
    int arity() {
      return function.arity();
    }

    @Override
    JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
      return function.call(run, NullNode.getInstance(), arguments);
    }

    @Override
    @Nullable Frame frameForAll(int arguments) {
      return function.frameForAll(arguments);
    }

    @Override
    JsonNode applyIn(Frame own) {
      return function instanceof Lambda lambda
          ? lambda.callIn(own, NullNode.getInstance())
          : function.applyIn(own);
    }

    @Override
    JsonNode callLast(Run run, JsonNode context, JsonNode[] arguments) {
      return function.callLast(run, NullNode.getInstance(), arguments);
    }
  }

  /** {@code function($a){ body }}. */
  static final class Defined extends Code {
    private final Lambda.Definition definition;

    Defined(Lambda.Definition definition) {
      this.definition = definition;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return new Lambda(definition, frame, context);
    }
  }

  /** {@code $f(?, 2)}: an empty argument is still open. */
  static final class Partial extends Code {
    private final Code function;
    private final List<Optional<Code>> arguments;
    private final CallCode.Place place;

    Partial(Code function, List<Optional<Code>> arguments, CallCode.Place place) {
      this.function = function;
      this.arguments = arguments;
      this.place = place;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      List<Optional<JsonNode>> given = new ArrayList<>(arguments.size());
      for (Optional<Code> argument : arguments) {
        given.add(argument.map(code -> code.value(frame, context)));
      }
      JsonNode value = function.value(frame, context);
      if (value instanceof FunctionValue callable) {
        return new Open(callable instanceof Lambda lambda ? lambda.unsigned() : callable, given);
      }
      throw place.notCallable(frame, value, context, "T1007", "T1008");
    }
  }

  /** A function some of whose arguments are given. */
  private static final class Open extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final FunctionValue function;
    private final transient List<Optional<JsonNode>> given;
    private final int arity;

    Open(FunctionValue function, List<Optional<JsonNode>> given) {
      this.function = function;
      this.given = given;
      this.arity = (int) given.stream().filter(Optional::isEmpty).count();
    }

    @Override
    int arity() {
      return arity;
    }

    @Override
    JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
      return function.call(run, context, filled(arguments));
    }

    @Override
    JsonNode callLast(Run run, JsonNode context, JsonNode[] arguments) {
      return function.callLast(run, context, filled(arguments));
    }

    private JsonNode[] filled(JsonNode[] arguments) {
      JsonNode[] all = new JsonNode[given.size()];
      int next = 0;
      for (int i = 0; i < all.length; i++) {
        Optional<JsonNode> value = given.get(i);
        if (value.isPresent()) {
          all[i] = value.get();
        } else {
          all[i] = next < arguments.length ? arguments[next] : Values.NOTHING;
          next++;
        }
      }
      return all;
    }
  }

  /** {@code argument ~> function}. */
  static final class Apply extends Code.Sequenced {
    private final Code argument;
    private final Code function;
    private final boolean keepsArray;
    private final int offset;
    private final int level;

    Apply(Code argument, Code function, boolean keepsArray, int offset, int level) {
      this.argument = argument;
      this.function = function;
      this.keepsArray = keepsArray;
      this.offset = offset;
      this.level = level;
    }

    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      JsonNode result = applied(frame, context);
      return keepsArray ? Sequence.kept(result) : result;
    }

    private JsonNode applied(Frame frame, JsonNode context) {
      JsonNode value = argument.value(frame, context);
      if (function instanceof CallCode call) {
        return call.withFirst(frame, context, value);
      }
      JsonNode applied = function.value(frame, context);
      if (!(applied instanceof FunctionValue callable)) {
        throw JsonataFailed.error("T2006", offset, "~>", applied);
      }
      if (value instanceof FunctionValue first) {
        return new Composed(first, callable);
      }
      frame.run.down(level);
      try {
        return callable.call(frame.run, NullNode.getInstance(), new JsonNode[] {value});
      } finally {
        frame.run.up(level);
      }
    }
  }

  /** One function after another. */
  private static final class Composed extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final FunctionValue first;
    private final FunctionValue second;

    Composed(FunctionValue first, FunctionValue second) {
      this.first = first;
      this.second = second;
    }

    @Override
    int arity() {
      return 1;
    }

    @Override
    JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
      run.down(1);
      JsonNode argument = arguments.length == 0 ? Values.NOTHING : arguments[0];
      JsonNode between = called(run, first, "f", NullNode.getInstance(), argument);
      JsonNode result = called(run, second, "g", context, Sequence.collapse(between));
      run.up(1);
      return result;
    }

    /** A failure names the function as JSONata's own definition of the composition does. */
    private static JsonNode called(
        Run run, FunctionValue function, String name, JsonNode context, JsonNode argument) {
      try {
        return function.call(run, context, new JsonNode[] {argument});
      } catch (JsonataFailed failed) {
        throw failed.named(name);
      }
    }
  }
}
