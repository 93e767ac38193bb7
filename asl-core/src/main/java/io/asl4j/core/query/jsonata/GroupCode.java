package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object constructor, and a grouping, which is one over several values: values with the same key
 * are gathered, then the key's value is made from what was gathered.
 */
final class GroupCode {
  /** A key that is not there; told by identity, since any text can be a key. */
  @SuppressWarnings("StringConstructor") // a text that no other is identical to
  private static final String NO_KEY = new String("no key");

  private final Code[] keys;
  private final Code[] values;

  /** The keys, when all of them are different texts that are written in the expression. */
  private final Optional<String[]> written;

  private final int offset;

  GroupCode(List<Code> keys, List<Code> values, int offset) {
    this.keys = keys.toArray(new Code[0]);
    this.values = values.toArray(new Code[0]);
    this.written = written(this.keys);
    this.offset = offset;
  }

  private static Optional<String[]> written(Code[] keys) {
    Set<String> names = new LinkedHashSet<>();
    for (Code key : keys) {
      String name = key instanceof Constructors.Constant constant ? constant.text() : null;
      if (name == null || !names.add(PathCode.Field.shared(name))) {
        return Optional.empty();
      }
    }
    return Optional.of(names.toArray(new String[0]));
  }

  /** What was gathered for one key. */
  private static final class Group<T> {
    final int pair;
    final List<T> items = new ArrayList<>(1);

    Group(int pair) {
      this.pair = pair;
    }
  }

  JsonNode of(Frame frame, JsonNode input) {
    if (input instanceof ArrayNode array && array.size() != 1) {
      return ofMany(frame, array);
    }
    JsonNode item = input instanceof ArrayNode array ? array.get(0) : input;
    return ofOne(frame, item);
  }

  /** The usual case: each key once. */
  JsonNode ofOne(Frame frame, JsonNode item) {
    ObjectNode result = FieldList.object(keys.length);
    if (written.isPresent()) {
      putAll(frame, item, result);
      return result;
    }
    boolean[] done = new boolean[keys.length];
    List<String> names = new ArrayList<>(keys.length);
    for (int i = 0; i < keys.length; i++) {
      String name = name(frame, keys[i].value(frame, item));
      done[i] = !isAbsent(name);
      for (int j = 0; j < i && done[i]; j++) {
        if (done[j] && names.get(j).equals(name)) {
          throw JsonataFailed.error("D1009", offset, "{", JsonataFailed.text(name));
        }
      }
      names.add(name);
    }
    for (int i = 0; i < keys.length; i++) {
      if (done[i]) {
        put(frame.run, result, names.get(i), values[i].value(frame, item));
      }
    }
    return result;
  }

  /** How many fields an object has at most that is made for one value. */
  int size() {
    return keys.length;
  }

  /** Whether all keys are different texts that are written in the expression. */
  boolean hasWrittenKeys() {
    return written.isPresent();
  }

  /**
   * Puts the field of each written key into an object.
   *
   * @return how many there were, since a value may be nothing
   */
  int putAll(Frame frame, JsonNode item, ObjectNode target) {
    String[] names = written.orElseThrow();
    int count = 0;
    for (int i = 0; i < names.length; i++) {
      JsonNode value = values[i].value(frame, item);
      if (put(frame.run, target, names[i], value)) {
        count++;
      }
    }
    return count;
  }

  private JsonNode ofMany(Frame frame, ArrayNode array) {
    Map<String, Group<JsonNode>> groups = new LinkedHashMap<>();
    if (array.isEmpty()) {
      gather(frame, Values.NOTHING, Values.NOTHING, groups);
    }
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      gather(frame, item, item, groups);
    }
    ObjectNode result = FieldList.object(groups.size());
    groups.forEach(
        (name, group) -> {
          frame.run.tick();
          JsonNode gathered = gathered(frame.run, group.items);
          put(frame.run, result, name, values[group.pair].value(frame, gathered));
        });
    return result;
  }

  JsonNode of(Frame frame, List<Tuple> tuples) {
    Map<String, Group<Tuple>> groups = new LinkedHashMap<>();
    for (Tuple tuple : tuples) {
      gather(tuple, tuple.at, tuple, groups);
    }
    ObjectNode result = FieldList.object(groups.size());
    Set<Tuple> spent = Collections.newSetFromMap(new IdentityHashMap<>());
    groups.forEach(
        (name, group) -> {
          frame.run.tick();
          Tuple merged = merged(group.items, spent);
          put(frame.run, result, name, values[group.pair].value(merged, merged.at));
        });
    return result;
  }

  private <T> void gather(Frame frame, JsonNode context, T item, Map<String, Group<T>> groups) {
    for (int i = 0; i < keys.length; i++) {
      frame.run.tick();
      String name = name(frame, keys[i].value(frame, context));
      if (isAbsent(name)) {
        continue;
      }
      int pair = i;
      Group<T> group = groups.computeIfAbsent(name, key -> new Group<>(pair));
      if (group.pair != i) {
        throw JsonataFailed.error("D1009", offset, "{", JsonataFailed.text(name));
      }
      frame.run.grow(8);
      group.items.add(item);
    }
  }

  private String name(Frame frame, JsonNode key) {
    if (key.isMissingNode()) {
      return NO_KEY;
    }
    if (!key.isTextual()) {
      throw JsonataFailed.error("T1003", offset, "{", key);
    }
    frame.run.grow(16);
    return key.textValue();
  }

  @SuppressWarnings("ReferenceEquality") // any text can be a key, so only identity tells
  private static boolean isAbsent(String name) {
    return name == NO_KEY;
  }

  private static boolean put(Run run, ObjectNode result, String name, JsonNode value) {
    if (value instanceof MissingNode) {
      return false;
    }
    run.grow(32);
    result.set(name, value);
    return true;
  }

  private static JsonNode gathered(Run run, List<JsonNode> items) {
    if (items.size() == 1) {
      return items.get(0);
    }
    JsonNode only = Values.NOTHING;
    int count = 0;
    ArrayNode gathered = Values.array(items.size());
    for (JsonNode item : items) {
      if (!item.isMissingNode()) {
        only = item;
        count++;
        Values.addAll(run, gathered, item);
      }
    }
    return count < 2 ? only : gathered;
  }

  /**
   * One tuple with the bindings of all, each an array of theirs.
   *
   * @param spent those that were the only one of their group: the value of that group has taken
   *     their context, as it does in JSONata's own runtime, and no group after it sees it
   */
  private static Tuple merged(List<Tuple> tuples, Set<Tuple> spent) {
    Tuple first = tuples.get(0);
    if (tuples.size() == 1) {
      return spent.add(first) ? first : new Tuple(first.parent, first.slots, Values.NOTHING);
    }
    Run run = first.run;
    List<JsonNode> column = new ArrayList<>(tuples.size());
    JsonNode[] slots = first.slots.clone();
    for (int i = 0; i < slots.length; i++) {
      column.clear();
      for (Tuple tuple : tuples) {
        if (Frame.isBound(tuple.slots[i]) && !tuple.slots[i].isMissingNode()) {
          column.add(tuple.slots[i]);
        }
      }
      slots[i] = column.isEmpty() ? first.slots[i] : gathered(run, column);
    }
    column.clear();
    for (Tuple tuple : tuples) {
      if (!spent.contains(tuple)) {
        column.add(tuple.at);
      }
    }
    return new Tuple(first.parent, slots, gathered(run, column));
  }
}
