package io.asl4j.runtime.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does, and what the one in a folder refuses. */
class ObjectStoreTest {

  private static final Instant WRITTEN = Instant.parse("2026-05-06T07:08:09Z");

  enum Kind {
    MEMORY,
    FOLDER
  }

  @TempDir private Path root;

  @BeforeEach
  void makeBucket() throws IOException {
    Files.createDirectories(root.resolve("bucket"));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasCompletedCanBeRead(Kind kind) throws IOException {
    ObjectStore store = store(kind);

    put(store, "a/b.txt", "first");
    put(store, "a/b.txt", "second");

    assertThat(read(store, "a/b.txt")).isEqualTo("second");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasNotCompletedIsNotThere(Kind kind) throws IOException {
    ObjectStore store = store(kind);

    try (ObjectUpload upload = store.create("bucket", "a")) {
      upload.write('x');
    }

    assertThatThrownBy(() -> read(store, "a"))
        .hasMessage("NoSuchKey: the bucket `bucket` has no object `a`.");
  }

  @ParameterizedTest
  @EnumSource
  void aMissingBucketIsNamed(Kind kind) {
    ObjectStore store = store(kind);

    assertThatThrownBy(() -> store.open("other", "a"))
        .isInstanceOfSatisfying(
            ObjectStoreFailed.class,
            failure -> assertThat(failure.code()).isEqualTo("NoSuchBucket"))
        .hasMessage("NoSuchBucket: there is no bucket `other`.");
    assertThatThrownBy(() -> store.create("other", "a")).isInstanceOf(ObjectStoreFailed.class);
    assertThatThrownBy(() -> store.list("other", "")).isInstanceOf(ObjectStoreFailed.class);
  }

  @ParameterizedTest
  @EnumSource
  void objectsAreListedInTheByteOrderOfTheirKeys(Kind kind) throws IOException {
    ObjectStore store = store(kind);
    List<String> ordered =
        List.of("A", "a-b", "a.txt", "a/b/c", "a/b0", "a0", "b", "\uff5e", "\ud83d\ude00");
    for (String key : ordered.reversed()) {
      put(store, key, key);
    }

    assertThat(keys(store, "")).isEqualTo(ordered);
    assertThat(keys(store, "a/")).containsExactly("a/b/c", "a/b0");
    assertThat(keys(store, "a/b")).containsExactly("a/b/c", "a/b0");
    assertThat(keys(store, "a/b/")).containsExactly("a/b/c");
    assertThat(keys(store, "x")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anObjectIsSummarised(Kind kind) throws IOException {
    ObjectStore store = store(kind);
    put(store, "in/a.txt", "hello");
    if (kind == Kind.FOLDER) {
      Files.setLastModifiedTime(root.resolve("bucket/in/a.txt"), FileTime.from(WRITTEN));
    }

    assertThat(store.list("bucket", "").next())
        .isEqualTo(
            new ObjectSummary(
                "in/a.txt", "\"5d41402abc4b2a76b9719d911017c592\"", WRITTEN, 5, "STANDARD"));
  }

  @ParameterizedTest
  @EnumSource
  void aBucketIsListedAsItems(Kind kind) throws IOException {
    ObjectStore store = store(kind);
    put(store, "in/a.txt", "hello");
    if (kind == Kind.FOLDER) {
      Files.setLastModifiedTime(root.resolve("bucket/in/a.txt"), FileTime.from(WRITTEN));
    }
    ReadRequest request =
        new ReadRequest(
            ItemSources.LIST_OBJECTS,
            Fixtures.json("{\"Bucket\": \"bucket\", \"Prefix\": \"in\"}"),
            Fixtures.json("{}"),
            0);

    try (ItemStream items = ItemSources.of(store).open(request)) {
      MapItem item = items.next();
      assertThat(ExactJson.text(item.value()))
          .isEqualTo(
              """
              {"Etag":"\\"5d41402abc4b2a76b9719d911017c592\\"","Key":"in/a.txt","LastModified":1778051289,"Size":5,"StorageClass":"STANDARD"}\
              """);
      assertThat(item.source()).isEqualTo("S3://bucket");
      assertThat(item.key()).isEmpty();
      assertThat(items.hasNext()).isFalse();
    }
  }

  @Test
  void folderMarkersAreListedButNotLoaded() throws IOException {
    MemoryObjectStore store = (MemoryObjectStore) store(Kind.MEMORY);
    store.put("bucket", "in/", new byte[0]);
    put(store, "in/a.jsonl", "1\n");

    assertThat(keys(store, "")).containsExactly("in/", "in/a.jsonl");
    ReadRequest request =
        new ReadRequest(
            ItemSources.LIST_OBJECTS,
            Fixtures.json("{\"Bucket\": \"bucket\"}"),
            Fixtures.json("{\"Transformation\": \"LOAD_AND_FLATTEN\", \"InputType\": \"JSONL\"}"),
            0);
    try (ItemStream items = ItemSources.of(store).open(request)) {
      assertThat(items.next().source()).isEqualTo("S3://bucket/in/a.jsonl");
      assertThat(items.hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "a/../../secret",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "a\\b",
        "a\0b",
        ""
      })
  void keysThatAreNoPathsInsideTheBucketAreRefused(String key) throws IOException {
    Files.writeString(root.resolve("secret"), "secret");
    ObjectStore store = store(Kind.FOLDER);

    assertThatThrownBy(() -> store.open("bucket", key))
        .isInstanceOf(ObjectStoreFailed.class)
        .hasMessageStartingWith("InvalidKey: ");
    assertThatThrownBy(() -> store.create("bucket", key))
        .isInstanceOf(ObjectStoreFailed.class)
        .hasMessageStartingWith("InvalidKey: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", ".uploads", "", "bucket/in", "/"})
  void bucketsThatAreNoPlainNamesAreRefused(String bucket) {
    ObjectStore store = store(Kind.FOLDER);

    assertThatThrownBy(() -> store.open(bucket, "a"))
        .isInstanceOf(ObjectStoreFailed.class)
        .hasMessageStartingWith("InvalidBucketName: ");
  }

  @Test
  void linksThatLeadOutAreRefused(@TempDir Path outside) throws IOException {
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(root.resolve("bucket/link"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("bucket/folder"), outside);
    Files.createSymbolicLink(root.resolve("linked"), outside);
    ObjectStore store = store(Kind.FOLDER);

    assertThatThrownBy(() -> store.open("bucket", "link")).hasMessageStartingWith("InvalidKey: ");
    assertThatThrownBy(() -> store.open("bucket", "folder/secret"))
        .hasMessageStartingWith("InvalidKey: ");
    assertThatThrownBy(() -> store.create("bucket", "folder/new/deep"))
        .hasMessageStartingWith("InvalidKey: ");
    assertThatThrownBy(() -> store.open("linked", "secret")).hasMessageStartingWith("InvalidKey: ");
    assertThat(keys(store, "")).isEmpty();
  }

  @Test
  void theFolderOfOtherObjectsIsNoObject() throws IOException {
    ObjectStore store = store(Kind.FOLDER);
    put(store, "a/b", "x");

    assertThatThrownBy(() -> store.open("bucket", "a"))
        .hasMessage("NoSuchKey: the bucket `bucket` has no object `a`.");
    assertThatThrownBy(() -> store.create("bucket", "a"))
        .hasMessage(
            "InvalidKey: `a` cannot be kept in a folder, because it is the folder of other"
                + " objects.");
  }

  private ObjectStore store(Kind kind) {
    return switch (kind) {
      case FOLDER -> new FolderObjectStore(root);
      case MEMORY -> {
        MemoryObjectStore store = new MemoryObjectStore(() -> WRITTEN);
        store.createBucket("bucket");
        yield store;
      }
    };
  }

  private static void put(ObjectStore store, String key, String content) throws IOException {
    try (ObjectUpload upload = store.create("bucket", key)) {
      upload.write(content.getBytes(StandardCharsets.UTF_8));
      upload.complete();
    }
  }

  private static String read(ObjectStore store, String key) throws IOException {
    try (InputStream content = store.open("bucket", key)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> keys(ObjectStore store, String prefix) throws IOException {
    List<String> keys = new ArrayList<>();
    store.list("bucket", prefix).forEachRemaining(object -> keys.add(object.key()));
    return keys;
  }
}
