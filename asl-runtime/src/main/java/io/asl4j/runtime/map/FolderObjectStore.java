package io.asl4j.runtime.map;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * An object store in a folder: each folder in it is a bucket, each file under that an object, keyed
 * by its path with {@code /} between names.
 *
 * <p>A key cannot leave its bucket: names such as {@code ..}, and links that lead out of the
 * store's folder, are refused. Keys that are no file paths, such as {@code a//b} or the folder
 * markers {@code a/}, cannot be used. Safe for use by many threads; a file that changes while it is
 * read gives what the file system gives.
 */
public final class FolderObjectStore implements ObjectStore {

  // Not the name of a bucket: those begin with a letter or a digit.
  private static final String UPLOADS = ".uploads";
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path root;

  /** A store in a folder, which must exist when the store is used. */
  public FolderObjectStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public InputStream open(String bucket, String key) throws IOException {
    Path file = file(bucket(bucket), key);
    if (!Files.isRegularFile(file)) {
      throw ObjectStoreFailed.noSuchKey(bucket, key);
    }
    requireInside(file, key);
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException removedSince) {
      ObjectStoreFailed failure = ObjectStoreFailed.noSuchKey(bucket, key);
      failure.initCause(removedSince);
      throw failure;
    }
  }

  @Override
  public ObjectUpload create(String bucket, String key) throws IOException {
    Path file = file(bucket(bucket), key);
    if (Files.isDirectory(file)) {
      throw invalidKey(key, "it is the folder of other objects");
    }
    requireInside(nearestExisting(file), key);
    Path uploads = Files.createDirectories(root.resolve(UPLOADS));
    return new Upload(Files.createTempDirectory(uploads, "upload"), file);
  }

  /** Reads each file that it comes to, since an entity tag is made of the content. */
  @Override
  public Iterator<ObjectSummary> list(String bucket, String prefix) throws IOException {
    return new FolderListing(bucket(bucket), prefix);
  }

  private Path bucket(String bucket) throws IOException {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new ObjectStoreFailed(
          "InvalidBucketName",
          "`%s` is not the name of a bucket; use letters, digits, dots, hyphens and underscores"
              .formatted(bucket));
    }
    Path folder = root.resolve(bucket);
    if (!Files.isDirectory(folder)) {
      throw ObjectStoreFailed.noSuchBucket(bucket);
    }
    requireInside(folder, bucket);
    return folder;
  }

  private static Path file(Path folder, String key) throws ObjectStoreFailed {
    for (String name : key.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\\') >= 0) {
        throw invalidKey(key, "a name between slashes is empty, `.`, `..` or has a backslash");
      }
    }
    try {
      Path file = folder.resolve(key).normalize();
      if (!file.startsWith(folder)) {
        throw invalidKey(key, "it leads out of its bucket");
      }
      return file;
    } catch (InvalidPathException notAPath) {
      throw invalidKey(key, notAPath.getReason());
    }
  }

  private void requireInside(Path existing, String name) throws IOException {
    if (!existing.toRealPath().startsWith(root.toRealPath())) {
      throw invalidKey(name, "it leads out of the folder of the store");
    }
  }

  private Path nearestExisting(Path file) {
    Path existing = file;
    while (!Files.exists(existing)) {
      Path parent = existing.getParent();
      if (parent == null) {
        return root;
      }
      existing = parent;
    }
    return existing;
  }

  private static ObjectStoreFailed invalidKey(String key, String why) {
    return new ObjectStoreFailed(
        "InvalidKey", "`%s` cannot be kept in a folder, because %s".formatted(key, why));
  }

  private static final class Upload extends ObjectUpload {
    private final Path temporary;
    private final Path written;
    private final Path file;
    private final OutputStream out;

    /**
     * Writes into a temporary folder of its own, so that the file gets the permissions of any
     * other.
     */
    private Upload(Path temporary, Path file) throws IOException {
      this.temporary = temporary;
      this.written = temporary.resolve("object");
      this.file = file;
      this.out = new BufferedOutputStream(Files.newOutputStream(written), BUFFER_BYTES);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void complete() throws IOException {
      out.close();
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException otherDisk) {
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } finally {
        Files.deleteIfExists(written);
        Files.deleteIfExists(temporary);
      }
    }
  }
}
