package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Temporal's in-memory test environment on one workload. */
public final class TemporalJob implements Job {

  private static final String QUEUE = "benchmark";
  private static final LongAdder CALLS = new LongAdder();
  private static final Map<String, Object> RECORD = Samples.recordAsMap();

  /** More than so many at once and the environment loses workflow tasks to its own deadlines. */
  private static final int MOST_PARKED = 200;

  /** Public because Temporal makes proxies of it. */
  @ActivityInterface
  public interface Activities {
    /** A fixed record. */
    Map<String, Object> noop();
  }

  /** Public because Temporal makes proxies of it. */
  @WorkflowInterface
  public interface Chain {
    /** Waits, then calls so many activities and merges their results. */
    @WorkflowMethod
    Map<String, Object> run(Map<String, Object> order, int tasks, int seconds);
  }

  /** What Temporal instantiates for each execution. */
  public static final class ChainWorkflow implements Chain {
    private final Activities activities =
        Workflow.newActivityStub(
            Activities.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofMinutes(1)).build());

    @Override
    public Map<String, Object> run(Map<String, Object> order, int tasks, int seconds) {
      if (seconds > 0) {
        Workflow.sleep(Duration.ofSeconds(seconds));
      }
      Map<String, Object> state = new LinkedHashMap<>(order);
      for (int i = 1; i <= tasks; i++) {
        state.put("r" + i, activities.noop());
      }
      return state;
    }
  }

  private static final class CountedActivities implements Activities {
    @Override
    public Map<String, Object> noop() {
      CALLS.increment();
      return RECORD;
    }
  }

  private final Workload workload;
  private final int size;
  private final TestWorkflowEnvironment environment;
  private final Map<String, Object> order = Samples.orderAsMap();

  TemporalJob(Workload workload, int size) {
    this.workload = workload;
    this.size = Math.min(size, MOST_PARKED);
    environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false)
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
                .build());
    Worker worker = environment.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(ChainWorkflow.class);
    worker.registerActivitiesImplementations(new CountedActivities());
    environment.start();
  }

  private WorkflowStub start(int tasks, int seconds) {
    WorkflowClient client = environment.getWorkflowClient();
    Chain chain =
        client.newWorkflowStub(
            Chain.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    WorkflowExecution unused = WorkflowClient.start(chain::run, order, tasks, seconds);
    return WorkflowStub.fromTyped(chain);
  }

  @Override
  public Object run() {
    if (workload == Workload.CHAIN) {
      return start(10, 0).getResult(Map.class);
    }
    List<WorkflowStub> open = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      open.add(start(1, 1));
    }
    Object last = order;
    for (WorkflowStub execution : open) {
      last = execution.getResult(Map.class);
    }
    return last;
  }

  @Override
  public void check(Object result) {
    JsonNode output = new ObjectMapper().valueToTree(result);
    if (workload == Workload.CHAIN) {
      Samples.checkChain(output);
    } else if (!output.has("r1")) {
      throw new IllegalStateException("The park ended as " + output);
    }
  }

  @Override
  public long calls() {
    return CALLS.sum();
  }

  @Override
  public long callsPerRun() {
    return workload == Workload.CHAIN ? 10 : size;
  }

  @Override
  public int size(int asked) {
    return size;
  }

  @Override
  public void close() {
    environment.close();
  }
}
