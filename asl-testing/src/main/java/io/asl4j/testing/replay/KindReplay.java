package io.asl4j.testing.replay;

/** Replays the cases of one kind. */
interface KindReplay {

  Outcome replay(RecordedCase recorded) throws InterruptedException;
}
