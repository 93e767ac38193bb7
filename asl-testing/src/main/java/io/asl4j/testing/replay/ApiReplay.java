package io.asl4j.testing.replay;

/** Calls of the service's API, which this library does not have. */
final class ApiReplay implements KindReplay {

  @Override
  public Outcome replay(RecordedCase recorded) {
    return Outcome.notSupported("The API of the service is not part of asl4j.");
  }
}
