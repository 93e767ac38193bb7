package io.asl4j.testing.replay;

import java.nio.file.Path;

/**
 * What came of replaying one case.
 *
 * @param id names the case
 * @param area groups cases
 * @param kind what was asked of the service, as case files spell it; {@code unreadable} for a file
 *     that is no case
 * @param verdict how it went
 * @param reason for a case that failed, where our run first left the recording, in several lines;
 *     for one that is not supported, why; empty for one that passed
 */
public record ReplayReport(String id, String area, String kind, Verdict verdict, String reason) {

  /** How a replay went. */
  public enum Verdict {
    /** Outcome and history are those of the recording. */
    PASSED,
    /** Something differs, or the case cannot be read. */
    FAILED,
    /** The case cannot be replayed, so nothing was compared. */
    NOT_SUPPORTED
  }

  static ReplayReport of(RecordedCase recorded, Outcome outcome) {
    return new ReplayReport(
        recorded.id(),
        recorded.area(),
        recorded.kind().toString(),
        outcome.verdict(),
        outcome.reason());
  }

  /** A file that is no case counts as a case that failed. */
  public static ReplayReport unreadable(Path file, CaseUnreadable why) {
    return new ReplayReport(
        file.toString(),
        "unreadable",
        "unreadable",
        Verdict.FAILED,
        why.getMessage() == null ? "The file cannot be read." : why.getMessage());
  }
}
