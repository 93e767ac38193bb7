package io.asl4j.runtime.host;

import java.time.Instant;

/**
 * Unwinds the walk of an execution that has to wait for long: it goes on from its last frame when
 * the time has come, and holds no thread until then. Meets no code but that of hosts, walk and
 * engine, none of which may take it for a failure.
 */
public final class Parked extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Instant until;

  Parked(Instant until) {
    super("The execution waits.", null, false, false);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
