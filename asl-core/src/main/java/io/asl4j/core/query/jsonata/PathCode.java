package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Keep keep;

  /** The field of {@code $states} that it begins with; null if it begins with anything else. */
  private final @Nullable String member;

  /** How the first step takes the context. */
  enum Start {
    /** Each element of a context array by itself. */
    EACH,
    /** The context as it is, whatever it is. */
    WHOLE,
    /** The context as it is; what comes out is not flattened either. */
    CONSTRUCTED
  }

  /** What empty brackets in or after the path make of the result. */
  enum Keep {
    /** There are none: a sequence of one stands for its element. */
    NEVER,
    /** A sequence stands for itself. */
    SEQUENCES,
    /** The result is a sequence and stands for itself, even if it is an array that was written. */
    ALWAYS
  }

  /** An expression that is evaluated for each value that the step before gave. */
  abstract static class Step {
    /** What the step gives for one value; its predicates included. */
    abstract JsonNode of(Frame frame, JsonNode item);

    /** Whether nothing that the step gives is an empty sequence, which counts as a result. */
    boolean countsNothing() {
      return false;
    }

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
        } else if (countsNothing()) {
          count++;
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
    boolean countsNothing() {
      return true;
    }

    @Override
    JsonNode of(Frame frame, JsonNode item) {
      return FilterCode.all(filters, frame, step.of(frame, item));
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
      return exactly(frame, elements(frame.run, current));
    }

    /** What becomes of a value that is no sequence even if it is an array. */
    JsonNode exactly(Frame frame, JsonNode value) {
      return FilterCode.all(filters, frame, sort.sorted(frame, value));
    }

    /** What the step before gave is a sequence, even where the array itself was passed on. */
    private static JsonNode elements(Run run, JsonNode current) {
      if (!(current instanceof ArrayNode array)
          || array.size() > 1
          || Sequence.isConstructed(array)) {
        return current;
      }
      return array.isEmpty() ? Values.NOTHING : Sequence.ofOne(run, array.get(0));
    }
  }

  PathCode(List<Step> steps, Start start, Keep keep) {
    this.steps = steps.toArray(new Step[0]);
    this.fields = new @Nullable String[this.steps.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = this.steps[i] instanceof Field field ? field.name : null;
    }
    this.start = start;
    this.keep = keep;
    this.member = isOfStates(this.steps, start) ? fields[1] : null;
  }

  private static boolean isOfStates(Step[] steps, Start start) {
    return steps.length > 1
        && start == Start.WHOLE
        && steps[0] instanceof Expression first
        && first.code instanceof Variables.Free free
        && free.name().equals(StatesEnvironment.STATES);
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    return switch (start) {
      case EACH -> rest(frame, next(frame, 0, context), 1);
      case WHOLE -> {
        JsonNode found = member == null ? null : frame.run.statesMember(member);
        yield found == null
            ? afterWhole(frame, steps[0].of(frame, context))
            : rest(frame, found, 2);
      }
      case CONSTRUCTED -> {
        JsonNode first = constructed(frame, context);
        yield isSortedAtOnce() && !isEnd(first)
            ? rest(frame, ((Sorted) steps[1]).exactly(frame, first), 2)
            : rest(frame, first, 1);
      }
    };
  }

  /** The fields of {@code $states} that it names, each in the one before, if it does no more. */
  Optional<StatesPath> statesPath() {
    if (member == null || keep != Keep.NEVER) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      if (field != null) {
        names.add(field);
      }
    }
    return names.size() == fields.length - 1
        ? Optional.of(new StatesPath(names))
        : Optional.empty();
  }

  /** The value of a path that begins with this value. */
  JsonNode afterWhole(Frame frame, JsonNode whole) {
    // Nobody sees a whole array as such: it only stands for its elements.
    JsonNode first = Sequence.isConstructed(whole) ? Sequence.ofOne(frame.run, whole) : whole;
    return rest(frame, first, 1);
  }

  private JsonNode rest(Frame frame, JsonNode first, int from) {
    JsonNode current = first;
    for (int i = from; i < steps.length && !isEnd(current); i++) {
      current = next(frame, i, current);
    }
    return switch (keep) {
      case NEVER -> current;
      case SEQUENCES -> Sequence.isConstructed(current) ? current : kept(frame.run, current);
      case ALWAYS -> kept(frame.run, current);
    };
  }

  private boolean isSortedAtOnce() {
    return steps.length > 1 && steps[1] instanceof Sorted;
  }

  /** Whether no step after this value has anything to do: an empty array stays what it is. */
  private static boolean isEnd(JsonNode current) {
    return current instanceof MissingNode
        || (current instanceof Sequence sequence
            && sequence.isEmpty()
            && Sequence.isConstructed(sequence));
  }

  /** What a step makes of what the one before it gave; in short where that is one object. */
  private JsonNode next(Frame frame, int i, JsonNode current) {
    String field = fields[i];
    JsonNode found = field == null ? null : Values.plainField(current, field);
    return found == null ? steps[i].all(frame, current, i == steps.length - 1) : found;
  }

  /** The same path in short if it is a variable and one field of it, else this one. */
  Code shortened() {
    boolean isShort =
        steps.length == 2 && start == Start.WHOLE && keep == Keep.NEVER && member == null;
    return isShort && steps[0] instanceof Expression variable && steps[1] instanceof Field field
        ? new MemberCode(variable.code, field.name, this)
        : this;
  }

  /**
   * What a path that begins with brackets begins with. JSONata's own runtime evaluates them for a
   * sequence of the context, and goes through what comes out by its length: a text has its
   * characters, and what has no length has no elements.
   */
  private JsonNode constructed(Frame frame, JsonNode context) {
    Run run = frame.run;
    JsonNode value =
        steps[0].of(frame, context instanceof ArrayNode ? context : Sequence.ofOne(run, context));
    boolean isTaken = steps.length == 1 || isSortedAtOnce();
    if (value instanceof ArrayNode || value.isMissingNode() || isTaken) {
      return value;
    }
    return value.isTextual() ? characters(run, value.textValue()) : Values.NOTHING;
  }

  private static JsonNode characters(Run run, String text) {
    run.grow(24L * text.length());
    Sequence characters = Sequence.expecting(run, text.length());
    for (int i = 0; i < text.length(); i++) {
      run.tick();
      characters.add(String.valueOf(text.charAt(i)));
    }
    return characters;
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
