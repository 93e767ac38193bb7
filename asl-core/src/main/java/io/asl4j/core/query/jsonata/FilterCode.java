package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;

/** A predicate: a position, several positions, or a condition. */
abstract class FilterCode {

  /** What of a value passes. */
  abstract JsonNode of(Frame frame, JsonNode value);

  /** Which tuples pass. */
  abstract List<Tuple> of(List<Tuple> tuples);

  /**
   * What of a value passes all predicates. Nothing is a value to the first one only: what it lets
   * through as nothing, no other is asked about.
   */
  static JsonNode all(FilterCode[] filters, Frame frame, JsonNode value) {
    JsonNode result = value;
    for (int i = 0; i < filters.length && !(i > 0 && result.isMissingNode()); i++) {
      result = filters[i].of(frame, result);
    }
    return result;
  }

  static FilterCode at(double position) {
    return new At(position);
  }

  static FilterCode where(Code condition) {
    return new Where(condition);
  }

  private static final class At extends FilterCode {
    private final double position;

    At(double position) {
      this.position = Math.floor(position);
    }

    private int index(int size) {
      double index = position < 0 ? position + size : position;
      return index >= 0 && index < size ? (int) index : -1;
    }

    @Override
    JsonNode of(Frame frame, JsonNode value) {
      if (value instanceof ArrayNode array) {
        int index = index(array.size());
        return index < 0 ? Values.NOTHING : array.get(index);
      }
      return index(1) == 0 ? value : Values.NOTHING;
    }

    @Override
    List<Tuple> of(List<Tuple> tuples) {
      int index = index(tuples.size());
      return index < 0 ? List.of() : List.of(tuples.get(index));
    }
  }

  private static final class Where extends FilterCode {
    private final Code condition;

    Where(Code condition) {
      this.condition = condition;
    }

    @Override
    JsonNode of(Frame frame, JsonNode value) {
      Run run = frame.run;
      if (!(value instanceof ArrayNode array)) {
        run.tick();
        int times = timesPassed(run, condition.value(frame, value), 0, 1);
        boolean isItself = times == 1 && !value.isMissingNode();
        return isItself ? value : repeated(run, value, times);
      }
      Sequence passed = Sequence.empty(run);
      int size = array.size();
      for (int i = 0; i < size; i++) {
        run.tick();
        JsonNode item = array.get(i);
        int times = timesPassed(run, condition.value(frame, item), i, size);
        for (int time = 0; time < times; time++) {
          run.grow(8);
          passed.add(item);
        }
      }
      return passed;
    }

    /** A value as often as it passed. Nothing that passes leaves a gap in what it is put into. */
    private static JsonNode repeated(Run run, JsonNode value, int times) {
      if (times == 0) {
        return Values.NOTHING;
      }
      run.foundGap(value);
      Sequence passed = Sequence.expecting(run, times);
      for (int time = 0; time < times; time++) {
        run.tick();
        run.grow(8);
        passed.add(value);
      }
      return passed;
    }

    @Override
    List<Tuple> of(List<Tuple> tuples) {
      List<Tuple> passed = new ArrayList<>();
      for (int i = 0; i < tuples.size(); i++) {
        Tuple tuple = tuples.get(i);
        tuple.run.tick();
        Tuple seen = tuple.seen();
        int times = timesPassed(tuple.run, condition.value(seen, seen.at), i, tuples.size());
        for (int time = 0; time < times; time++) {
          passed.add(tuple);
        }
      }
      return passed;
    }

    /** How often a value passes: a position that is named twice gives it twice. */
    private static int timesPassed(Run run, JsonNode answer, int index, int size) {
      if (answer instanceof BooleanNode) {
        return answer.booleanValue() ? 1 : 0;
      }
      if (answer.isNumber()) {
        return Numbers.isNumeric(answer, JsonataFailed.NOWHERE) && isAt(answer, index, size)
            ? 1
            : 0;
      }
      if (answer instanceof ArrayNode positions && holdsOnlyNumbers(positions)) {
        return timesAmong(run, positions, index, size);
      }
      return Values.isTruthy(run, answer) ? 1 : 0;
    }

    // An empty array holds only numbers and so lets nothing pass.
    private static boolean holdsOnlyNumbers(ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (!Numbers.isNumeric(array.get(i), JsonataFailed.NOWHERE)) {
          return false;
        }
      }
      return true;
    }

    private static int timesAmong(Run run, ArrayNode positions, int index, int size) {
      int times = 0;
      for (int i = 0; i < positions.size(); i++) {
        run.tick();
        if (isAt(positions.get(i), index, size)) {
          times++;
        }
      }
      return times;
    }

    private static boolean isAt(JsonNode position, int index, int size) {
      double wanted = Math.floor(position.doubleValue());
      return (wanted < 0 ? wanted + size : wanted) == index;
    }
  }
}
