package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path none of whose steps binds anything. What a step gives is the next one's input: an array
 * stands for its elements, any other value for itself, and nothing ends the path.
 */
final class PathCode extends Code.Sequenced {
  private final Step[] steps;

  /** The name of each step that is a plain field, for the usual case; null for any other step. */
  private final @Nullable String[] fields;

  private final Start start;
  private final boolean keepsSingleton;

  /** How the first step takes the context. */
  enum Start {
    /** Each element of a context array by itself. */
    EACH,
    /** The context as it is, whatever it is. */
    WHOLE,
    /** The context as it is; what comes out is not flattened either. */
    CONSTRUCTED
  }

  /** An expression that is evaluated for each value that the step before gave. */
  abstract static class Step {
    /** What the step gives for one value; its predicates included. */
    abstract JsonNode of(Frame frame, JsonNode item);

    /** What the step makes of all that the step before gave. */
    JsonNode all(Frame frame, JsonNode current, boolean last) {
      if (!(current instanceof ArrayNode array)) {
        return of(frame, current, last);
      }
      Run run = frame.run;
      int size = array.size();
      if (size == 1) {
        run.tick();
        return of(frame, array.get(0), last);
      }
      Sequence results = Sequence.expecting(run, size);
      run.grow(8L * size);
      JsonNode only = Values.NOTHING;
      int count = 0;
      for (int i = 0; i < size; i++) {
        run.tick();
        JsonNode result = of(frame, array.get(i));
        if (!(result instanceof MissingNode)) {
          count++;
          only = result;
          results.addFlat(run, result);
        }
      }
      if (last && count == 1 && isPlainArray(only)) {
        return only;
      }
      return results.isEmpty() ? Values.NOTHING : results;
    }

    private JsonNode of(Frame frame, JsonNode item, boolean last) {
      JsonNode result = of(frame, item);
      if (!(result instanceof Sequence sequence)) {
        return result;
      }
      if (Sequence.isConstructed(sequence)) {
        return last ? sequence : Sequence.ofOne(frame.run, sequence);
      }
      if (sequence.isEmpty()) {
        return Values.NOTHING;
      }
      // Whether a singleton is kept is for this path to say, not for the one that made it.
      return sequence.size() == 1 ? flat(frame.run, sequence) : sequence;
    }

    private static JsonNode flat(Run run, Sequence sequence) {
      if (!Sequence.isSequence(sequence)) {
        return sequence;
      }
      Sequence results = Sequence.empty(run);
      results.addFlat(run, sequence);
      return results;
    }

    private static boolean isPlainArray(JsonNode value) {
      return value instanceof ArrayNode && !Sequence.isSequence(value);
    }
  }

  /** A field. */
  static final class Field extends Step {
    private final String name;

    Field(String name) {
      this.name = shared(name);
    }

    /** The same name as the parser of JSON gives to fields, so that comparing them is short. */
    static String shared(String name) {
      return name.intern();
    }

    @Override
    JsonNode of(Frame frame, JsonNode item) {
      if (item instanceof ObjectNode object) {
        JsonNode found = object.get(name);
        return found == null ? Values.NOTHING : found;
      }
      return Sequence.collapse(Values.lookup(frame.run, item, name));
    }
  }

  /** Any expression. */
  static final class Expression extends Step {
    private final Code code;

    Expression(Code code) {
      this.code = Control.Block.opened(code);
    }

    @Override
    JsonNode of(Frame frame, JsonNode item) {
      return code.value(frame, item);
    }
  }

  /** A step with predicates, which see the results for one value at a time. */
  static final class Filtered extends Step {
    private final Step step;
    private final FilterCode[] filters;

    Filtered(Step step, List<FilterCode> filters) {
      this.step = step;
      this.filters = filters.toArray(new FilterCode[0]);
    }

    @Override
    JsonNode of(Frame frame, JsonNode item) {
      JsonNode result = step.of(frame, item);
      for (FilterCode filter : filters) {
        result = filter.of(frame, result);
      }
      return result;
    }
  }

  /** An order-by, which sees all values at once. */
  static final class Sorted extends Step {
    private final SortCode sort;
    private final FilterCode[] filters;

    Sorted(SortCode sort, List<FilterCode> filters) {
      this.sort = sort;
      this.filters = filters.toArray(new FilterCode[0]);
    }

    @Override
    JsonNode of(Frame frame, JsonNode item) {
      throw new IllegalStateException("An order-by sees all values");
    }

    @Override
    JsonNode all(Frame frame, JsonNode current, boolean last) {
      JsonNode result = sort.sorted(frame, current);
      for (FilterCode filter : filters) {
        result = filter.of(frame, result);
      }
      return result;
    }
  }

  PathCode(List<Step> steps, Start start, boolean keepsSingleton) {
    this.steps = steps.toArray(new Step[0]);
    this.fields = new @Nullable String[this.steps.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = this.steps[i] instanceof Field field ? field.name : null;
    }
    this.start = start;
    this.keepsSingleton = keepsSingleton;
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode first = start == Start.EACH ? next(frame, 0, context) : steps[0].of(frame, context);
    return afterFirst(frame, first);
  }

  /** The value of the path whose first step gave this. */
  JsonNode afterFirst(Frame frame, JsonNode first) {
    // Nobody sees a whole array as such: it only stands for its elements.
    JsonNode current =
        start == Start.WHOLE && Sequence.isConstructed(first)
            ? Sequence.ofOne(frame.run, first)
            : first;
    for (int i = 1; i < steps.length && !(current instanceof MissingNode); i++) {
      current = next(frame, i, current);
    }
    return keepsSingleton ? kept(frame.run, current) : current;
  }

  /** What a step makes of what the one before it gave; in short where that is one object. */
  private JsonNode next(Frame frame, int i, JsonNode current) {
    String field = fields[i];
    JsonNode found = field == null ? null : Values.plainField(current, field);
    return found == null ? steps[i].all(frame, current, i == steps.length - 1) : found;
  }

  /** The same path in short if it is a variable and one field of it, else this one. */
  Code shortened() {
    boolean isShort = steps.length == 2 && start == Start.WHOLE && !keepsSingleton;
    return isShort && steps[0] instanceof Expression variable && steps[1] instanceof Field field
        ? new MemberCode(variable.code, field.name, this)
        : this;
  }

  /** The result as a sequence that does not stand for its only element. */
  static JsonNode kept(Run run, JsonNode result) {
    if (result.isMissingNode()) {
      return result;
    }
    if (!(result instanceof ArrayNode) || Sequence.isConstructed(result)) {
      return Sequence.kept(Sequence.ofOne(run, result));
    }
    return Sequence.kept(result);
  }
}
