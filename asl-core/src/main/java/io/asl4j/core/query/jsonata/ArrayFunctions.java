package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The functions on arrays that take no function. */
final class ArrayFunctions {
  private ArrayFunctions() {}

  static void addTo(Library library) {
    library.add("count", "<a:n>", 1, ArrayFunctions::count);
    library.add("append", "<xx:a>", 2, (run, args) -> Values.append(run, args[0], args[1]));
    library.add("reverse", "<a:a>", 1, ArrayFunctions::reverse);
    library.add("shuffle", "<a:a>", 1, ArrayFunctions::shuffle);
    library.add("distinct", "<x:x>", 1, ArrayFunctions::distinct);
    library.add("zip", "<a+>", 0, ArrayFunctions::zip);
  }

  private static JsonNode count(Run run, JsonNode[] args) {
    return Numbers.of((long) args[0].size());
  }

  private static JsonNode reverse(Run run, JsonNode[] args) {
    if (args[0].size() < 2) {
      return args[0];
    }
    ArrayNode reversed = Values.array(args[0].size());
    run.tick(args[0].size() / 4);
    run.grow(8L * args[0].size());
    for (int i = args[0].size() - 1; i >= 0; i--) {
      reversed.add(args[0].get(i));
    }
    return reversed;
  }

  private static JsonNode shuffle(Run run, JsonNode[] args) {
    if (args[0].size() < 2) {
      return args[0];
    }
    List<JsonNode> items = new ArrayList<>(args[0].size());
    args[0].forEach(items::add);
    run.tick(items.size());
    run.grow(16L * items.size());
    for (int i = items.size() - 1; i > 0; i--) {
      Collections.swap(items, i, run.random().nextInt(i + 1));
    }
    return Values.array(items.size()).addAll(items);
  }

  private static JsonNode distinct(Run run, JsonNode[] args) {
    if (!(args[0] instanceof ArrayNode array) || array.size() < 2) {
      return args[0];
    }
    ArrayNode unique =
        Sequence.isSequence(array) ? Sequence.empty(run) : Values.array(array.size());
    Set<Object> scalars = new HashSet<>();
    List<JsonNode> containers = new ArrayList<>();
    for (JsonNode item : array) {
      run.tick();
      boolean isScalar = !item.isContainerNode() && !item.isPojo();
      boolean isNew = !isScalar ? isNew(run, containers, item) : scalars.add(identity(item));
      if (isNew) {
        run.grow(8);
        unique.add(item);
      }
    }
    return unique;
  }

  private static boolean isNew(Run run, List<JsonNode> known, JsonNode item) {
    for (JsonNode other : known) {
      if (Values.areEqual(run, other, item)) {
        return false;
      }
    }
    known.add(item);
    return true;
  }

  private static Object identity(JsonNode scalar) {
    return switch (scalar.getNodeType()) {
      case NUMBER -> scalar.doubleValue();
      case STRING -> scalar.textValue();
      default -> scalar;
    };
  }

  private static JsonNode zip(Run run, JsonNode[] args) {
    int length = Integer.MAX_VALUE;
    for (JsonNode array : args) {
      length = Math.min(length, array.size());
    }
    ArrayNode zipped = Values.array(length);
    for (int i = 0; i < length; i++) {
      ArrayNode together = Values.array(args.length);
      for (JsonNode array : args) {
        together.add(array.get(i));
      }
      run.tick();
      run.grow(32 + 8L * args.length);
      zipped.add(together);
    }
    return zipped;
  }
}
