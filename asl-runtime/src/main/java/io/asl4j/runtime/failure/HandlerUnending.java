package io.asl4j.runtime.failure;

/**
 * Ends a task handler in modelled time that swallows every interrupt and sleeps on: time would
 * never move again. An error, so that handlers that catch any exception do not catch it.
 */
public final class HandlerUnending extends Error {

  private static final long serialVersionUID = 1L;

  /** Names the state, and says what its handler should do. */
  public HandlerUnending(String message) {
    super(message, null, false, false);
  }
}
