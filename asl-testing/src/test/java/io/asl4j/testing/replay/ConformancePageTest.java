package io.asl4j.testing.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.testing.replay.ReplayReport.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformancePageTest {

  private static final List<ReplayReport> REPORTS =
      List.of(
          new ReplayReport("a/one", "a", "execution", Verdict.PASSED, ""),
          new ReplayReport("a/two", "a", "execution", Verdict.FAILED, "event 3: | differs\nmore"),
          new ReplayReport("b/odd", "b", "execution", Verdict.FAILED, "event 4"),
          new ReplayReport("b/untold", "b", "execution", Verdict.NOT_SUPPORTED, "Nobody knows."),
          new ReplayReport("c/call", "c", "api", Verdict.NOT_SUPPORTED, "Not part of it."));

  @TempDir Path folder;

  private DivergenceReasons reasons(String yaml) throws Exception {
    return DivergenceReasons.read(Files.writeString(folder.resolve("reasons.yaml"), yaml));
  }

  @Test
  void countsByAreaAndExplainsEachFailure() throws Exception {
    DivergenceReasons known =
        reasons(
            """
            - id: b/*
              aws: counts twice
              ours: counts once
              why: Nobody can tell what twice is.
            """);

    String page = ConformancePage.of(REPORTS, known);

    assertThat(page.lines())
        .contains(
            "| a | 1 | 1 | 0 |",
            "| b | 0 | 1 | 1 |",
            "| **all** | 1 | 2 | 2 |",
            "| `a/two` | event 3: \\| differs | | not explained yet |",
            "| `b/odd` | counts twice | counts once | Nobody can tell what twice is. |",
            "| all of kind `api` | 1 | Not part of it. |",
            "| `b/untold` | 1 | Nobody knows. Nobody can tell what twice is. |");
    assertThat(ConformancePage.of(REPORTS, known)).isEqualTo(page);
  }

  @Test
  void saysWhereAReasonIsIncomplete() {
    assertThatThrownBy(() -> reasons("- id: a\n  aws: b\n  ours: c\n"))
        .isInstanceOf(CaseUnreadable.class)
        .hasMessageContaining("reasons.yaml:1:3: A reason needs a text `why`, found missing.");
    assertThatThrownBy(() -> reasons("a: b"))
        .isInstanceOf(CaseUnreadable.class)
        .hasMessageContaining("Reasons are a list, not an object.");
  }
}
