package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object in the order in which they were put, side by side as long as they are
 * few.
 *
 * <p>The data of a state is an object of few fields that is copied with one field more, again and
 * again. A copy of two short arrays takes a tenth of the time and a third of the room of a copy of
 * a hash map, and a name is found among few as fast. When there are more, a {@link LinkedHashMap}
 * takes over. Can be changed as any map of a Jackson object; then not safe for use by several
 * threads.
 */
public final class FieldList extends AbstractMap<String, JsonNode> {

  /** So many are looked through from the first to the last. */
  private static final int FEW = 16;

  private static final int SPARE = 4;

  private String[] names;
  private JsonNode[] values;
  private int size;

  /** All fields, when they are more than few; then the arrays are empty. */
  private @Nullable Map<String, JsonNode> many;

  private FieldList(String[] names, JsonNode[] values, int size) {
    this.names = names;
    this.values = values;
    this.size = size;
  }

  /**
   * A new object without fields.
   *
   * @param room how many fields are to come
   */
  public static ObjectNode object(int room) {
    return room > FEW
        ? new ObjectNode(JsonNodeFactory.instance, LinkedHashMap.newLinkedHashMap(room))
        : node(new FieldList(new String[room], new JsonNode[room], 0));
  }

  /**
   * A new object with the fields of another one; the values are shared.
   *
   * @param room how many more fields are to come
   */
  public static ObjectNode copy(ObjectNode object, int room) {
    int needed = object.size() + room;
    Set<Map.Entry<String, JsonNode>> fields = object.properties();
    if (needed > FEW) {
      Map<String, JsonNode> copy = LinkedHashMap.newLinkedHashMap(needed);
      fields.forEach(field -> copy.put(field.getKey(), field.getValue()));
      return new ObjectNode(JsonNodeFactory.instance, copy);
    }
    if (fields instanceof Fields list && list.isFew()) {
      return node(list.copy(needed));
    }
    FieldList copy = new FieldList(new String[needed], new JsonNode[needed], 0);
    fields.forEach(field -> copy.append(field.getKey(), field.getValue()));
    return node(copy);
  }

  private static ObjectNode node(FieldList fields) {
    return new ObjectNode(JsonNodeFactory.instance, fields);
  }

  @Override
  public int size() {
    return many == null ? size : many.size();
  }

  @Override
  public @Nullable JsonNode get(@Nullable Object name) {
    if (many != null) {
      return many.get(name);
    }
    int at = indexOf(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return many == null ? indexOf(name) >= 0 : many.containsKey(name);
  }

  /** Names come from definitions and parsers, which intern them: mostly the first look finds it. */
  @SuppressWarnings("ReferenceEquality") // it is only the faster half of the search
  private int indexOf(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (Objects.equals(name, names[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable JsonNode put(String name, JsonNode value) {
    if (many != null) {
      return many.put(name, value);
    }
    int at = indexOf(name);
    if (at >= 0) {
      JsonNode before = values[at];
      values[at] = value;
      return before;
    }
    if (size == FEW) {
      becomeMany().put(name, value);
    } else {
      append(name, value);
    }
    return null;
  }

  private void append(String name, JsonNode value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size + SPARE);
      values = Arrays.copyOf(values, size + SPARE);
    }
    names[size] = name;
    values[size] = value;
    size++;
  }

  private Map<String, JsonNode> becomeMany() {
    Map<String, JsonNode> all = LinkedHashMap.newLinkedHashMap(2 * FEW);
    for (int i = 0; i < size; i++) {
      all.put(names[i], values[i]);
    }
    clear();
    many = all;
    return all;
  }

  @Override
  public @Nullable JsonNode remove(@Nullable Object name) {
    if (many != null) {
      return many.remove(name);
    }
    int at = indexOf(name);
    return at < 0 ? null : removeAt(at);
  }

  private JsonNode removeAt(int at) {
    JsonNode removed = values[at];
    System.arraycopy(names, at + 1, names, at, size - at - 1);
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    size--;
    values[size] = MissingNode.getInstance();
    return removed;
  }

  @Override
  public void clear() {
    many = null;
    names = new String[0];
    values = new JsonNode[0];
    size = 0;
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new Fields();
  }

  private final class Fields extends AbstractSet<Map.Entry<String, JsonNode>> {

    boolean isFew() {
      return many == null;
    }

    FieldList copy(int room) {
      return new FieldList(Arrays.copyOf(names, room), Arrays.copyOf(values, room), size);
    }

    @Override
    public int size() {
      return FieldList.this.size();
    }

    @Override
    public Iterator<Map.Entry<String, JsonNode>> iterator() {
      return many == null ? new OneByOne() : many.entrySet().iterator();
    }
  }

  private final class OneByOne implements Iterator<Map.Entry<String, JsonNode>> {

    private int next;
    private boolean canRemove;

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public Map.Entry<String, JsonNode> next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      canRemove = true;
      return new Field(names[next], values[next++]);
    }

    @Override
    public void remove() {
      if (!canRemove) {
        throw new IllegalStateException("There is no field to remove.");
      }
      canRemove = false;
      removeAt(--next);
    }
  }

  /** Writes through to the object. */
  private final class Field extends SimpleEntry<String, JsonNode> {

    private static final long serialVersionUID = 1L;

    Field(String name, JsonNode value) {
      super(name, value);
    }

    @Override
    public JsonNode setValue(JsonNode value) {
      put(getKey(), value);
      return super.setValue(value);
    }
  }
}
