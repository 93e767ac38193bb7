package io.asl4j.cli.report;

import io.asl4j.cli.check.Checked;
import java.io.PrintWriter;
import java.util.List;

/** One way of writing down what a check found. */
@FunctionalInterface
public interface Report {

  /**
   * Writes a whole report; lines end with {@code \n}.
   *
   * @param files every file that was checked, also those without findings, in their order
   */
  void write(List<Checked> files, PrintWriter to);
}
