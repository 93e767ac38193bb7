package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.WriteRequest;
import io.asl4j.runtime.task.TaskProgress;
import io.asl4j.runtime.task.TaskRequest;
import io.asl4j.runtime.walk.FanOut;
import io.asl4j.runtime.walk.Frame;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.ScopePath;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host whose tasks and readers are answered by what a test gives; for the rest it is another one.
 */
final class TrialHost implements Host {

  private final Host host;
  private final @Nullable MockedWork work;
  private final @Nullable String readerData;

  /**
   * @param work answers tasks; null to have them done by the other host
   * @param readerData what an item reader finds; null for nothing
   */
  TrialHost(Host host, @Nullable MockedWork work, @Nullable String readerData) {
    this.host = host;
    this.work = work;
    this.readerData = readerData;
  }

  @Override
  public JsonNode invoke(TaskRequest request, TaskProgress progress) {
    return work == null ? host.invoke(request, progress) : work.orThrow();
  }

  @Override
  public ItemStream read(ReadRequest request) {
    if (readerData == null) {
      return host.read(request);
    }
    boolean isOneFile =
        request.resource().endsWith(":s3:getObject")
            && !request.config().has("ManifestType")
            && !request.config().path("InputType").asText().equals("MANIFEST");
    return isOneFile
        ? ItemSources.of(new OneText(readerData), java.util.List.of(), OneText.uncompressed())
            .open(request)
        : ItemStream.ofStateData(list(readerData));
  }

  /** What a listing or a manifest comes down to: an array of items. */
  private static JsonNode list(String data) {
    JsonNode items;
    try {
      items = Json.parse(data);
    } catch (JsonSyntaxFailed notJson) {
      throw unreadable();
    }
    if (!items.isArray()) {
      throw unreadable();
    }
    return items;
  }

  private static StateFailed unreadable() {
    return StateFailed.of(
        ErrorName.ITEM_READER_FAILED, "Attempting to map over non-iterable node.");
  }

  @Override
  public Instant now() {
    return host.now();
  }

  @Override
  public void sleepUntil(Instant wakeAt) {
    host.sleepUntil(wakeAt);
  }

  @Override
  public <T> void fanOut(int atOnce, FanOut<T> fanOut) {
    host.fanOut(atOnce, fanOut);
  }

  @Override
  public Optional<Frame> resumePoint(ScopePath at) {
    return host.resumePoint(at);
  }

  @Override
  public void commit(Frame frame) {
    host.commit(frame);
  }

  @Override
  public ResultExport export(WriteRequest request) {
    return host.export(request);
  }

  @Override
  public History history() {
    return host.history();
  }

  @Override
  public Host child(String executionArn) {
    return host.child(executionArn);
  }
}
