package io.asl4j.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A state under way; belongs to one track and its lock. */
final class OpenState {

  /** A quiet state is spoken of after this time. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  final Instant enteredAt;
  private final long opened = WallClock.mark();
  int attempts;
  int items;
  Optional<Instant> failedAt = Optional.empty();
  String lastError = "";
  String doing = "";
  private boolean spokenOf;

  OpenState(Instant enteredAt) {
    this.enteredAt = enteredAt;
  }

  /** How long the person at the terminal has waited for it. */
  Duration openFor() {
    return WallClock.since(opened);
  }

  /** Whether it is time to say that it is still under way; true once at the most. */
  boolean isDueToBeSpokenOf() {
    if (spokenOf || openFor().compareTo(SILENCE) < 0) {
      return false;
    }
    spokenOf = true;
    return true;
  }
}
