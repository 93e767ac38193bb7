package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.FieldList;
import io.asl4j.core.json.Measured;
import java.util.function.BiConsumer;

/** What an expression gives to the world: no functions, not too much, and JSON only. */
final class Results {
  private static final int BYTES_A_NUMBER = 8;
  private static final int BYTES_A_SIGN = 2;

  /** What takes fewer steps is measured again sooner than it is kept. */
  private static final int WORTH_KEEPING = 16;

  /** Nobody could write or read JSON that is nested more deeply. */
  private static final int DEEPEST = 1000;

  private Results() {}

  /**
   * The value as it may leave.
   *
   * @param mayHoldFunctions whether the expression handles functions as values
   */
  static JsonNode checked(Run run, JsonNode value, boolean mayHoldFunctions) {
    if (run.hasBuilt()) {
      new Measure(run).of(value);
    } else if (mayHoldFunctions) {
      refuseFunctions(run, value);
    }
    boolean spellOut = run.madeNonFinite() && run.dialect() == JsonataDialect.AWS;
    boolean isJson = !spellOut && !(run.foundGaps() && value.isContainerNode());
    return isJson ? value : spelledOut(run, value, spellOut);
  }

  private static void refuseFunctions(Run run, JsonNode value) {
    if (value instanceof InternalValue) {
      throw JsonataFailed.unsupportedResult();
    }
    if (value instanceof ContainerNode<?> container) {
      run.tick(1L + container.size());
      for (JsonNode child : container) {
        if (child instanceof ContainerNode<?> || child instanceof InternalValue) {
          refuseFunctions(run, child);
        }
      }
    }
  }

  /**
   * Adds up the size of a value; refuses too much at once, and functions. What is measured already
   * of an object is counted as it was then: the data of a state goes through many expressions that
   * put something into it.
   */
  private static final class Measure implements BiConsumer<String, JsonNode> {
    private final Run run;
    private long size;
    private long steps;
    private int depth;

    /** The deepest level so far. */
    private int deepest;

    Measure(Run run) {
      this.run = run;
    }

    void of(JsonNode value) {
      if (value instanceof ContainerNode<?> container) {
        ofContainer(container);
      } else {
        size += ofLeaf(value);
        run.checkSize(size);
      }
    }

    private void ofContainer(ContainerNode<?> container) {
      count(1L + container.size());
      depth++;
      goTo(depth);
      if (container instanceof ObjectNode object) {
        ofObject(object);
      } else if (container instanceof ArrayNode array) {
        int count = array.size();
        for (int i = 0; i < count; i++) {
          size++;
          ofChild(array.get(i));
        }
      }
      depth--;
      run.checkSize(size);
    }

    private void ofObject(ObjectNode object) {
      FieldList fields = FieldList.of(object);
      if (fields == null) {
        object.forEachEntry(this);
        return;
      }
      Measured known = fields.measured();
      long sizeBefore = size;
      long stepsBefore = steps;
      int deepestBefore = deepest;
      deepest = depth;
      goTo(depth + known.levels());
      size += known.bytes();
      count(known.steps());
      fields.forEachFrom(known.fields(), this);
      long counted = steps - stepsBefore;
      if (counted >= WORTH_KEEPING && known.fields() < fields.size()) {
        fields.measured(new Measured(fields.size(), size - sizeBefore, counted, deepest - depth));
      }
      deepest = Math.max(deepest, deepestBefore);
    }

    private void count(long number) {
      run.tick(number);
      steps += number;
    }

    private void goTo(int level) {
      if (level > DEEPEST + 1) {
        throw JsonataFailed.stackOverflow();
      }
      deepest = Math.max(deepest, level);
    }

    @Override
    public void accept(String name, JsonNode child) {
      size += name.length() + 2 * BYTES_A_SIGN;
      ofChild(child);
    }

    /** Texts first, which most values are. */
    private void ofChild(JsonNode child) {
      if (!(child instanceof TextNode) && child instanceof ContainerNode<?> container) {
        ofContainer(container);
      } else {
        size += ofLeaf(child);
      }
    }
  }

  private static int ofLeaf(JsonNode value) {
    if (value instanceof TextNode text) {
      return text.textValue().length() + BYTES_A_SIGN;
    }
    if (value instanceof InternalValue) {
      throw JsonataFailed.unsupportedResult();
    }
    return BYTES_A_NUMBER;
  }

  /**
   * A copy in which gaps in arrays are null, as in JSON that is written of it.
   *
   * @param numbers whether numbers that JSON does not know are to be texts
   */
  private static JsonNode spelledOut(Run run, JsonNode value, boolean numbers) {
    run.tick();
    if (numbers && value.isDouble() && !Double.isFinite(value.doubleValue())) {
      return TextNode.valueOf(Double.toString(value.doubleValue()));
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = FieldList.object(object.size());
      object.forEachEntry((name, child) -> copy.set(name, spelledOut(run, child, numbers)));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Values.array(array.size());
      for (JsonNode item : array) {
        copy.add(item.isMissingNode() ? NullNode.getInstance() : spelledOut(run, item, numbers));
      }
      return copy;
    }
    return value;
  }
}
