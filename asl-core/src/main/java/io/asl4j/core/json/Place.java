package io.asl4j.core.json;

import java.util.List;
import java.util.Map;

/**
 * Where one value and its key stand, as offsets, with the places of what is inside.
 *
 * <p>A tree of these mirrors the tree of values; that takes far less room than one pointer string a
 * value.
 *
 * @param keyStart offset of the key, -1 if the value has none
 * @param keyEnd offset after the key, -1 if the value has none
 * @param start offset of the value
 * @param end offset after the value
 * @param fields places of an object's fields, empty otherwise
 * @param items places of an array's elements, empty otherwise
 */
record Place(
    int keyStart, int keyEnd, int start, int end, Map<String, Place> fields, List<Place> items) {

  boolean hasKey() {
    return keyStart >= 0;
  }

  /** Gives the same insides at another place: what an alias stands for. */
  Place movedTo(int otherKeyStart, int otherKeyEnd, int otherStart, int otherEnd) {
    return new Place(otherKeyStart, otherKeyEnd, otherStart, otherEnd, fields, items);
  }
}
