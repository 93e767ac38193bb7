package io.asl4j.testing.replay;

/**
 * Replays recorded cases: does again what was asked of the service, and compares the answers.
 *
 * <p>Executions run in modelled time, answered with what the recording says that tasks answered;
 * nothing outside of this process is touched.
 */
public final class Replay {

  private Replay() {}

  /**
   * Replays one case. Never throws for what a case holds; safe to call from many threads.
   *
   * @throws InterruptedException when the calling thread is interrupted
   */
  public static ReplayReport run(RecordedCase recorded) throws InterruptedException {
    Outcome outcome;
    try {
      outcome = kind(recorded).replay(recorded);
    } catch (RuntimeException | StackOverflowError bug) {
      outcome = Outcome.failed("asl4j stopped at a mistake of its own: " + bug);
    }
    return ReplayReport.of(recorded, outcome);
  }

  private static KindReplay kind(RecordedCase recorded) {
    return switch (recorded.kind()) {
      case EXECUTION, EXPRESS_SYNC -> new ExecutionReplay();
      case CREATE_ERROR -> new CreationReplay();
      case VALIDATE -> new ValidationReplay();
      case TEST_STATE -> new StateTestReplay();
      case API -> new ApiReplay();
    };
  }
}
