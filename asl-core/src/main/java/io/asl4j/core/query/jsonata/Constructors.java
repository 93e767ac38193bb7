package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.FieldList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The expressions that make or gather values: literals, arrays, objects, wildcards. */
final class Constructors {
  private Constructors() {}

  /** A value that is written in the expression. */
  static final class Constant extends Code {
    private final JsonNode constant;

    Constant(JsonNode constant) {
      this.constant = constant;
    }

    /** The text that is written; null for another value. */
    @Nullable String text() {
      return constant.textValue();
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return constant;
    }
  }

  /** {@code [a, b]}: values that are arrays are joined, arrays written as such are elements. */
  static final class ArrayOf extends Code {
    private final Code[] items;
    private final boolean[] whole;
    private final boolean constructed;

    ArrayOf(List<Code> items, List<Boolean> whole, boolean constructed) {
      this.items = items.toArray(new Code[0]);
      this.whole = new boolean[items.size()];
      for (int i = 0; i < this.whole.length; i++) {
        this.whole[i] = whole.get(i);
      }
      this.constructed = constructed;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      Run run = frame.run;
      grow(run);
      ArrayNode array =
          constructed ? Sequence.constructed(run, items.length) : Values.array(items.length);
      for (int i = 0; i < items.length; i++) {
        add(run, array, i, items[i].value(frame, context));
      }
      return array;
    }

    /** The value when that of the first item is there and {@link #grow} was called before it. */
    JsonNode beginningWith(JsonNode first, Frame frame, JsonNode context) {
      ArrayNode array = Values.array(items.length);
      add(frame.run, array, 0, first);
      for (int i = 1; i < items.length; i++) {
        add(frame.run, array, i, items[i].value(frame, context));
      }
      return array;
    }

    private void add(Run run, ArrayNode array, int i, JsonNode value) {
      if (value.isMissingNode()) {
        return;
      }
      if (whole[i] || !(value instanceof ArrayNode)) {
        array.add(value);
      } else {
        Values.addAll(run, array, value);
      }
    }

    /** Counts the room of the array. */
    void grow(Run run) {
      run.grow(32 + 8L * items.length);
    }

    int size() {
      return items.length;
    }

    Code item(int i) {
      return items[i];
    }
  }

  /** {@code {key: value}}. */
  static final class ObjectOf extends Code {
    private final GroupCode pairs;

    ObjectOf(GroupCode pairs) {
      this.pairs = pairs;
    }

    GroupCode pairs() {
      return pairs;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      grow(frame.run);
      return pairs.of(frame, context);
    }

    /** Counts the room of the object without its fields. */
    static void grow(Run run) {
      run.grow(64);
    }
  }

  /** {@code *}. */
  static final class Wildcard extends Code.Sequenced {
    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      Run run = frame.run;
      JsonNode value = run.unwrapped(context);
      if (!value.isContainerNode()) {
        return Values.NOTHING;
      }
      boolean joined = false;
      Sequence found = Sequence.empty(run);
      for (JsonNode child : value) {
        run.tick();
        if (child.isArray()) {
          joined = true;
          flatten(run, child, found);
        } else {
          run.grow(8);
          found.add(child);
        }
      }
      return joined && found.size() < 2 ? Values.array(1).addAll(found) : found;
    }

    private static void flatten(Run run, JsonNode array, Sequence found) {
      for (JsonNode item : array) {
        run.tick();
        if (item.isArray()) {
          flatten(run, item, found);
        } else {
          run.grow(8);
          found.add(item);
        }
      }
    }
  }

  /** {@code **}. */
  static final class Descendants extends Code.Sequenced {
    @Override
    JsonNode raw(Frame frame, JsonNode context) {
      if (context.isMissingNode()) {
        return context;
      }
      Sequence found = Sequence.empty(frame.run);
      gather(frame.run, context, found);
      return found;
    }

    private static void gather(Run run, JsonNode value, Sequence found) {
      run.tick();
      if (!value.isArray()) {
        run.grow(8);
        found.add(value);
      }
      for (JsonNode child : value) {
        gather(run, child, found);
      }
    }
  }

  /** {@code | pattern | update, delete |}: a function that gives a changed copy. */
  static final class Transform extends Code {
    private final Code pattern;
    private final Code update;
    private final Code delete;
    private final Code clone;
    private final int offset;

    Transform(Code pattern, Code update, Code delete, Code clone, int offset) {
      this.pattern = pattern;
      this.update = update;
      this.delete = delete;
      this.clone = clone;
      this.offset = offset;
    }

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return new Transformation(frame);
    }

    private final class Transformation extends FunctionValue {
      private static final long serialVersionUID = 1L;

      private final transient Frame frame;

      Transformation(Frame frame) {
        this.frame = frame;
      }

      @Override
      int arity() {
        return 1;
      }

      @Override
      JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
        JsonNode[] checked = TRANSFORM_SIGNATURE.check(run, arguments, context);
        JsonNode subject = checked[0];
        if (subject.isMissingNode()) {
          return subject;
        }
        if (!(clone.value(frame, context) instanceof FunctionValue)) {
          throw JsonataFailed.error("T2013", offset, "clone");
        }
        Copy copy = new Copy(run);
        JsonNode result = copy.of(subject);
        JsonNode matches = pattern.value(frame, result);
        if (matches instanceof ArrayNode array) {
          for (JsonNode match : array) {
            run.tick();
            change(copy, match);
          }
        } else if (!matches.isMissingNode()) {
          change(copy, matches);
        }
        return result;
      }

      private void change(Copy copy, JsonNode match) {
        JsonNode fields = update.value(frame, match);
        if (!fields.isMissingNode()) {
          if (!(fields instanceof ObjectNode object)) {
            throw JsonataFailed.error("T2011", offset, "|", fields);
          }
          copy.put(match, object);
        }
        JsonNode names = delete.value(frame, match);
        if (!names.isMissingNode()) {
          copy.remove(match, texts(names));
        }
      }

      private JsonNode texts(JsonNode names) {
        JsonNode array = names.isArray() ? names : Values.array(1).add(names);
        for (JsonNode name : array) {
          if (!name.isTextual()) {
            throw JsonataFailed.error("T2012", offset, "|", names);
          }
        }
        return array;
      }
    }
  }

  private static final Signature TRANSFORM_SIGNATURE = Signature.parse("<(oa):o>", 0);

  /** A deep copy, which knows its own objects: only these may be changed. */
  static final class Copy {
    private final Run run;
    private final Set<JsonNode> own = Collections.newSetFromMap(new IdentityHashMap<>());

    Copy(Run run) {
      this.run = run;
    }

    JsonNode of(JsonNode value) {
      run.tick();
      run.grow(16);
      if (value instanceof ArrayNode array) {
        ArrayNode copy = Values.array(array.size());
        for (JsonNode item : array) {
          copy.add(of(item));
        }
        return copy;
      }
      if (!(value instanceof ObjectNode object)) {
        return ofLeaf(value);
      }
      ObjectNode copy = FieldList.object(object.size());
      object.forEachEntry((name, child) -> copy.set(name, of(child)));
      own.add(copy);
      return copy;
    }

    // JSONata copies by writing JSON and reading it again. What was computed loses its last digits;
    // numbers of the input are carried untouched.
    private JsonNode ofLeaf(JsonNode value) {
      if (value instanceof FunctionValue) {
        return TextNode.valueOf("");
      }
      if (!value.isDouble()) {
        return value;
      }
      return Numbers.isNumeric(value, JsonataFailed.NOWHERE)
          ? Numbers.of(Numbers.shortened(value.doubleValue()))
          : NullNode.getInstance();
    }

    void put(JsonNode target, ObjectNode fields) {
      if (own.contains(target)) {
        ((ObjectNode) target).setAll(fields);
      }
    }

    void remove(JsonNode target, JsonNode names) {
      if (own.contains(target)) {
        names.forEach(name -> ((ObjectNode) target).remove(name.textValue()));
      }
    }
  }
}
