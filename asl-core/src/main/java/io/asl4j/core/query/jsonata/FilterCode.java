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
        return passes(run, condition.value(frame, value), 0, 1) ? value : Values.NOTHING;
      }
      Sequence passed = Sequence.empty(run);
      int size = array.size();
      for (int i = 0; i < size; i++) {
        run.tick();
        JsonNode item = array.get(i);
        if (passes(run, condition.value(frame, item), i, size)) {
          run.grow(8);
          passed.add(item);
        }
      }
      return passed;
    }

    @Override
    List<Tuple> of(List<Tuple> tuples) {
      List<Tuple> passed = new ArrayList<>();
      for (int i = 0; i < tuples.size(); i++) {
        Tuple tuple = tuples.get(i);
        tuple.run.tick();
        if (passes(tuple.run, condition.value(tuple, tuple.at), i, tuples.size())) {
          passed.add(tuple);
        }
      }
      return passed;
    }

    private static boolean passes(Run run, JsonNode answer, int index, int size) {
      if (answer instanceof BooleanNode) {
        return answer.booleanValue();
      }
      if (answer.isNumber()) {
        return Numbers.isNumeric(answer, JsonataFailed.NOWHERE) && isAt(answer, index, size);
      }
      if (answer instanceof ArrayNode positions && holdsOnlyNumbers(positions)) {
        return isAmong(run, positions, index, size);
      }
      return Values.isTruthy(run, answer);
    }

    // An empty array holds only numbers and so lets nothing pass.
    private static boolean holdsOnlyNumbers(ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (!array.get(i).isNumber()) {
          return false;
        }
      }
      return true;
    }

    private static boolean isAmong(Run run, ArrayNode positions, int index, int size) {
      for (int i = 0; i < positions.size(); i++) {
        run.tick();
        if (isAt(positions.get(i), index, size)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isAt(JsonNode position, int index, int size) {
      double wanted = Math.floor(position.doubleValue());
      return (wanted < 0 ? wanted + size : wanted) == index;
    }
  }
}
