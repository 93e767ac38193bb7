package io.asl4j.benchmarks;

/** What every contender is asked to do. */
enum Workload {
  CHAIN("W1 chain of 10 tasks", "transition", 10),
  COUNTER("W2 counter to 1,000", "transition", 2_000),
  MAP_FREE("W3 map, 10,000 items, unlimited", "item", 10_000),
  MAP_40("W3 map, 10,000 items, 40 at once", "item", 10_000),
  MAP_SLEEP_FREE("W3s map, 1,000 items of 10 ms, unlimited", "run", 1_000),
  MAP_SLEEP_40("W3s map, 1,000 items of 10 ms, 40 at once", "run", 1_000),
  PARK_10K("W4 park, 10,000 executions", "run", 10_000),
  PARK_100K("W4 park, 100,000 executions", "run", 100_000);

  private final String title;
  private final String unit;
  private final int fullSize;

  Workload(String title, String unit, int fullSize) {
    this.title = title;
    this.unit = unit;
    this.fullSize = fullSize;
  }

  String title() {
    return title;
  }

  /** What the time of one is told: a transition, an item, or the whole run. */
  String unit() {
    return unit;
  }

  /** How many transitions, items or executions one run has. */
  int fullSize() {
    return fullSize;
  }

  /** So few that a run takes no time worth mentioning. */
  int smokeSize() {
    return switch (this) {
      case CHAIN -> 10;
      case COUNTER -> 2_000;
      case MAP_FREE, MAP_40, MAP_SLEEP_FREE, MAP_SLEEP_40 -> 50;
      case PARK_10K, PARK_100K -> 20;
    };
  }

  boolean isPark() {
    return this == PARK_10K || this == PARK_100K;
  }

  boolean isSleepingMap() {
    return this == MAP_SLEEP_FREE || this == MAP_SLEEP_40;
  }

  boolean isMap() {
    return this == MAP_FREE || this == MAP_40 || isSleepingMap();
  }

  boolean isLimited() {
    return this == MAP_40 || this == MAP_SLEEP_40;
  }
}
