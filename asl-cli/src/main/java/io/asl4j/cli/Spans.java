package io.asl4j.cli;

import java.time.Duration;

/** Lengths of time as people read them. */
final class Spans {

  private Spans() {}

  /** How long something took: {@code 340ms}, {@code 2.35s}, {@code 1m 04s}, {@code 2d 03h}. */
  static String of(Duration span) {
    if (span.toSeconds() < 1) {
      return span.toMillis() + "ms";
    }
    if (span.toMinutes() < 1) {
      return "%d.%02ds".formatted(span.toSeconds(), span.toMillisPart() / 10);
    }
    if (span.toHours() < 1) {
      return "%dm %02ds".formatted(span.toMinutes(), span.toSecondsPart());
    }
    if (span.toDays() < 1) {
      return "%dh %02dm".formatted(span.toHours(), span.toMinutesPart());
    }
    return "%dd %02dh".formatted(span.toDays(), span.toHoursPart());
  }

  /** A point in a run, seconds after its start or more, for a column: nine characters. */
  static String column(Duration sinceStart) {
    String text =
        sinceStart.toMinutes() < 1
            ? "%d.%02ds".formatted(sinceStart.toSeconds(), sinceStart.toMillisPart() / 10)
            : of(sinceStart);
    return "%9s".formatted(text);
  }
}
