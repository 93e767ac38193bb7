package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.core.model.Resource;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.Execution;
import io.asl4j.runtime.ExecutionRequest;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.Names;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Runs other state machines for {@code startExecution}, {@code startExecution.sync} and {@code
 * startExecution.sync:2}.
 *
 * <p>The first form answers at once, and what it started goes on; the other two wait for the end,
 * stop the child when the task is cancelled or times out, and fail with {@code States.TaskFailed}
 * and the description of the child when it did not succeed. In modelled time a child has a clock of
 * its own that begins at the time of its parent, and its parent then waits for as long as the child
 * took. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html">AWS
 *     Step Functions, Start a new execution</a>
 */
public final class StartExecution implements TaskHandler, AutoCloseable {

  /** The {@code Resource} of the form that answers at once. */
  public static final String RESOURCE = "arn:aws:states:::states:startExecution";

  /** How many names of executions are remembered, so that none is given twice. */
  private static final int REMEMBERED = 10_000;

  private final Definitions definitions;
  private final Supplier<Engine.Builder> engines;
  private final boolean modelledTime;
  private final Map<String, Engine> byMachine = new ConcurrentHashMap<>();
  private final Set<Execution> detached = ConcurrentHashMap.newKeySet();
  private final Map<String, Boolean> namesGiven =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  private StartExecution(
      Definitions definitions, Supplier<Engine.Builder> engines, boolean modelledTime) {
    this.definitions = definitions;
    this.engines = engines;
    this.modelledTime = modelledTime;
  }

  /**
   * Starts children in real time.
   *
   * @param engines gives a fresh builder with handlers, listeners and limits for the children's
   *     engine, called when the first child of a machine starts; names are set here
   */
  public static StartExecution inRealTime(
      Definitions definitions, Supplier<Engine.Builder> engines) {
    return new StartExecution(definitions, engines, false);
  }

  /** The same in modelled time; the start of the clock is set here. */
  public static StartExecution inModelledTime(
      Definitions definitions, Supplier<Engine.Builder> engines) {
    return new StartExecution(definitions, engines, true);
  }

  /** Binds the three forms to this handler. */
  public TaskHandlers handlers() {
    return TaskHandlers.builder()
        .resource(RESOURCE, this)
        .resource(RESOURCE + ".sync", this)
        .resource(RESOURCE + ".sync:2", this)
        .build();
  }

  /** The children's handlers may want the threads that it would wait on. */
  @Override
  public boolean onlyWaits() {
    return true;
  }

  @Override
  public JsonNode handle(TaskCall call) throws InterruptedException {
    JsonNode arguments = call.request().arguments();
    JsonNode arn = arguments.path("StateMachineArn");
    if (!arn.isTextual()) {
      throw StateFailed.runtime(
          "The Parameters '%s' could not be used to start the Task: [The field 'StateMachineArn' is required but was missing]"
              .formatted(Json.write(arguments)));
    }
    String machineName = Definitions.machineName(arn.textValue());
    StateMachine machine =
        definitions
            .find(machineName)
            .orElseThrow(
                () ->
                    refused(
                        "StateMachineDoesNotExist",
                        "State Machine Does Not Exist: '%s'".formatted(arn.textValue())));
    Child child =
        new Child(machine, names(machineName, call), arn.textValue(), input(arguments), call.now());
    Optional<String> name =
        arguments.path("Name").isTextual()
            ? Optional.of(arguments.path("Name").textValue())
            : Optional.empty();
    return modelledTime ? runInModelledTime(call, child, name) : runInRealTime(call, child, name);
  }

  /** A child before it starts. */
  private record Child(
      StateMachine machine, Names names, String machineArn, JsonNode input, Instant startAt) {
    ExecutionRequest request(Optional<String> name) {
      ExecutionRequest request = ExecutionRequest.of(input);
      return name.map(request::withName).orElse(request);
    }
  }

  private JsonNode runInRealTime(TaskCall call, Child child, Optional<String> name)
      throws InterruptedException {
    Engine engine =
        byMachine.computeIfAbsent(
            child.names().machineName(), machine -> engines.get().names(child.names()).build());
    Execution execution = start(engine, child, name);
    if (!waits(call)) {
      detached.removeIf(earlier -> !earlier.isRunning());
      detached.add(execution);
      return Descriptions.started(execution, child.startAt());
    }
    call.submitted(Descriptions.started(execution, child.startAt()));
    ExecutionResult result = await(execution);
    return described(call, child, execution, result, call.now());
  }

  private JsonNode runInModelledTime(TaskCall call, Child child, Optional<String> name)
      throws InterruptedException {
    LastEvent last = new LastEvent(child.startAt());
    try (Engine engine =
        engines.get().names(child.names()).virtualTime(child.startAt()).listener(last).build()) {
      Execution execution = start(engine, child, name);
      if (waits(call)) {
        call.submitted(Descriptions.started(execution, child.startAt()));
      }
      ExecutionResult result = await(execution);
      if (!waits(call)) {
        return Descriptions.started(execution, child.startAt());
      }
      call.sleep(Duration.between(child.startAt(), last.at));
      return described(call, child, execution, result, last.at);
    }
  }

  private Execution start(Engine engine, Child child, Optional<String> name) {
    ExecutionRequest request;
    try {
      request = child.request(name);
    } catch (IllegalArgumentException invalid) {
      throw refused("InvalidName", String.valueOf(invalid.getMessage()));
    }
    if (name.isPresent()) {
      String whole = child.names().machineName() + ":" + name.get();
      if (namesGiven.putIfAbsent(whole, true) != null) {
        String prefix = child.machineArn().replace(":stateMachine:", ":execution:");
        throw refused(
            "ExecutionAlreadyExists",
            "Execution Already Exists: '%s:%s'".formatted(prefix, name.get()));
      }
    }
    try {
      return engine.start(child.machine(), request);
    } catch (IllegalArgumentException tooLarge) {
      throw refused("Validation", String.valueOf(tooLarge.getMessage()));
    }
  }

  private static ExecutionResult await(Execution execution) throws InterruptedException {
    try {
      return execution.result().get();
    } catch (InterruptedException cancelled) {
      execution.stop(null, null);
      throw cancelled;
    } catch (ExecutionException broken) {
      Throwable cause = broken.getCause();
      throw StateFailed.runtime(
          "The execution %s could not go on: %s"
              .formatted(execution.arn(), cause == null ? broken : cause.getMessage()));
    }
  }

  private static JsonNode described(
      TaskCall call, Child child, Execution execution, ExecutionResult result, Instant end) {
    boolean asJson = call.resource().pattern() == Resource.Pattern.SYNC_2;
    JsonNode description =
        Descriptions.ended(
            execution, result, child.input(), child.machineArn(), child.startAt(), end, asJson);
    if (result instanceof ExecutionResult.Succeeded) {
      return description;
    }
    throw StateFailed.of(ErrorName.TASK_FAILED, Json.write(description));
  }

  private static boolean waits(TaskCall call) {
    return call.resource().pattern() != Resource.Pattern.REQUEST_RESPONSE;
  }

  /** The child lives in the region and account of its parent. */
  private static Names names(String machineName, TaskCall call) {
    Names names = Names.of(machineName);
    String[] parts = call.executionArn().split(":", 6);
    return parts.length == 6 ? new Names(machineName, parts[3], parts[4], names.roleArn()) : names;
  }

  /** {@code Input} may be JSON or a text with JSON in it; nothing and null are an empty object. */
  private static JsonNode input(JsonNode arguments) {
    JsonNode input = arguments.path("Input");
    if (input.isMissingNode() || input.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!input.isTextual()) {
      return input;
    }
    try {
      return Json.parse(input.textValue());
    } catch (JsonSyntaxFailed wrong) {
      throw refused(
          "InvalidExecutionInput",
          "Invalid State Machine Execution Input: '%s'".formatted(wrong.reason()));
    }
  }

  private static StateFailed refused(String code, String message) {
    return StateFailed.of(
        "StepFunctions." + code + "Exception",
        "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
            .formatted(message, code, Descriptions.requestId(message)));
  }

  /** Waits until everything that was started without waiting has ended. */
  public void awaitDetached() throws InterruptedException {
    for (Execution execution : detached) {
      await(execution);
    }
  }

  /** Whether something that was started without waiting is still under way. */
  public boolean hasDetached() {
    return detached.stream().anyMatch(Execution::isRunning);
  }

  /** Stops all children that are under way. */
  @Override
  public void close() {
    byMachine.values().forEach(Engine::close);
  }

  /** When the last event of an execution came, by its clock. */
  private static final class LastEvent implements ExecutionListener {
    private volatile Instant at;

    LastEvent(Instant start) {
      at = start;
    }

    @Override
    public void onEvent(String executionArn, HistoryEvent event) {
      if (event.timestamp().isAfter(at)) {
        at = event.timestamp();
      }
    }
  }
}
