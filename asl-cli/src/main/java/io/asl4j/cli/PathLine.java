package io.asl4j.cli;

import java.time.Instant;

/**
 * One line of the path of a run.
 *
 * @param at when, by the clock of the execution
 * @param depth how far it is indented
 * @param mark what it says
 * @param iteration the index of the Map iteration, such as {@code [3]}; may be empty
 * @param name of the state
 * @param detail the rest; may be empty
 */
record PathLine(Instant at, int depth, Mark mark, String iteration, String name, String detail) {

  /** What a line says about a state. */
  enum Mark {
    DONE("✓"),
    CHOSEN("◇"),
    OPENED("▾"),
    CHILD("▸"),
    WAITS("…"),
    AGAIN("↻"),
    CAUGHT("↷"),
    STOPPED("–"),
    FAILED("✗");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    String painted(Paint paint) {
      return switch (this) {
        case DONE -> paint.green(sign);
        case FAILED -> paint.red(sign);
        case AGAIN, CAUGHT -> paint.yellow(sign);
        case CHOSEN, OPENED, CHILD -> paint.cyan(sign);
        case WAITS, STOPPED -> paint.dim(sign);
      };
    }
  }
}
