package io.asl4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every workload for every contender, each in a process of its own, and writes the page. */
public final class Suite {

  private static final Path PAGE = Path.of("docs", "performance.md");
  private static final int COLD_STARTS = 11;

  /** Java that makes a cache in one step. */
  private static final int FIRST_WITH_CACHE = 25;

  private final PrintStream progress;
  private final Processes processes;
  private final boolean quick;

  private Suite(PrintStream progress, boolean quick) {
    this.progress = progress;
    this.processes = new Processes();
    this.quick = quick;
  }

  /**
   * Measures.
   *
   * @param arguments {@code quick} for a first look: the table goes to standard output; otherwise
   *     it goes into {@code docs/performance.md} of the working directory. Names of workloads
   *     besides, such as {@code CHAIN}, {@code COLD} or {@code JSONATA}, measure only those and
   *     write to standard output, too
   */
  public static void main(String[] arguments) throws Exception {
    List<String> wanted = new ArrayList<>(List.of(arguments));
    boolean quick = wanted.remove("quick");
    Suite suite = new Suite(System.out, quick);
    Report report = suite.measure(wanted);
    if (quick || !wanted.isEmpty()) {
      System.out.println(report.text());
    } else {
      write(report);
      System.out.println("Written: " + PAGE);
    }
    System.exit(0);
  }

  private static void write(Report report) throws IOException {
    String page = Files.readString(PAGE);
    Files.writeString(PAGE, report.into(page));
  }

  private Report measure(List<String> wanted) throws IOException, InterruptedException {
    Report report = new Report(Machine.look(), quick);
    for (Workload workload : Workload.values()) {
      if (isWanted(wanted, workload.name())) {
        for (Contender contender : Contender.values()) {
          trial(workload, contender).ifPresent(report::add);
        }
      }
    }
    if (isWanted(wanted, "COLD")) {
      coldStarts(report);
    }
    if (isWanted(wanted, "JSONATA")) {
      progress.println("JSONata, side by side ...");
      report.add(JsonataFigures.measure(quick));
    }
    return report;
  }

  private static boolean isWanted(List<String> wanted, String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  private Optional<Figure> trial(Workload workload, Contender contender)
      throws IOException, InterruptedException {
    if (!contender.does(workload)) {
      return Optional.empty();
    }
    progress.println(workload.title() + ": " + contender.title() + " ...");
    Trial.Plan plan = plan(workload);
    return processes
        .run(
            List.of("-Xmx4g"),
            Trial.class,
            List.of(
                workload.name(),
                contender.name(),
                Double.toString(plan.warmUp().toMillis() / 1_000.0),
                Long.toString(plan.iteration().toMillis()),
                Integer.toString(plan.iterations())))
        .lines()
        .filter(Figure::isLine)
        .map(Figure::parse)
        .findFirst();
  }

  private Trial.Plan plan(Workload workload) {
    if (workload.isPark()) {
      return new Trial.Plan(Duration.ofMillis(quick ? 1 : 1_500), Duration.ZERO, quick ? 1 : 5);
    }
    return quick
        ? new Trial.Plan(Duration.ofMillis(500), Duration.ofMillis(100), 3)
        : new Trial.Plan(Duration.ofSeconds(4), Duration.ofMillis(300), 8);
  }

  private void coldStarts(Report report) throws IOException, InterruptedException {
    for (Contender contender :
        List.of(
            Contender.LIMIT,
            Contender.ASL_JSONPATH,
            Contender.ASL_JSONATA,
            Contender.SERVERLESS_WORKFLOW,
            Contender.TEMPORAL)) {
      progress.println("W5 cold start: " + contender.title() + " ...");
      report.add(coldStart(contender, contender.title(), List.of()));
    }
    if (Runtime.version().feature() < FIRST_WITH_CACHE) {
      progress.println("W5 cold start: no AOT cache before Java " + FIRST_WITH_CACHE);
      return;
    }
    for (Contender contender : List.of(Contender.ASL_JSONPATH, Contender.ASL_JSONATA)) {
      report.add(coldStartFromCache(contender));
    }
  }

  /** With the cache that Java makes of a run before (JEP 514, Java 25). */
  private ColdStart.Figure coldStartFromCache(Contender contender)
      throws IOException, InterruptedException {
    progress.println("W5 cold start: " + contender.title() + ", AOT cache ...");
    Path cache = Files.createTempDirectory("asl4j-benchmarks").resolve("chain.aot");
    Processes.Result trained =
        processes.run(
            List.of("-XX:AOTCacheOutput=" + cache),
            ColdStart.class,
            List.of(contender.name(), ColdStart.TRAIN));
    if (trained.code() != 0 || !Files.isReadable(cache)) {
      throw new IllegalStateException("Java made no AOT cache:\n" + trained.output());
    }
    return coldStart(
        contender, contender.title() + ", AOT cache", List.of("-XX:AOTCache=" + cache));
  }

  private ColdStart.Figure coldStart(Contender contender, String title, List<String> options)
      throws IOException, InterruptedException {
    ColdStart.Figure best = new ColdStart.Figure(title, Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < (quick ? 2 : COLD_STARTS); i++) {
      long start = System.currentTimeMillis();
      Processes.Result result = processes.run(options, ColdStart.class, List.of(contender.name()));
      best = best.better(ColdStart.Figure.parse(title, start, result.lines()));
    }
    return best;
  }
}
