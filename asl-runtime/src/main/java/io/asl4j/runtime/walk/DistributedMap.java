package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.ItemReader;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Evaluation;
import io.asl4j.core.query.QueryFailed;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventDetails;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.map.ItemStream;
import io.asl4j.runtime.map.ReadRequest;
import io.asl4j.runtime.map.Tolerance;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a Distributed Map: a Map Run, in which each item or batch is a child execution of
 * its own.
 */
final class DistributedMap {

  private static final JsonNode NO_CONFIG = JsonNodeFactory.instance.objectNode();

  private final ScopeWalk walk;
  private final State.Map map;
  private final Frame frame;
  private final StateView view;

  DistributedMap(ScopeWalk walk, State.Map map, Frame frame, StateView view) {
    this.walk = walk;
    this.map = map;
    this.frame = frame;
    this.view = view;
  }

  /** Runs all children; gives what the state makes of their results. */
  JsonNode run() {
    JsonNode effective = Entry.effectiveInput(map.flow(), frame.input(), view);
    Evaluation evaluation = Evaluation.of(effective, view);
    ItemReader reader = map.reader().orElse(null);
    JsonNode items = reader == null ? ItemList.arrayOrObject(map.items(), evaluation) : null;
    int atOnce = Concurrency.of(map, evaluation, walk.run().limits().openBranches());
    Trail trail = walk.trail();
    trail.add(
        EventType.MAP_STATE_STARTED, new EventDetails.MapStarted(items == null ? 0 : items.size()));
    Tolerance tolerance = tolerance(map, evaluation);
    ReadRequest request = reader == null ? null : request(reader, evaluation);
    MapRun mapRun = MapRun.of(walk.run(), map.label(), view.random());
    trail.add(EventType.MAP_RUN_STARTED, new EventDetails.MapRun(mapRun.arn()));
    try {
      return run(mapRun, evaluation, atOnce, tolerance, items, request);
    } catch (QueryFailed query) {
      throw runFailed(walk.failed(map, frame, query));
    } catch (StateFailed failure) {
      throw runFailed(failure);
    }
  }

  private StateFailed runFailed(StateFailed failure) {
    if (!failure.isFatal()) {
      walk.trail()
          .add(
              EventType.MAP_RUN_FAILED,
              new EventDetails.Failure(failure.error(), failure.causeText()));
    }
    return failure;
  }

  private JsonNode run(
      MapRun mapRun,
      Evaluation evaluation,
      int atOnce,
      Tolerance tolerance,
      @Nullable JsonNode items,
      @Nullable ReadRequest request) {
    Trail trail = walk.trail();
    long started = trail.last();
    try (ItemStream stream =
            items != null ? ItemStream.ofStateData(items) : walk.host().read(orThrow(request));
        MapRunResults results = MapRunResults.open(walk.host(), map, evaluation, mapRun)) {
      Children children =
          new Children(walk, map, frame, view, evaluation, mapRun, stream, tolerance, results);
      children.run(atOnce);
      JsonNode result = results.finish();
      long succeeded = trail.addAside(EventType.MAP_RUN_SUCCEEDED, started, EventDetails.none());
      trail.addAside(EventType.MAP_STATE_SUCCEEDED, succeeded, EventDetails.none());
      return result;
    }
  }

  private static ReadRequest orThrow(@Nullable ReadRequest request) {
    if (request == null) {
      throw new IllegalStateException("A Map has neither items nor an item reader.");
    }
    return request;
  }

  /** What the item reader asks for. */
  static ReadRequest request(ItemReader reader, Evaluation evaluation) {
    long maxItems = Quantities.integer(reader.maxItems(), evaluation);
    JsonNode config = reader.config().evaluate(evaluation);
    return new ReadRequest(
        reader.resource(),
        reader.arguments().evaluate(evaluation),
        config.isObject() ? config : NO_CONFIG,
        maxItems == Quantities.ABSENT ? 0 : maxItems);
  }

  /** How many failures the Map tolerates. */
  static Tolerance tolerance(State.Map map, Evaluation evaluation) {
    long count = Quantities.integer(map.toleratedFailureCount(), evaluation);
    try {
      return new Tolerance(
          count == Quantities.ABSENT ? 0 : count,
          Quantities.number(map.toleratedFailurePercentage(), evaluation).orElse(BigDecimal.ZERO));
    } catch (StateFailed outOfRange) {
      throw QueryFailed.runtime("ToleratedFailure", String.valueOf(outOfRange.causeText()));
    }
  }

  /** The unique part of a name, drawn like every other random number of the state. */
  static UUID unique(java.util.random.RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
