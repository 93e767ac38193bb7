package io.asl4j.core.query.jsonata;

/**
 * Whether the evaluation that made a sequence still runs. Once it is over its sequences are plain
 * arrays to everybody, so that a result can be the input of the next evaluation uncopied.
 */
final class Life {
  private boolean over;

  boolean isOver() {
    return over;
  }

  void end() {
    over = true;
  }
}
