package io.asl4j.runtime.host;

import java.time.Duration;
import java.time.Instant;

/** When time is up. Pure. */
public final class Deadlines {

  private Deadlines() {}

  /**
   * So many seconds from now.
   *
   * @param seconds 0 for no deadline
   * @return {@link Instant#MAX} for never, and for what is beyond it
   */
  public static Instant after(Instant now, long seconds) {
    boolean never = seconds == 0 || seconds >= Duration.between(now, Instant.MAX).toSeconds();
    return never ? Instant.MAX : now.plusSeconds(seconds);
  }
}
