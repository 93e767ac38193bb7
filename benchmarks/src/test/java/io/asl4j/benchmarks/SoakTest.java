package io.asl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A short soak, in a process with the limits of a small container: one processor and 64 MB. */
class SoakTest {

  @Test
  void someSecondsInASmallContainerLeaveNothingBehind() throws Exception {
    Processes.Result result =
        new Processes()
            .run(
                List.of("-XX:ActiveProcessorCount=1", "-Xmx64m"), Soak.class, List.of("0.03", "5"));

    assertThat(result.output())
        .contains("| executions started | 360 |")
        .endsWith("The soak found nothing.\n");
    assertThat(result.code()).isZero();
  }
}
