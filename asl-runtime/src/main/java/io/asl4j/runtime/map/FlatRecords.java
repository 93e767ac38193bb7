package io.asl4j.runtime.map;

import io.asl4j.runtime.map.S3Objects.Location;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/**
 * The records of several objects, one object after the other; each is opened when its turn comes
 * and closed at its end.
 */
final class FlatRecords implements Records {

  /** Opens one of the objects. */
  @FunctionalInterface
  interface Opening {
    Records open(Location location) throws IOException;
  }

  /** Where the objects are, found while reading. */
  interface Locations {
    Optional<Location> next() throws IOException;

    void close() throws IOException;

    static Locations of(Iterator<Location> locations) {
      return new Locations() {
        @Override
        public Optional<Location> next() {
          return locations.hasNext() ? Optional.of(locations.next()) : Optional.empty();
        }

        @Override
        public void close() {}
      };
    }
  }

  private final Locations locations;
  private final Opening opening;
  private Optional<Records> current = Optional.empty();

  FlatRecords(Locations locations, Opening opening) {
    this.locations = locations;
    this.opening = opening;
  }

  @Override
  public Optional<MapItem> next() throws IOException {
    while (true) {
      if (current.isEmpty()) {
        Optional<Location> location = locations.next();
        if (location.isEmpty()) {
          return Optional.empty();
        }
        current = Optional.of(opening.open(location.get()));
      }
      Optional<MapItem> item = current.get().next();
      if (item.isPresent()) {
        return item;
      }
      closeCurrent();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeCurrent();
    } finally {
      locations.close();
    }
  }

  private void closeCurrent() throws IOException {
    if (current.isPresent()) {
      Records finished = current.get();
      current = Optional.empty();
      finished.close();
    }
  }
}
