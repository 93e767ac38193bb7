package io.asl4j.runtime;

import java.time.Instant;

/** The two kinds of host. */
enum Kind {
  REAL,
  MODELLED;

  static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");

  Engine.Builder engine() {
    Engine.Builder builder = Engine.builder();
    return switch (this) {
      case REAL -> builder;
      case MODELLED -> builder.virtualTime(START);
    };
  }
}
