package io.asl4j.testing.junit;

import io.asl4j.testing.TestRun;
import io.asl4j.testing.coverage.Coverage;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Where the extension keeps what belongs to one test, and to the whole test run. */
record RunStore(ExtensionContext context) {

  private static final Namespace NAMESPACE = Namespace.create(AslExtension.class);

  static RunStore of(ExtensionContext context) {
    return new RunStore(context);
  }

  private ExtensionContext.Store store() {
    return context.getStore(NAMESPACE);
  }

  void seed(long seed) {
    store().put("seed", seed);
  }

  Optional<Long> seed() {
    return Optional.ofNullable(store().get("seed", Long.class));
  }

  Optional<TestRun> run() {
    return Optional.ofNullable(store().get("run " + context.getUniqueId(), TestRun.class));
  }

  void run(TestRun run) {
    store().put("run " + context.getUniqueId(), run);
  }

  /** What all tests of the run reach together; written when the run ends. */
  Coverage coverage() {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("coverage", key -> CoverageOutput.of(context), CoverageOutput.class)
        .coverage();
  }
}
