package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** An order-by: criteria in turn, each ascending or descending; equal values keep their order. */
final class SortCode {
  private final Code[] terms;
  private final boolean[] descending;
  private final int offset;

  SortCode(List<Code> terms, List<Boolean> descending, int offset) {
    this.terms = terms.toArray(new Code[0]);
    this.descending = new boolean[terms.size()];
    for (int i = 0; i < terms.size(); i++) {
      this.descending[i] = descending.get(i);
    }
    this.offset = offset;
  }

  JsonNode sorted(Frame frame, JsonNode value) {
    if (!(value instanceof ArrayNode array) || array.size() < 2) {
      return value;
    }
    List<Keyed<JsonNode>> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add(new Keyed<>(item, frame, item, new JsonNode[terms.length]));
    }
    ArrayNode sorted = Values.array(array.size());
    for (Keyed<JsonNode> item : sorted(frame.run, items)) {
      sorted.add(item.value());
    }
    return sorted;
  }

  List<Tuple> sorted(List<Tuple> tuples) {
    if (tuples.size() < 2) {
      return tuples;
    }
    List<Keyed<Tuple>> items = new ArrayList<>(tuples.size());
    for (Tuple tuple : tuples) {
      Tuple seen = tuple.seen();
      items.add(new Keyed<>(tuple, seen, seen.at, new JsonNode[terms.length]));
    }
    List<Tuple> sorted = new ArrayList<>(tuples.size());
    for (Keyed<Tuple> item : sorted(tuples.get(0).run, items)) {
      sorted.add(item.value());
    }
    return sorted;
  }

  private <T> List<Keyed<T>> sorted(Run run, List<Keyed<T>> items) {
    return MergeSort.sorted(run, items, (first, second) -> order(first, second) > 0);
  }

  /** A value and those of its criteria that were needed so far. */
  private static final class Keyed<T> {
    private final T value;
    private final Frame frame;
    private final JsonNode context;
    private final JsonNode[] keys;

    Keyed(T value, Frame frame, JsonNode context, JsonNode[] keys) {
      this.value = value;
      this.frame = frame;
      this.context = context;
      this.keys = keys;
    }

    T value() {
      return value;
    }

    // Null stands for a criterion that was not evaluated yet.
    @SuppressWarnings("NullAway")
    JsonNode key(Code[] terms, int term) {
      JsonNode key = keys[term];
      if (key == null) {
        key = terms[term].value(frame, context);
        keys[term] = key;
      }
      return key;
    }
  }

  private <T> int order(Keyed<T> first, Keyed<T> second) {
    for (int i = 0; i < terms.length; i++) {
      int order = order(first.key(terms, i), second.key(terms, i), descending[i]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int order(JsonNode first, JsonNode second, boolean isDescending) {
    if (first.isMissingNode() || second.isMissingNode()) {
      // What has no criterion comes last, whichever the direction.
      return Boolean.compare(first.isMissingNode(), second.isMissingNode());
    }
    requireComparable(first);
    requireComparable(second);
    if (first.getNodeType() != second.getNodeType()) {
      throw JsonataFailed.error("T2007", offset, "^", Map.of("value", first, "value2", second));
    }
    int order =
        first.isTextual()
            ? first.textValue().compareTo(second.textValue())
            : order(first.doubleValue(), second.doubleValue());
    return isDescending ? -order : order;
  }

  // What is not a number comes after everything, itself included.
  private static int order(double first, double second) {
    return first == second ? 0 : first < second ? -1 : 1;
  }

  private void requireComparable(JsonNode key) {
    if (!key.isTextual() && !key.isNumber()) {
      throw JsonataFailed.error("T2008", offset, "^", key);
    }
  }

  /** Sorting by any question of the form "does the first belong after the second?". */
  static final class MergeSort {
    private MergeSort() {}

    static <T> List<T> sorted(Run run, List<T> items, BiFunction<T, T, Boolean> isAfter) {
      if (items.size() < 2) {
        return items;
      }
      int middle = items.size() / 2;
      List<T> left = sorted(run, items.subList(0, middle), isAfter);
      List<T> right = sorted(run, items.subList(middle, items.size()), isAfter);
      List<T> merged = new ArrayList<>(items.size());
      int fromLeft = 0;
      int fromRight = 0;
      while (fromLeft < left.size() && fromRight < right.size()) {
        run.tick();
        if (isAfter.apply(left.get(fromLeft), right.get(fromRight))) {
          merged.add(right.get(fromRight++));
        } else {
          merged.add(left.get(fromLeft++));
        }
      }
      merged.addAll(left.subList(fromLeft, left.size()));
      merged.addAll(right.subList(fromRight, right.size()));
      run.tick(items.size() / 8);
      return merged;
    }
  }
}
