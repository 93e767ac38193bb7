package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object in the order in which they were put, side by side as long as they are
 * few.
 *
 * <p>The data of a state is an object of few fields that is copied with one field more, again and
 * again. A copy of one short array takes a tenth of the time and a third of the room of a copy of a
 * hash map, and a name is found among few as fast. When there are more, a {@link LinkedHashMap}
 * takes over. Can be changed as any map of a Jackson object; then not safe for use by several
 * threads.
 */
public final class FieldList extends AbstractMap<String, JsonNode> {

  /** So many are side by side, and looked through from the first to the last. */
  public static final int FEW = 16;

  private static final int SPARE = 4;

  private static final Object[] NONE = {};

  /** Each name with its value after it; as long as there is room for, not all of it used. */
  private Object[] fields;

  private int size;

  /** All fields, when they are more than few; then the array is empty. */
  private @Nullable Map<String, JsonNode> many;

  /**
   * About the first fields; none of them has changed since. Immutable, so that threads that measure
   * the same data at once may overwrite each other's.
   */
  private Measured measured;

  private FieldList(Object[] fields, int size, Measured measured) {
    this.fields = fields;
    this.size = size;
    this.measured = measured;
  }

  /**
   * A new object without fields.
   *
   * @param room how many fields are to come
   */
  public static ObjectNode object(int room) {
    return room > FEW
        ? new ObjectNode(JsonNodeFactory.instance, LinkedHashMap.newLinkedHashMap(room))
        : node(empty(room));
  }

  /**
   * A new object with the fields of another one; the values are shared.
   *
   * @param room how many more fields are to come
   */
  public static ObjectNode copy(ObjectNode object, int room) {
    int needed = object.size() + room;
    if (needed > FEW) {
      Map<String, JsonNode> copy = LinkedHashMap.newLinkedHashMap(needed);
      object.forEachEntry(copy::put);
      return new ObjectNode(JsonNodeFactory.instance, copy);
    }
    if (object.properties() instanceof Fields list && list.isFew()) {
      return node(list.copy(needed));
    }
    FieldList copy = empty(needed);
    object.forEachEntry(copy::append);
    return node(copy);
  }

  private static FieldList empty(int room) {
    return new FieldList(room == 0 ? NONE : new Object[2 * room], 0, Measured.NOTHING);
  }

  /** The fields of an object; null if they are not few side by side. */
  public static @Nullable FieldList of(ObjectNode object) {
    return object.properties() instanceof Fields list && list.isFew() ? list.all() : null;
  }

  /**
   * What was counted in the first fields by {@link #measured(Measured)}. A copy knows it, too, and
   * more fields after these change nothing; values are data and never change.
   */
  public Measured measured() {
    return measured;
  }

  /** Keeps what was counted in the first fields until one of them is replaced or removed. */
  public void measured(Measured counted) {
    measured = counted;
  }

  private static ObjectNode node(FieldList fields) {
    return new ObjectNode(JsonNodeFactory.instance, fields);
  }

  private String name(int at) {
    return (String) fields[2 * at];
  }

  private JsonNode value(int at) {
    return (JsonNode) fields[2 * at + 1];
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
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return many == null ? indexOf(name) >= 0 : many.containsKey(name);
  }

  /** Names come from definitions and parsers, which intern them: mostly the first look finds it. */
  @SuppressWarnings("ReferenceEquality") // it is only the faster half of the search
  private int indexOf(@Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (fields[2 * i] == name) {
        return i;
      }
    }
    if (name == null) {
      return -1;
    }
    int hash = name.hashCode();
    for (int i = 0; i < size; i++) {
      // Texts keep their hash codes, and their characters are further away.
      if (fields[2 * i].hashCode() == hash && fields[2 * i].equals(name)) {
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
      JsonNode before = value(at);
      fields[2 * at + 1] = value;
      changed(at);
      return before;
    }
    if (size == FEW) {
      becomeMany().put(name, value);
    } else {
      append(name, value);
    }
    return null;
  }

  private void changed(int at) {
    if (at < measured.fields()) {
      measured = Measured.NOTHING;
    }
  }

  private void append(String name, JsonNode value) {
    int end = 2 * size;
    if (end == fields.length) {
      fields = Arrays.copyOf(fields, end + 2 * SPARE);
    }
    fields[end] = name;
    fields[end + 1] = value;
    size++;
  }

  private Map<String, JsonNode> becomeMany() {
    Map<String, JsonNode> all = LinkedHashMap.newLinkedHashMap(2 * FEW);
    for (int i = 0; i < size; i++) {
      all.put(name(i), value(i));
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
    changed(at);
    JsonNode removed = value(at);
    int after = 2 * (at + 1);
    System.arraycopy(fields, after, fields, 2 * at, 2 * size - after);
    size--;
    Arrays.fill(fields, 2 * size, 2 * size + 2, null);
    return removed;
  }

  @Override
  public void clear() {
    many = null;
    fields = NONE;
    size = 0;
    measured = Measured.NOTHING;
  }

  /** {@inheritDoc} Makes no entries on the way. */
  @Override
  public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
    if (many != null) {
      many.forEach(action);
      return;
    }
    forEachFrom(0, action);
  }

  /** The same from a field on, while they are few. */
  public void forEachFrom(int first, BiConsumer<? super String, ? super JsonNode> action) {
    for (int i = first; i < size; i++) {
      action.accept(name(i), value(i));
    }
  }

  @Override
  public Set<Map.Entry<String, JsonNode>> entrySet() {
    return new Fields();
  }

  private final class Fields extends AbstractSet<Map.Entry<String, JsonNode>> {

    boolean isFew() {
      return many == null;
    }

    FieldList all() {
      return FieldList.this;
    }

    FieldList copy(int room) {
      return new FieldList(Arrays.copyOf(fields, 2 * room), size, measured);
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
      Field field = new Field(name(next), value(next));
      next++;
      return field;
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
