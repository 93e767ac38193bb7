package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The elements of an array or the members of an object in memory, as items. */
final class Members implements Records {

  private final Iterator<MapItem> items;

  private Members(Iterator<MapItem> items) {
    this.items = items;
  }

  /** A value that is neither array nor object has no members. */
  static Members of(JsonNode container, String source) {
    if (container.isObject()) {
      return new Members(
          container.properties().stream()
              .map(
                  (Map.Entry<String, JsonNode> member) ->
                      new MapItem(member.getValue(), member.getKey(), source))
              .iterator());
    }
    Iterator<JsonNode> elements = container.elements();
    return new Members(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return elements.hasNext();
          }

          @Override
          public MapItem next() {
            return MapItem.of(elements.next(), source);
          }
        });
  }

  @Override
  public Optional<MapItem> next() {
    return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
  }
}
