package io.asl4j.testing.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Many recorded cases: found in folders, and replayed several at a time. */
public final class ReplaySuite {

  private ReplaySuite() {}

  /**
   * The case files under a folder, its own folders included: those that end in {@code .json}, in
   * order of their paths. A path that is a file is given back as it is.
   *
   * @throws IOException if there is no such file or folder
   */
  public static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new CaseUnreadable(path + ": there is no such file or folder.");
      }
      return List.of(path);
    }
    try (Stream<Path> found = Files.walk(path)) {
      return List.copyOf(
          new TreeSet<>(
              found
                  .filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                  .toList()));
    }
  }

  /**
   * Replays cases, as many at once as there are processors.
   *
   * @param each told of every case as soon as it is done, on the calling thread, in no fixed order
   * @return the reports in order of ids
   * @throws InterruptedException when the calling thread is interrupted; what is under way is
   *     stopped
   */
  public static List<ReplayReport> run(List<RecordedCase> cases, Consumer<ReplayReport> each)
      throws InterruptedException {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("replay-", 0).factory());
    try {
      CompletionService<ReplayReport> running = new ExecutorCompletionService<>(pool);
      cases.forEach(recorded -> running.submit(() -> Replay.run(recorded)));
      List<ReplayReport> reports = new ArrayList<>();
      while (reports.size() < cases.size()) {
        ReplayReport report = running.take().get();
        each.accept(report);
        reports.add(report);
      }
      reports.sort(Comparator.comparing(ReplayReport::id));
      return List.copyOf(reports);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("A replay ended by a defect: " + bug.getCause(), bug);
    } finally {
      pool.shutdownNow();
    }
  }
}
