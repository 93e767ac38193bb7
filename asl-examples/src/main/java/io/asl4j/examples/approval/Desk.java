package io.asl4j.examples.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The people of a document approval, and the archive. Thread-safe.
 *
 * <p>A person answers some time after being asked, or never: then the token is not handed back, and
 * the state times out.
 */
final class Desk {

  record Document(String title, String author, String reviewer, int embargoDays) {}

  record Registered(String id) {}

  record Decision(boolean approved, String by, String comment) {}

  record PublishRequest(String id, String approvedBy) {}

  record Published(String url) {}

  record Receipt(@JsonProperty("MessageId") String messageId) {}

  /** What a person does when asked. */
  record Person(Duration thinkingTime, Decision decision) {}

  private static final ObjectMapper JSON = Json.newMapper();

  private final Optional<Person> reviewer;
  private final Optional<Person> manager;
  private final Queue<String> letters = new ConcurrentLinkedQueue<>();

  /**
   * @param reviewer empty for one who never answers
   * @param manager empty for one who never answers
   */
  Desk(Optional<Person> reviewer, Optional<Person> manager) {
    this.reviewer = reviewer;
    this.manager = manager;
  }

  /** Who answers which Task state. */
  TaskHandlers handlers() {
    return TaskHandlers.builder()
        .typed("Register document", Document.class, JSON, this::register)
        .state("Ask reviewer", call -> ask(call, reviewer))
        .state("Ask manager", call -> ask(call, manager))
        .state("Remind reviewer", this::remind)
        .typed("Publish document", PublishRequest.class, JSON, this::publish)
        .build();
  }

  /** The letters that were written, in order. */
  List<String> letters() {
    return List.copyOf(letters);
  }

  private Registered register(Document document) {
    return new Registered("doc-" + document.title().length());
  }

  private JsonNode ask(TaskCall call, Optional<Person> person) throws InterruptedException {
    letters.add(call.stateName());
    JsonNode receipt = JSON.valueToTree(new Receipt("m-" + letters.size()));
    call.submitted(receipt);
    if (person.isPresent()) {
      call.sleep(person.get().thinkingTime());
      JsonNode decision = JSON.valueToTree(person.get().decision());
      call.tokens().succeed(call.taskToken().orElseThrow(), decision);
    }
    return receipt;
  }

  private JsonNode remind(TaskCall call) {
    letters.add(call.request().arguments().path("Message").asText());
    return JSON.valueToTree(new Receipt("m-" + letters.size()));
  }

  private Published publish(PublishRequest request) {
    return new Published("https://docs.example.com/" + request.id());
  }
}
