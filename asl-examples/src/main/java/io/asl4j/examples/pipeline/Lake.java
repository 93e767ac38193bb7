package io.asl4j.examples.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small data lake in memory: a bucket, a crawler, jobs and queries. Answers the tasks of both
 * pipelines. Thread-safe.
 */
final class Lake {

  record Bucket(@JsonProperty("Bucket") String bucket, @JsonProperty("Prefix") String prefix) {}

  record Entry(@JsonProperty("Key") String key, @JsonProperty("Size") int size) {}

  record Listing(@JsonProperty("Contents") List<Entry> contents) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record FileRequest(String bucket, String key) {}

  record Check(int lines) {}

  record Transformed(String key, String status, int rows) {}

  record CrawlerName(@JsonProperty("Name") String name) {}

  record Crawler(@JsonProperty("Name") String name, @JsonProperty("State") String state) {}

  record CrawlerAnswer(@JsonProperty("Crawler") Crawler crawler) {}

  record Message(
      @JsonProperty("TopicArn") String topicArn,
      @JsonProperty("Subject") String subject,
      @JsonProperty("Message") JsonNode message) {}

  record Notice(@JsonProperty("MessageId") String messageId) {}

  private static final ObjectMapper JSON = Json.newMapper();
  private static final Duration CRAWLING = Duration.ofSeconds(70);
  private static final Duration JOB = Duration.ofMinutes(12);

  private final Map<String, List<String>> files;
  private final int badRows;
  private final AtomicInteger crawlerLooks = new AtomicInteger();
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  /**
   * @param files the lines of each file by its key
   * @param badRows how many rows the validation query will find
   */
  Lake(Map<String, List<String>> files, int badRows) {
    this.files = Map.copyOf(files);
    this.badRows = badRows;
  }

  /** Who answers which Task state. */
  TaskHandlers handlers() {
    return TaskHandlers.builder()
        .typed("List files", Bucket.class, JSON, this::list)
        .typed("Validate file", FileRequest.class, JSON, this::validate)
        .typed("Transform file", FileRequest.class, JSON, this::transform)
        .typed("Start crawler", CrawlerName.class, JSON, name -> Map.of())
        .typed("Get crawler", CrawlerName.class, JSON, this::crawler)
        .state("Run job", call -> job(call, "JobRunId", "{\"Id\":\"jr-1\",\"ExecutionTime\":702}"))
        .state(
            "Run validation query",
            call ->
                job(
                    call,
                    "QueryExecutionId",
                    "{\"QueryExecution\":{\"QueryExecutionId\":\"q-1\"}}"))
        .state("Get query results", call -> rows())
        .resource("arn:aws:states:::sns:publish", call -> publish(call))
        .build();
  }

  /** The subjects of the messages that were sent, in order. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  private Listing list(Bucket request) {
    return new Listing(
        new TreeMap<>(files)
            .entrySet().stream()
                .filter(file -> file.getKey().startsWith(request.prefix()))
                .map(file -> new Entry(file.getKey(), file.getValue().size()))
                .toList());
  }

  private Check validate(FileRequest request) {
    List<String> lines = files.getOrDefault(request.key(), List.of());
    if (lines.isEmpty()) {
      throw StateFailed.of("Files.Invalid", "The file is empty.");
    }
    return new Check(lines.size());
  }

  private Transformed transform(FileRequest request) {
    int rows = files.getOrDefault(request.key(), List.of()).size();
    return new Transformed(request.key().replace(".csv", ".parquet"), "transformed", rows);
  }

  /** The crawler is done after some looks; each look comes half a minute after the last. */
  private CrawlerAnswer crawler(CrawlerName request) {
    long looked = crawlerLooks.incrementAndGet() * 30L;
    String state = looked < CRAWLING.toSeconds() ? "RUNNING" : "READY";
    return new CrawlerAnswer(new Crawler(request.name(), state));
  }

  /** A job: the service answers at once, and the result comes when the job is done. */
  private static JsonNode job(TaskCall call, String idField, String result)
      throws InterruptedException {
    call.submitted(JSON.createObjectNode().put(idField, "1"));
    call.sleep(JOB);
    return Json.parse(result);
  }

  private JsonNode rows() {
    return Json.parse(
        "{\"ResultSet\":{\"Rows\":[{\"Data\":[{\"VarCharValue\":\"_col0\"}]},{\"Data\":[{\"VarCharValue\":\"%d\"}]}]}}"
            .formatted(badRows));
  }

  private JsonNode publish(TaskCall call) {
    Message message = call.arguments(Message.class, JSON);
    notices.add(message.subject());
    return JSON.valueToTree(new Notice("n-" + notices.size()));
  }
}
