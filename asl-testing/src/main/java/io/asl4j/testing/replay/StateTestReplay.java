package io.asl4j.testing.replay;

/** Tests of one state alone. */
final class StateTestReplay implements KindReplay {

  @Override
  public Outcome replay(RecordedCase recorded) {
    return Outcome.notSupported("Testing one state alone is not part of asl4j yet.");
  }
}
