package io.asl4j.testing.replay;

import java.util.Optional;

/**
 * What came of replaying one case.
 *
 * @param id names the case
 * @param area groups cases
 * @param kind what was asked of the service
 * @param verdict how it went
 * @param reason for a case that failed, where our run first left the recording, in several lines;
 *     for one that is not supported, why; empty for one that passed
 */
public record ReplayReport(
    String id, String area, RecordedCase.Kind kind, Verdict verdict, String reason) {

  /** How a replay went. */
  public enum Verdict {
    /** Outcome and history are those of the recording. */
    PASSED,
    /** Something differs. */
    FAILED,
    /** The case cannot be replayed, so nothing was compared. */
    NOT_SUPPORTED
  }

  static ReplayReport of(RecordedCase recorded, Outcome outcome) {
    return new ReplayReport(
        recorded.id(), recorded.area(), recorded.kind(), outcome.verdict(), outcome.reason());
  }

  /** What differs; empty unless the case failed. */
  public Optional<String> divergence() {
    return verdict == Verdict.FAILED ? Optional.of(reason) : Optional.empty();
  }
}
