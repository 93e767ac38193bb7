package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a bucket's folder in the order of their keys, one folder at a time in memory. Links
 * are not followed.
 *
 * <p>Within a folder, sorting by name with {@code /} behind the names of folders gives the order of
 * the whole keys.
 */
final class FolderListing implements Iterator<ObjectSummary> {

  private record Entry(Path path, String key, boolean isFolder) {}

  private final String prefix;
  private final Deque<Iterator<Entry>> open = new ArrayDeque<>();
  private Optional<Entry> ahead;

  FolderListing(Path bucket, String prefix) throws IOException {
    this.prefix = prefix;
    open.push(entries(bucket, ""));
    this.ahead = advance();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public ObjectSummary next() {
    Entry entry = ahead.orElseThrow(() -> new NoSuchElementException("there are no more objects"));
    try {
      ahead = advance();
      return summary(entry);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<Entry> advance() throws IOException {
    while (!open.isEmpty()) {
      Iterator<Entry> entries = open.element();
      if (!entries.hasNext()) {
        open.pop();
        continue;
      }
      Entry entry = entries.next();
      if (!entry.isFolder()) {
        return Optional.of(entry);
      }
      open.push(entries(entry.path(), entry.key()));
    }
    return Optional.empty();
  }

  private Iterator<Entry> entries(Path folder, String keyOfFolder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(
              path ->
                  Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                      || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .map(path -> entry(path, keyOfFolder))
          .filter(this::mayMatch)
          .sorted(Comparator.comparing(Entry::key, KeyOrder.UTF_8))
          .toList()
          .iterator();
    }
  }

  private static Entry entry(Path path, String keyOfFolder) {
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    String name = String.valueOf(path.getFileName());
    return new Entry(path, keyOfFolder + name + (isFolder ? "/" : ""), isFolder);
  }

  private boolean mayMatch(Entry entry) {
    return entry.key().startsWith(prefix) || (entry.isFolder() && prefix.startsWith(entry.key()));
  }

  private static ObjectSummary summary(Entry entry) throws IOException {
    try (InputStream content = Files.newInputStream(entry.path())) {
      return new ObjectSummary(
          entry.key(),
          EntityTags.of(content),
          Files.getLastModifiedTime(entry.path()).toInstant(),
          Files.size(entry.path()),
          ObjectSummary.STANDARD);
    }
  }
}
