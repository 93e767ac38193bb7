package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.map.MemoryObjectStore;
import io.asl4j.runtime.map.ObjectStoreFailed;
import java.nio.charset.StandardCharsets;

/** The buckets and objects that a recording set up before the execution. */
final class RecordedObjects {

  private RecordedObjects() {}

  static MemoryObjectStore of(RecordedCase recorded) {
    MemoryObjectStore store = new MemoryObjectStore(recorded::start);
    for (JsonNode step : recorded.field("setup")) {
      String bucket = step.path("Bucket").asText();
      if (bucket.isEmpty()) {
        continue;
      }
      store.createBucket(bucket);
      JsonNode body = step.path("Body");
      if (!body.isMissingNode()) {
        String content = body.isTextual() ? body.textValue() : Json.write(body);
        put(store, bucket, step.path("Key").asText(), content);
      }
    }
    return store;
  }

  private static void put(MemoryObjectStore store, String bucket, String key, String content) {
    try {
      store.put(bucket, key, content.getBytes(StandardCharsets.UTF_8));
    } catch (ObjectStoreFailed e) {
      throw new IllegalStateException("A bucket that was just made is not there: " + bucket, e);
    }
  }
}
