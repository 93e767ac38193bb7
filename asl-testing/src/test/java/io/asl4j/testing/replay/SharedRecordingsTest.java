package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.testing.replay.ReplayReport.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Replays what real executions on AWS answered, where that is at hand. */
class SharedRecordingsTest {

  @Test
  void passUnlessAReasonIsWrittenDown() throws Exception {
    Path folder = Recordings.shared();
    Assumptions.assumeTrue(Files.isDirectory(folder), "Left out: no recordings in " + folder + ".");
    DivergenceReasons reasons =
        DivergenceReasons.read(Recordings.root().resolve("docs/conformance-reasons.yaml"));
    List<RecordedCase> cases = Recordings.read(folder);
    Set<String> deterministic =
        cases.stream()
            .filter(RecordedCase::isDeterministic)
            .map(RecordedCase::id)
            .collect(Collectors.toSet());

    List<ReplayReport> reports = ReplaySuite.run(cases, report -> {});

    assertThat(reports)
        .filteredOn(report -> report.verdict() == Verdict.FAILED)
        .filteredOn(report -> deterministic.contains(report.id()))
        .filteredOn(report -> reasons.of(report.id()).isEmpty())
        .as(() -> "Failures without a reason; " + ReplaySummary.of(reports).total())
        .isEmpty();
  }
}
