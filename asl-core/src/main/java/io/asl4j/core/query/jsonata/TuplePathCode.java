package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path that binds something on its way: {@code @$x}, {@code #$i}, or the parents that {@code %}
 * names. From the first such step on, each context value travels with its bindings.
 */
final class TuplePathCode extends Code.Sequenced {
  static final int NO_SLOT = -1;

  private final List<PathCode.Step> before;
  private final PathCode.Start start;
  private final List<Step> steps;
  private final int slots;
  private final Result result;
  private final List<GroupCode> groups;

  /** What becomes of the tuples in the end. */
  enum Result {
    /** Their values are a sequence. */
    VALUES,
    /** Their values are a sequence that does not stand for its only element. */
    KEPT_VALUES,
    /** The step outside wants them as they are. */
    TUPLES
  }

  /** What is done to the tuples that a step made: a predicate, or the binding of the position. */
  record Stage(Optional<FilterCode> filter, int indexSlot) {
    List<Tuple> of(List<Tuple> tuples) {
      if (filter.isPresent()) {
        return filter.get().of(tuples);
      }
      for (int i = 0; i < tuples.size(); i++) {
        tuples.get(i).slots[indexSlot] = Numbers.of((long) i);
      }
      return tuples;
    }
  }

  /** Which variables a step binds, as slots of the tuple. */
  record Bindings(int focus, int index, int parent) {}

  /** A variable of a path inside the step, which the steps after this one see too. */
  record Import(int from, int to) {}

  /** One step and its predicates. */
  interface Step {
    List<Tuple> first(Frame frame, JsonNode current, int slots);

    List<Tuple> next(List<Tuple> tuples);
  }

  /**
   * An order-by.
   *
   * @param names the names of the variables, in the order of the slots
   */
  record SortedStep(SortCode sort, int indexSlot, List<String> names, List<Stage> stages)
      implements Step {
    @Override
    public List<Tuple> first(Frame frame, JsonNode current, int slots) {
      List<Tuple> tuples = tuples(frame, sort.sorted(frame, current), slots);
      for (int i = 0; i < tuples.size() && indexSlot != NO_SLOT; i++) {
        tuples.get(i).slots[indexSlot] = Numbers.of((long) i);
      }
      return staged(tuples, stages);
    }

    @Override
    public List<Tuple> next(List<Tuple> tuples) {
      if (tuples.size() < 2) {
        return staged(tuples, stages);
      }
      List<Tuple> sorted = new ArrayList<>(tuples.size());
      sort.sorted(tuples).forEach(tuple -> sorted.add(tuple.sorted(names)));
      return staged(sorted, stages);
    }
  }

  /**
   * Any other expression.
   *
   * @param each predicates on the tuples that the expression itself gives for one value
   */
  record ExpressionStep(
      Code code, Bindings bindings, List<Import> imports, List<FilterCode> each, List<Stage> stages)
      implements Step {
    @Override
    public List<Tuple> first(Frame frame, JsonNode current, int slots) {
      return next(tuples(frame, current, slots));
    }

    @Override
    public List<Tuple> next(List<Tuple> tuples) {
      List<Tuple> made = new ArrayList<>(tuples.size());
      for (Tuple tuple : tuples) {
        tuple.run.tick();
        add(tuple, code.value(tuple, tuple.at), made);
      }
      return staged(made, stages);
    }

    private void add(Tuple tuple, JsonNode value, List<Tuple> made) {
      if (value instanceof TupleStream stream) {
        made.addAll(filtered(tuple, stream));
      } else if (value instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          tuple.run.tick();
          made.add(bound(tuple, array.get(i), i));
        }
      } else if (!value.isMissingNode()) {
        made.add(bound(tuple, value, 0));
      }
    }

    private List<Tuple> filtered(Tuple tuple, TupleStream stream) {
      List<Tuple> tuples = new ArrayList<>();
      for (Tuple inner : stream.tuples()) {
        tuples.add(imported(tuple, inner));
      }
      for (FilterCode filter : each) {
        tuples = filter.of(tuples);
      }
      return tuples;
    }

    private Tuple imported(Tuple tuple, Tuple inner) {
      Tuple next = tuple.next(inner.at);
      for (Import variable : imports) {
        next.slots[variable.to()] = inner.slots[variable.from()];
      }
      tuple.run.grow(48L + 8L * next.slots.length);
      return next;
    }

    private Tuple bound(Tuple tuple, JsonNode value, int position) {
      boolean focused = bindings.focus() != NO_SLOT;
      Tuple next = tuple.next(focused ? tuple.at : value);
      if (focused) {
        next.slots[bindings.focus()] = value;
      }
      if (bindings.index() != NO_SLOT) {
        next.slots[bindings.index()] = Numbers.of((long) position);
      }
      if (bindings.parent() != NO_SLOT) {
        next.slots[bindings.parent()] = tuple.at;
      }
      tuple.run.grow(48L + 8L * next.slots.length);
      return next;
    }
  }

  /**
   * A path.
   *
   * @param before the steps up to the first one that binds
   * @param steps that one and all that follow
   * @param slots how many variables the tuples carry
   * @param groups one grouping or none
   */
  TuplePathCode(
      List<PathCode.Step> before,
      PathCode.Start start,
      List<Step> steps,
      int slots,
      Result result,
      List<GroupCode> groups) {
    this.before = before;
    this.start = start;
    this.steps = steps;
    this.slots = slots;
    this.result = result;
    this.groups = groups;
  }

  private static List<Tuple> tuples(Frame frame, JsonNode current, int slots) {
    List<Tuple> tuples = new ArrayList<>();
    if (current instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        tuples.add(Tuple.first(frame, slots, array.get(i)));
      }
    } else {
      tuples.add(Tuple.first(frame, slots, current));
    }
    return tuples;
  }

  private static List<Tuple> staged(List<Tuple> tuples, List<Stage> stages) {
    List<Tuple> current = tuples;
    for (Stage stage : stages) {
      current = stage.of(current);
    }
    return current;
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode current = context;
    if (start == PathCode.Start.WHOLE && before.isEmpty() && context instanceof ArrayNode) {
      current = Sequence.ofOne(frame.run, context);
    }
    for (int i = 0; i < before.size() && !(i > 0 && current.isMissingNode()); i++) {
      boolean whole = i == 0 && start != PathCode.Start.EACH;
      PathCode.Step step = before.get(i);
      current = whole ? step.of(frame, current) : step.all(frame, current, false);
    }
    if (!before.isEmpty() && current.isMissingNode()) {
      return groups.isEmpty() ? current : ofNone(frame);
    }
    List<Tuple> tuples = steps.get(0).first(frame, current, slots);
    for (Step step : steps.subList(1, steps.size())) {
      tuples = step.next(tuples);
    }
    return result(frame, tuples);
  }

  /** A grouping of nothing, in which no variable of the path is bound. */
  private JsonNode ofNone(Frame frame) {
    return groups.get(0).of(Frame.inside(frame, slots), Values.NOTHING);
  }

  private JsonNode result(Frame frame, List<Tuple> tuples) {
    if (!groups.isEmpty()) {
      GroupCode group = groups.get(0);
      if (tuples.isEmpty()) {
        return ofNone(frame);
      }
      return tuples.get(0).isSorted()
          ? group.of(Frame.inside(frame, slots), Tuple.shown(frame.run, tuples))
          : group.of(frame, tuples);
    }
    if (result == Result.TUPLES) {
      return new TupleStream(tuples);
    }
    Sequence values = Sequence.sized(frame.run, tuples.size());
    for (Tuple tuple : tuples) {
      values.add(tuple.at);
    }
    frame.run.grow(8L * tuples.size());
    return result == Result.KEPT_VALUES ? Sequence.kept(values) : values;
  }
}
