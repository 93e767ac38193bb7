package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of values and the tree of their places from a stream of tokens, without recursion.
 * Used by one reader, once.
 */
final class TreeBuilder {

  /**
   * A finished value.
   *
   * @param node the value
   * @param place where it stands
   * @param nodes how many values it holds, itself included, aliases counted as often as they stand
   * @param height how deep it nests; 0 for a scalar
   */
  record Built(JsonNode node, Place place, long nodes, int height) {}

  private static final class Frame {
    final ContainerNode<?> node;
    final int start;
    final int ownKeyStart;
    final int ownKeyEnd;
    final Map<String, Place> fields;
    final List<Place> items;
    final List<Built> inherited = new ArrayList<>(0);
    long nodes = 1;
    int height = 1;
    String key = "";
    int keyStart = -1;
    int keyEnd = -1;
    boolean merging;

    Frame(ContainerNode<?> node, int start, int ownKeyStart, int ownKeyEnd) {
      this.node = node;
      this.start = start;
      this.ownKeyStart = ownKeyStart;
      this.ownKeyEnd = ownKeyEnd;
      this.fields = node.isObject() ? new LinkedHashMap<>() : Map.of();
      this.items = node.isObject() ? List.of() : new ArrayList<>();
    }
  }

  private final SourceText source;
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Deque<Frame> open = new ArrayDeque<>();

  /** Null: no value is finished yet. */
  private @Nullable Built root;

  private boolean usable = true;

  TreeBuilder(SourceText source) {
    this.source = source;
  }

  void problem(SourceProblem problem) {
    problems.add(problem);
    usable &= problem.kind() == SourceProblem.Kind.DUPLICATE_KEY;
  }

  void problem(SourceProblem.Kind kind, String message, int start, int end) {
    problem(SourceProblem.of(kind, message, pointer(), source.range(start, end)));
  }

  /** Gives how many arrays and objects are open. */
  int depth() {
    return open.size();
  }

  /** Says whether the whole value has been read. */
  boolean isDone() {
    return root != null && open.isEmpty();
  }

  /** Gives the offset where the innermost open array or object begins, -1 if none is open. */
  int innermostStart() {
    Frame frame = open.peek();
    return frame == null ? -1 : frame.start;
  }

  /** Says whether the innermost open thing is an object. */
  boolean isInObject() {
    Frame frame = open.peek();
    return frame != null && frame.node.isObject();
  }

  /** Says whether what comes next is a key or the end of an object. */
  boolean expectsKey() {
    Frame frame = open.peek();
    return frame != null && frame.node.isObject() && frame.keyStart < 0;
  }

  /** Gives the pointer of the value that is read next. */
  String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
      Frame frame = frames.next();
      if (frame.node.isArray()) {
        pointer.append(Pointers.child("", frame.items.size()));
      } else if (frame.keyStart >= 0) {
        pointer.append(Pointers.child("", frame.key));
      }
    }
    return pointer.toString();
  }

  void openObject(int start) {
    open(new ObjectNode(JsonNodeFactory.instance), start);
  }

  void openArray(int start) {
    open(new ArrayNode(JsonNodeFactory.instance), start);
  }

  private void open(ContainerNode<?> node, int start) {
    Frame outer = open.peek();
    open.push(
        outer == null
            ? new Frame(node, start, -1, -1)
            : new Frame(node, start, outer.keyStart, outer.keyEnd));
  }

  /**
   * Takes the key of the next value of the innermost object; the last value of a repeated key
   * stays.
   */
  void key(String name, int start, int end) {
    Frame frame = innermost();
    frame.key = name;
    frame.keyStart = start;
    frame.keyEnd = end;
    Place earlier = frame.fields.get(name);
    if (earlier != null) {
      duplicate(name, source.range(start, end), source.range(earlier.keyStart(), earlier.keyEnd()));
    }
  }

  /**
   * Takes a YAML merge key: the fields of its value are those of the innermost object, unless that
   * has them itself.
   */
  void mergeKey(int start, int end) {
    Frame frame = innermost();
    frame.merging = true;
    frame.key = "<<";
    frame.keyStart = start;
    frame.keyEnd = end;
  }

  private void duplicate(String name, SourceRange again, SourceRange first) {
    String message =
        "The key `"
            + Excerpt.of(name)
            + "` stands twice in the same object, first at "
            + first
            + "; keep one of them.";
    problem(
        SourceProblem.of(SourceProblem.Kind.DUPLICATE_KEY, message, pointer(), again)
            .withRelated(first));
  }

  Built scalar(JsonNode node, int start, int end) {
    Frame outer = open.peek();
    int keyStart = outer == null ? -1 : outer.keyStart;
    int keyEnd = outer == null ? -1 : outer.keyEnd;
    Built built =
        new Built(node, new Place(keyStart, keyEnd, start, end, Map.of(), List.of()), 1, 0);
    attach(built);
    return built;
  }

  /** Takes a value that was already built elsewhere in the text. */
  void repeat(Built anchored, int start, int end) {
    Frame outer = open.peek();
    int keyStart = outer == null ? -1 : outer.keyStart;
    int keyEnd = outer == null ? -1 : outer.keyEnd;
    Place place = anchored.place().movedTo(keyStart, keyEnd, start, end);
    attach(new Built(anchored.node(), place, anchored.nodes(), anchored.height()));
  }

  Built close(int end) {
    Frame frame = open.pop();
    inherit(frame);
    Map<String, Place> fields =
        frame.fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(frame.fields);
    List<Place> items =
        frame.items.isEmpty() ? List.of() : Collections.unmodifiableList(frame.items);
    Place place = new Place(frame.ownKeyStart, frame.ownKeyEnd, frame.start, end, fields, items);
    Built built = new Built(frame.node, place, frame.nodes, frame.height);
    attach(built);
    return built;
  }

  private static void inherit(Frame frame) {
    if (!(frame.node instanceof ObjectNode own)) {
      return;
    }
    for (Built from : frame.inherited) {
      from.place()
          .fields()
          .forEach(
              (name, place) -> {
                if (frame.fields.putIfAbsent(name, place) == null) {
                  own.set(name, from.node().path(name));
                }
              });
    }
  }

  private void attach(Built built) {
    Frame outer = open.peek();
    if (outer == null) {
      root = built;
      return;
    }
    outer.nodes += built.nodes();
    outer.height = Math.max(outer.height, built.height() + 1);
    if (outer.node instanceof ArrayNode array) {
      array.add(built.node());
      outer.items.add(built.place());
      return;
    }
    if (outer.merging) {
      merge(outer, built);
    } else if (outer.node instanceof ObjectNode object) {
      object.set(outer.key, built.node());
      outer.fields.put(outer.key, built.place());
    }
    outer.merging = false;
    outer.keyStart = -1;
    outer.keyEnd = -1;
  }

  private void merge(Frame outer, Built built) {
    if (built.node().isObject()) {
      outer.inherited.add(built);
      return;
    }
    boolean mappings = built.node().isArray();
    for (JsonNode item : built.node()) {
      mappings &= item.isObject();
    }
    if (!mappings) {
      problem(
          SourceProblem.Kind.NOT_JSON,
          "The merge key `<<` takes a mapping or a list of mappings; quote it if a field of that"
              + " name is meant.",
          built.place().start(),
          built.place().end());
      return;
    }
    for (int i = 0; i < built.node().size(); i++) {
      outer.inherited.add(new Built(built.node().path(i), built.place().items().get(i), 0, 0));
    }
  }

  private Frame innermost() {
    Frame frame = open.peek();
    if (frame == null) {
      throw new IllegalStateException("A key was read outside any object.");
    }
    return frame;
  }

  /** Gives what was read: without a tree if a problem but a repeated key was found. */
  SourceDocument document() {
    Built done = root;
    if (!usable || done == null || !open.isEmpty()) {
      return SourceDocument.unreadable(source, problems);
    }
    return new SourceDocument(source, done.node(), new SourceMap(source, done.place()), problems);
  }
}
