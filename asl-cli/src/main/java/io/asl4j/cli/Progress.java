package io.asl4j.cli;

import io.asl4j.testing.replay.ReplayReport;
import java.util.function.Consumer;

/** One line on a terminal that says how many cases are done; nothing elsewhere. */
final class Progress implements Consumer<ReplayReport> {

  private static final int EVERY = 50;

  private final Terminal terminal;
  private final int total;
  private int done;
  private int failed;

  Progress(Terminal terminal, int total) {
    this.terminal = terminal;
    this.total = total;
  }

  @Override
  public void accept(ReplayReport report) {
    done++;
    failed += report.verdict() == ReplayReport.Verdict.FAILED ? 1 : 0;
    if (terminal.live() && (done % EVERY == 0 || done == total)) {
      String line = "%d of %d replayed, %d failed".formatted(done, total, failed);
      terminal
          .err()
          .print("\r" + line + (done == total ? "\r" + " ".repeat(line.length()) + "\r" : ""));
      terminal.err().flush();
    }
  }
}
