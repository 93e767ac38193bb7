package io.asl4j.cli.check;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;

/**
 * Checks many files on all processors. Each worker holds one file at a time, so memory grows with
 * what is found, not with what is read; the order of the results is that of the files.
 */
public final class CheckRun {

  private CheckRun() {}

  /**
   * Checks files.
   *
   * @return what was checked, in the order of the files
   * @throws CheckRefused if a file cannot be read at all
   */
  public static List<Checked> over(List<FoundFile> files, Checker checker) {
    int workers = Math.min(Runtime.getRuntime().availableProcessors(), files.size());
    if (workers <= 1) {
      return withoutRepeats(files.stream().map(checker::check).flatMap(Optional::stream).toList());
    }
    AtomicReferenceArray<Checked> results = new AtomicReferenceArray<>(files.size());
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(pool.submit(() -> work(files, checker, results, next)));
      }
      running.forEach(CheckRun::await);
    }
    List<Checked> inOrder = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Optional.ofNullable(results.get(i)).ifPresent(inOrder::add);
    }
    return withoutRepeats(inOrder);
  }

  /**
   * What a template says of a definition file, such as its type, counts more than what can be told
   * from the file alone; and two templates may name the same file.
   */
  private static List<Checked> withoutRepeats(List<Checked> checked) {
    Set<String> named =
        checked.stream().flatMap(file -> file.named().stream()).collect(Collectors.toSet());
    Set<Diagnostic> seen = new HashSet<>();
    return checked.stream()
        .map(file -> named.contains(file.file()) ? file.with(Diagnostics.none()) : file)
        .map(file -> file.with(fresh(file, seen)))
        .toList();
  }

  private static Diagnostics fresh(Checked file, Set<Diagnostic> seen) {
    return Diagnostics.of(file.diagnostics().stream().filter(seen::add).toList());
  }

  private static void work(
      List<FoundFile> files,
      Checker checker,
      AtomicReferenceArray<Checked> results,
      AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      int at = i;
      checker.check(files.get(at)).ifPresent(checked -> results.set(at, checked));
    }
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CheckRefused refused) {
        throw refused;
      }
      throw new IllegalStateException(
          "Checking a file failed at a mistake of asl4j.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckRefused("The check was interrupted.");
    }
  }
}
