package io.asl4j.testing.junit;

import static io.asl4j.testing.assertion.AslAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestClock;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.coverage.CoverageReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@AslTest
@AslMachine("greeting.asl.json")
class AslExtensionTest {

  @BeforeEach
  void mockBothSides(Mocks mocks) {
    mocks.resource("svc:*").returns("1");
  }

  @Test
  void runMocksAndClockBelongTogether(TestRun run, Mocks mocks, TestClock clock) {
    clock.startAt(Instant.parse("2027-03-01T00:00:00Z"));
    mocks.state("Left").returns("2");

    assertThat(run.execute("{}")).succeeded().output().isEqualTo("[2, 1]");
    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-01T00:01:00Z"));
    assertThat(clock.elapsed()).isEqualTo(Duration.ofMinutes(1));
  }

  @SeededTest(5)
  void runsUnderSeveralSeeds(TestRun run) {
    assertThat(run.seed()).isBetween(0L, 4L);
    assertThat(run.execute("{}")).succeeded();
  }

  @Nested
  class Inside {
    @Test
    @AslSeed(99)
    void takesTheMachineOfTheOuterClass(TestRun run) {
      assertThat(run.seed()).isEqualTo(99);
      assertThat(run.definition().states()).containsKey("Greet");
    }
  }

  @Test
  void aFailingTestTellsItsSeed() {
    EngineExecutionResults results = execute(Failing.class, Path.of("unused"), false);

    assertThat(results.testEvents().failed().count()).isEqualTo(1);
    Throwable failure =
        results.testEvents().failed().stream()
            .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
            .flatMap(result -> result.getThrowable().stream())
            .findFirst()
            .orElseThrow();
    assertThat(failure.getSuppressed()).anyMatch(note -> note.toString().contains("@AslSeed(7)"));
  }

  @Test
  void theRunWritesItsCoverage(@TempDir Path folder) throws IOException {
    execute(Passing.class, folder, true)
        .testEvents()
        .assertStatistics(s -> s.failed(0).succeeded(1));
    execute(Passing.class, folder, true);

    CoverageReport merged = CoverageReport.read(folder.resolve("coverage.json"));
    assertThat(merged.machines()).hasSize(1);
    assertThat(merged.machines().getFirst().counts()).containsEntry("STATE|Left|", 2L);
    assertThat(folder.resolve("index.html")).content().contains("<svg class=\"graph\"");
    assertThat(folder.resolve("lcov.info")).content().contains("end_of_record");
    assertThat(folder.resolve("jacoco.xml"))
        .content()
        .contains("<sourcefile name=\"greeting.asl.json\">");
  }

  @Test
  void testsRunSideBySide(@TempDir Path folder) throws IOException {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(SideBySide.class))
            .configurationParameter("asl4j.test.kit", "true")
            .configurationParameter("asl4j.coverage.dir", folder.toString())
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
            .execute();

    results.testEvents().assertStatistics(s -> s.failed(0).succeeded(200));
    assertThat(CoverageReport.read(folder.resolve("coverage.json")).machines().getFirst().counts())
        .containsEntry("STATE|Left|", 200L);
  }

  @Test
  void aRunUnderTheGateFails() {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Failing.class))
            .configurationParameter("asl4j.test.kit", "true")
            .configurationParameter("asl4j.coverage.failUnder", "0.99")
            .execute();

    assertThat(results.containerEvents().failed().count()).isEqualTo(1);
  }

  private static EngineExecutionResults execute(Class<?> test, Path folder, boolean coverage) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(test))
            .configurationParameter("asl4j.test.kit", "true");
    if (coverage) {
      kit.configurationParameter("asl4j.coverage.dir", folder.toString());
    }
    return kit.execute();
  }

  /** Lets the classes below run only inside of the tests above. */
  static final class InTheKit implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return context.getConfigurationParameter("asl4j.test.kit").isPresent()
          ? ConditionEvaluationResult.enabled("It is run by another test.")
          : ConditionEvaluationResult.disabled("It is a part of another test.");
    }
  }

  @ExtendWith(InTheKit.class)
  @AslTest
  @AslMachine("greeting.asl.json")
  @Execution(ExecutionMode.CONCURRENT)
  static final class SideBySide {
    @SeededTest(200)
    void hasItsOwnMocksAndClock(TestRun run, Mocks mocks, TestClock clock) {
      Instant start = Instant.EPOCH.plusSeconds(run.seed());
      clock.startAt(start);
      mocks.state("Left").returns("" + run.seed());
      mocks.state("Right").returns("0");

      assertThat(run.execute("{}")).succeeded().output().isEqualTo("[" + run.seed() + ", 0]");
      assertThat(clock.instant()).isEqualTo(start.plusSeconds(60));
    }
  }

  @ExtendWith(InTheKit.class)
  static final class Passing {
    @RegisterExtension
    final AslExtension greeting = AslExtension.machine("io/asl4j/testing/junit/greeting.asl.json");

    @Test
    void greets(TestRun run) {
      run.mocks().resource("svc:*").returns("1");
      assertThat(run.execute("{}")).succeeded();
    }
  }

  @ExtendWith(InTheKit.class)
  @AslTest
  @AslMachine("greeting.asl.json")
  static final class Failing {
    @Test
    @AslSeed(7)
    void fails(TestRun run) {
      run.mocks().resource("svc:*").fails("No");
      assertThat(run.execute("{}")).succeeded();
    }
  }
}
