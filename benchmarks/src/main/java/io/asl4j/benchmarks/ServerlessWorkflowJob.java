package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serverlessworkflow.api.types.DurationInline;
import io.serverlessworkflow.api.types.Task;
import io.serverlessworkflow.api.types.TaskItem;
import io.serverlessworkflow.api.types.TimeoutAfter;
import io.serverlessworkflow.api.types.WaitTask;
import io.serverlessworkflow.api.types.Workflow;
import io.serverlessworkflow.fluent.func.FuncDoTaskBuilder;
import io.serverlessworkflow.fluent.func.FuncWorkflowBuilder;
import io.serverlessworkflow.impl.WorkflowApplication;
import io.serverlessworkflow.impl.WorkflowDefinition;
import io.serverlessworkflow.impl.WorkflowModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The CNCF Serverless Workflow SDK on one workload, with Java functions on plain Java objects, its
 * fastest way.
 */
final class ServerlessWorkflowJob implements Job {

  private static final int SECONDS = 1;

  private final Workload workload;
  private final int size;
  private final Map<String, Object> record = Samples.recordAsMap();
  private final LongAdder calls = new LongAdder();
  private final WorkflowApplication application = WorkflowApplication.builder().build();
  private final WorkflowDefinition definition;
  private final Map<String, Object> input;

  ServerlessWorkflowJob(Workload workload, int size) {
    this.workload = workload;
    this.size = size;
    this.definition = application.workflowDefinition(workflow(SECONDS));
    this.input =
        switch (workload) {
          case CHAIN, PARK_10K, PARK_100K -> Samples.orderAsMap();
          case COUNTER -> Map.of("i", 0);
          case MAP_FREE, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 -> Map.of("items", items(size));
        };
  }

  private static List<Map<String, Object>> items(int count) {
    List<Map<String, Object>> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(Map.of("id", i, "name", "item-" + i));
    }
    return items;
  }

  private Workflow workflow(int seconds) {
    FuncWorkflowBuilder builder = FuncWorkflowBuilder.workflow("benchmark-" + seconds);
    return switch (workload) {
      case CHAIN -> builder.tasks(tasks -> chain(tasks, 10)).build();
      case MAP_FREE ->
          builder
              .tasks(
                  tasks ->
                      tasks.forEach(
                          "each",
                          each ->
                              each.collection(ServerlessWorkflowJob::itemsOf).tasks(this::oneItem)))
              .build();
      case PARK_10K, PARK_100K -> park(builder, seconds);
      case COUNTER, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 ->
          throw new IllegalStateException("No workflow for " + workload);
    };
  }

  private void chain(FuncDoTaskBuilder tasks, int length) {
    for (int i = 1; i <= length; i++) {
      String name = "r" + i;
      Function<Map<String, Object>, Map<String, Object>> merge = state -> merged(state, name);
      tasks.function(name, task -> task.function(merge, mapType()));
    }
  }

  private Workflow park(FuncWorkflowBuilder builder, int seconds) {
    Workflow workflow = builder.tasks(tasks -> chain(tasks, 1)).build();
    WaitTask wait =
        new WaitTask()
            .withWait(
                // Its 7.13.4 counts the milliseconds of a wait and forgets its seconds.
                new TimeoutAfter()
                    .withDurationInline(new DurationInline().withMilliseconds(1_000 * seconds)));
    List<TaskItem> tasks = new ArrayList<>();
    tasks.add(new TaskItem("wait", new Task().withWaitTask(wait)));
    tasks.addAll(workflow.getDo());
    workflow.setDo(tasks);
    return workflow;
  }

  @SuppressWarnings("unchecked") // the library wants a class, which has no parameters
  private static Class<Map<String, Object>> mapType() {
    return (Class<Map<String, Object>>) (Class<?>) Map.class;
  }

  @SuppressWarnings("unchecked") // made above
  private static Collection<?> itemsOf(Map<String, Object> state) {
    return (Collection<Object>) state.getOrDefault("items", List.of());
  }

  private Map<String, Object> oneItem(Map<String, Object> state, Map<String, Object> item) {
    calls.increment();
    return item;
  }

  private Map<String, Object> merged(Map<String, Object> state, String name) {
    calls.increment();
    Map<String, Object> next = new LinkedHashMap<>(state);
    next.put(name, record);
    return next;
  }

  @Override
  public Object run() {
    if (!workload.isPark()) {
      return definition.instance(input).start().join().asJavaObject();
    }
    List<CompletableFuture<WorkflowModel>> open = open(definition);
    Object last = input;
    for (CompletableFuture<WorkflowModel> execution : open) {
      last = execution.join().asJavaObject();
    }
    return last;
  }

  private List<CompletableFuture<WorkflowModel>> open(WorkflowDefinition waiting) {
    List<CompletableFuture<WorkflowModel>> open = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      open.add(waiting.instance(input).start());
    }
    return open;
  }

  @Override
  public AutoCloseable park(int seconds) {
    List<CompletableFuture<WorkflowModel>> open =
        open(application.workflowDefinition(workflow(seconds)));
    return () -> open.forEach(CompletableFuture::join);
  }

  @Override
  public void check(Object result) {
    JsonNode output = new ObjectMapper().valueToTree(result);
    switch (workload) {
      case CHAIN -> Samples.checkChain(output);
      case PARK_10K, PARK_100K -> {
        if (!output.has("r1")) {
          throw new IllegalStateException("The park ended as " + output);
        }
      }
      // The result of a loop is that of its last turn: the SDK collects none.
      case MAP_FREE -> {
        if (output.path("id").intValue() != size - 1) {
          throw new IllegalStateException("The loop ended as " + output);
        }
      }
      case COUNTER, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 ->
          throw new IllegalStateException("No workflow for " + workload);
    }
  }

  @Override
  public long calls() {
    return calls.sum();
  }

  @Override
  public long callsPerRun() {
    return size;
  }

  @Override
  public void close() {
    application.close();
  }
}
