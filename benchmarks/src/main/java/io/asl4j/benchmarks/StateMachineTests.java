package io.asl4j.benchmarks;

import io.asl4j.core.json.SourceText;
import io.asl4j.testing.TestExecution;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.trace.Definition;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long 1,000 unit tests of a state machine take: ten states with retries, waits of days and a
 * Parallel; on two threads, in one JVM, under 50 seeds.
 */
public final class StateMachineTests {

  private static final int TESTS = 1_000;
  private static final int SEEDS = 50;
  private static final String MACHINE =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "Receive",
        "States": {
          "Receive": { "Type": "Pass", "Assign": { "order": "{% $states.input %}" }, "Next": "Check" },
          "Check": {
            "Type": "Task", "Resource": "svc:check",
            "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2, "MaxAttempts": 3 } ],
            "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Refused" } ],
            "Next": "Large?"
          },
          "Large?": {
            "Type": "Choice",
            "Choices": [ { "Condition": "{% $order.amount > 500 %}", "Next": "Sleep over it" } ],
            "Default": "Both"
          },
          "Sleep over it": { "Type": "Wait", "Seconds": 86400, "Next": "Both" },
          "Both": {
            "Type": "Parallel",
            "Branches": [
              { "StartAt": "Book", "States": { "Book": { "Type": "Task", "Resource": "svc:book", "End": true } } },
              { "StartAt": "Tell", "States": { "Tell": { "Type": "Task", "Resource": "svc:tell", "End": true } } }
            ],
            "Next": "Cool down"
          },
          "Cool down": { "Type": "Wait", "Seconds": 3600, "Next": "Done" },
          "Done": { "Type": "Succeed", "Output": "{% { 'amount': $order.amount, 'both': $states.input } %}" },
          "Refused": { "Type": "Fail", "Error": "Refused" }
        }
      }
      """;

  private StateMachineTests() {}

  /** Prints the figures. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    PrintStream out = System.out;
    Definition machine = Definition.parse(SourceText.of("benchmark.asl.json", MACHINE));
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      long start = System.nanoTime();
      List<String> first = all(machine, 0, threads);
      out.printf("%d tests, cold: %d ms%n", TESTS, millisSince(start));
      long slowest = 0;
      long whole = System.nanoTime();
      for (int seed = 1; seed < SEEDS; seed++) {
        long one = System.nanoTime();
        List<String> other = all(machine, seed, threads);
        slowest = Math.max(slowest, millisSince(one));
        if (!other.equals(first)) {
          throw new IllegalStateException("Seed " + seed + " gives other results than seed 0.");
        }
      }
      out.printf(
          "%d tests, warm: %d ms on average, %d ms at most%n",
          TESTS, millisSince(whole) / (SEEDS - 1), slowest);
      out.printf("%d seeds give the same results%n", SEEDS);
    }
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private static List<String> all(Definition machine, long seed, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<String>> running = new ArrayList<>();
    for (int i = 0; i < TESTS; i++) {
      int number = i;
      running.add(threads.submit(() -> one(machine, seed, number)));
    }
    List<String> results = new ArrayList<>();
    for (Future<String> each : running) {
      results.add(each.get());
    }
    return results;
  }

  private static String one(Definition machine, long seed, int number) {
    TestRun run = TestRun.of(machine).seed(seed);
    int failures = number % 5;
    if (failures > 0) {
      run.mocks().state("Check").fails("Busy").times(failures).returns("{}");
    } else {
      run.mocks().state("Check").returns("{}");
    }
    run.mocks().resource("svc:*").computes(input -> input).after(Duration.ofSeconds(number % 7));
    TestExecution execution = run.execute("{\"amount\": " + number + "}");
    String expected = failures == 4 ? "FAILED" : "SUCCEEDED";
    if (!execution.status().equals(expected)) {
      throw new IllegalStateException("Test " + number + " went wrong.\n" + execution);
    }
    return execution.status() + execution.path() + execution.output() + execution.took();
  }
}
