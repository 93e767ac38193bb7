package io.asl4j.core.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where each value of a document and its key stand in the text, by JSON pointer (RFC 6901, see
 * {@link Pointers}).
 *
 * <p>In YAML, the place of an alias is the alias itself, and what is inside it stands where the
 * anchor stands; a field that came by a merge key stands where it was written. Immutable and safe
 * to share between threads.
 */
public final class SourceMap {

  private final SourceText source;
  private final Place root;

  SourceMap(SourceText source, Place root) {
    this.source = source;
    this.root = root;
  }

  static SourceMap empty(SourceText source) {
    return new SourceMap(source, new Place(-1, -1, 0, 0, Map.of(), List.of()));
  }

  /** The same places, each below a pointer of field names. */
  SourceMap within(String pointer) {
    Place outer = root;
    for (String step : Pointers.steps(pointer).reversed()) {
      outer = new Place(-1, -1, root.start(), root.end(), Map.of(step, outer), List.of());
    }
    return new SourceMap(source, outer);
  }

  /** Gives the text that the ranges are about. */
  public SourceText source() {
    return source;
  }

  /** Gives the places of what is inside the value at this pointer; that value is the new root. */
  public SourceMap inside(String pointer) {
    return new SourceMap(source, nearestPlace(pointer));
  }

  /** Says whether the document has a value at this pointer. */
  public boolean contains(String pointer) {
    return find(pointer) != null;
  }

  /**
   * Gives the range of the value at this pointer, with the quotes of a string; empty if there is no
   * such value.
   */
  public Optional<SourceRange> valueAt(String pointer) {
    return Optional.ofNullable(find(pointer)).map(this::valueRange);
  }

  /**
   * Gives the range of the key of the value at this pointer, with its quotes; empty if there is no
   * such value or it has no key.
   */
  public Optional<SourceRange> keyAt(String pointer) {
    return Optional.ofNullable(find(pointer)).filter(Place::hasKey).map(this::keyRange);
  }

  /**
   * Gives the pointer itself if it exists, otherwise that of the nearest value around it; the root
   * always exists.
   */
  public String nearest(String pointer) {
    Place place = root;
    String found = Pointers.ROOT;
    int end = 0;
    for (String step : Pointers.steps(pointer)) {
      Place inside = inside(place, step);
      if (inside == null) {
        return found;
      }
      place = inside;
      int slash = pointer.indexOf('/', end + 1);
      end = slash < 0 ? pointer.length() : slash;
      found = pointer.substring(0, end);
    }
    return found;
  }

  /**
   * Gives the range of the value at this pointer or, if there is none, of the nearest value around
   * it.
   */
  public SourceRange value(String pointer) {
    return valueRange(nearestPlace(pointer));
  }

  /**
   * Gives the range of the key at this pointer or of the nearest value around it; for a value
   * without a key (the root, an array's element) the first character of the value.
   */
  public SourceRange key(String pointer) {
    return keyOrFirstCharacter(nearestPlace(pointer));
  }

  /**
   * Gives the range that a message about this pointer should underline: the value if it exists and
   * stands on one line, otherwise the key of it or of the nearest value around it, so that a
   * missing field is shown at the name of the object that lacks it.
   */
  public SourceRange best(String pointer) {
    Place exact = find(pointer);
    if (exact != null) {
      SourceRange value = valueRange(exact);
      boolean underlinable = value.isOnOneLine() && value.end() > value.start();
      return underlinable ? value : keyOrFirstCharacter(exact);
    }
    return key(pointer);
  }

  /**
   * Lists the pointers of all values in the order of the document, the root first; what an alias
   * stands for is listed each time.
   */
  public List<String> pointers() {
    List<String> pointers = new ArrayList<>();
    Deque<Named> open = new ArrayDeque<>();
    open.push(new Named(Pointers.ROOT, root));
    while (!open.isEmpty()) {
      Named next = open.pop();
      pointers.add(next.pointer);
      List<Named> inside = new ArrayList<>();
      next.place
          .fields()
          .forEach(
              (name, place) -> inside.add(new Named(Pointers.child(next.pointer, name), place)));
      for (Place item : next.place.items()) {
        inside.add(new Named(Pointers.child(next.pointer, inside.size()), item));
      }
      inside.reversed().forEach(open::push);
    }
    return pointers;
  }

  private record Named(String pointer, Place place) {}

  private Place nearestPlace(String pointer) {
    Place place = root;
    for (String step : Pointers.steps(pointer)) {
      Place inside = inside(place, step);
      if (inside == null) {
        return place;
      }
      place = inside;
    }
    return place;
  }

  /** Null: the document has no value there. */
  private @Nullable Place find(String pointer) {
    Place place = root;
    for (String step : Pointers.steps(pointer)) {
      Place inside = inside(place, step);
      if (inside == null) {
        return null;
      }
      place = inside;
    }
    return place;
  }

  /** Null: the value has no such field or element. */
  private static @Nullable Place inside(Place place, String step) {
    if (place.items().isEmpty()) {
      return place.fields().get(step);
    }
    int index = index(step);
    return index >= 0 && index < place.items().size() ? place.items().get(index) : null;
  }

  private static int index(String step) {
    boolean canonical =
        !step.isEmpty() && step.length() <= 9 && (step.length() == 1 || step.charAt(0) != '0');
    return canonical && step.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(step)
        : -1;
  }

  private SourceRange keyOrFirstCharacter(Place place) {
    if (place.hasKey()) {
      return keyRange(place);
    }
    return source.range(place.start(), Math.min(place.end(), place.start() + 1));
  }

  private SourceRange keyRange(Place place) {
    return source.range(place.keyStart(), place.keyEnd());
  }

  private SourceRange valueRange(Place place) {
    return source.range(place.start(), place.end());
  }
}
