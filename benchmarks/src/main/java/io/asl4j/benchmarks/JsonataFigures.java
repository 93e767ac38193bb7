package io.asl4j.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link JsonataBenchmark} and picks its figures. */
final class JsonataFigures {

  private static final String COMPILE = "compile: ";

  private JsonataFigures() {}

  /** Best iteration and bytes; negative when not measured. */
  record Measured(double nanos, double bytes) {
    static final Measured NOT = new Measured(-1, -1);
  }

  /** One expression, evaluated or compiled. */
  record Line(String title, Measured own, Measured dashjoin, Measured java) {}

  static List<Line> measure(boolean quick) {
    Options options =
        new OptionsBuilder()
            .include(JsonataBenchmark.class.getName())
            .forks(1)
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.milliseconds(quick ? 200 : 700))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 100 : 300))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      Collection<RunResult> results = new Runner(options).run();
      List<Line> lines = new ArrayList<>();
      for (JsonataBenchmark.Case which : JsonataBenchmark.Case.values()) {
        lines.add(
            new Line(
                "`" + which.source() + "`",
                find(results, which, "own"),
                find(results, which, "dashjoin"),
                find(results, which, "java")));
      }
      for (JsonataBenchmark.Case which : JsonataBenchmark.Case.values()) {
        lines.add(
            new Line(
                COMPILE + "`" + which.source() + "`",
                find(results, which, "compileOwn"),
                find(results, which, "compileDashjoin"),
                Measured.NOT));
      }
      return lines;
    } catch (RunnerException failed) {
      throw new IllegalStateException("JMH failed: " + failed.getMessage(), failed);
    }
  }

  private static Measured find(
      Collection<RunResult> results, JsonataBenchmark.Case which, String method) {
    for (RunResult result : results) {
      boolean isIt =
          result.getParams().getBenchmark().endsWith("." + method)
              && result.getParams().getParam("which").equals(which.name());
      if (isIt) {
        return new Measured(bestIteration(result), bytes(result));
      }
    }
    throw new IllegalStateException("JMH measured no " + method + " of " + which);
  }

  private static double bestIteration(RunResult result) {
    double best = Double.MAX_VALUE;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        best = Math.min(best, iteration.getPrimaryResult().getScore());
      }
    }
    return best;
  }

  private static double bytes(RunResult result) {
    Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return bytes == null ? -1 : bytes.getScore();
  }
}
