package io.asl4j.testing.replay;

/**
 * How a replay went.
 *
 * @param reason empty if it passed
 */
record Outcome(ReplayReport.Verdict verdict, String reason) {

  static final Outcome PASSED = new Outcome(ReplayReport.Verdict.PASSED, "");

  static Outcome failed(String divergence) {
    return new Outcome(ReplayReport.Verdict.FAILED, divergence);
  }

  static Outcome notSupported(String why) {
    return new Outcome(ReplayReport.Verdict.NOT_SUPPORTED, why);
  }
}
