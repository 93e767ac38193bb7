package io.asl4j.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The meters of one registry, each registered when it is needed first. Thread-safe. */
final class Meters {

  private record Key(Metric metric, List<String> values) {}

  private final MeterRegistry registry;
  private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();
  private final Map<Key, AtomicLong> gauges = new ConcurrentHashMap<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  Counter counter(Metric metric, String... values) {
    return counters.computeIfAbsent(
        new Key(metric, List.of(values)),
        key ->
            Counter.builder(metric.key())
                .description(metric.description())
                .tags(tags(key))
                .register(registry));
  }

  Timer timer(Metric metric, String... values) {
    return timers.computeIfAbsent(
        new Key(metric, List.of(values)),
        key ->
            Timer.builder(metric.key())
                .description(metric.description())
                .tags(tags(key))
                .register(registry));
  }

  /** What the gauge shows. */
  AtomicLong gauge(Metric metric, String... values) {
    return gauges.computeIfAbsent(
        new Key(metric, List.of(values)),
        key -> {
          AtomicLong shown = new AtomicLong();
          Gauge unused =
              Gauge.builder(metric.key(), shown, AtomicLong::doubleValue)
                  .description(metric.description())
                  .tags(tags(key))
                  .strongReference(true)
                  .register(registry);
          return shown;
        });
  }

  private static List<Tag> tags(Key key) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < key.values().size(); i++) {
      tags.add(Tag.of(key.metric().tags().get(i), key.values().get(i)));
    }
    return tags;
  }
}
