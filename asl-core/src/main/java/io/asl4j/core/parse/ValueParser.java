package io.asl4j.core.parse;

import io.asl4j.core.model.Delay;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.model.Text;
import io.asl4j.core.query.Rfc3339;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Parses fields that hold a fixed value in one form and a computed one in another. */
final class ValueParser {

  private static final String PATH = "Path";

  /** The numbers of Map states, whose paths AWS was seen to refuse into the context object. */
  private static final Set<String> MAP_NUMBERS =
      Set.of(
          "MaxConcurrency",
          "ToleratedFailureCount",
          "ToleratedFailurePercentage",
          "MaxItems",
          "MaxItemsPerBatch",
          "MaxInputBytesPerBatch");

  private final Queries queries;

  ValueParser(Queries queries) {
    this.queries = queries;
  }

  /** Reads a number, its {@code Path} twin, or the expression that computes it. */
  Quantity quantity(FieldReader fields, String name) {
    Optional<Spot> value = fields.value(name);
    if (value.isPresent()) {
      return quantity(fields, value.get());
    }
    return fields
        .value(name + PATH)
        .<Quantity>map(
            spot ->
                new Quantity.AtPath(
                    spot.name(),
                    MAP_NUMBERS.contains(name)
                        ? queries.referencePathWithoutContext(spot, fields.location(spot))
                        : queries.referencePath(spot, fields.location(spot))))
        .orElse(Quantity.absent());
  }

  private Quantity quantity(FieldReader fields, Spot spot) {
    if (spot.node().isNumber()) {
      return new Quantity.Fixed(spot.node().decimalValue());
    }
    return new Quantity.Computed(queries.jsonata(spot, fields.location(spot), JsonataScope.INPUT));
  }

  /** Reads a string, its {@code Path} twin, or the expression that computes it. */
  Text text(FieldReader fields, String name) {
    Optional<Spot> value = fields.value(name);
    if (value.isPresent()) {
      Spot spot = value.get();
      boolean isComputed = fields.isJsonata() && queries.isExpression(spot);
      return isComputed
          ? new Text.Computed(queries.jsonata(spot, fields.location(spot), JsonataScope.INPUT))
          : new Text.Fixed(spot.node().textValue());
    }
    return fields
        .value(name + PATH)
        .<Text>map(spot -> new Text.Computed(queries.textQuery(spot, fields.location(spot))))
        .orElse(Text.Absent.ABSENT);
  }

  /**
   * Reads how long a Wait state waits; zero seconds if none of the four fields is usable, which was
   * reported.
   */
  Delay delay(FieldReader fields) {
    Quantity seconds = quantity(fields, "Seconds");
    if (!(seconds instanceof Quantity.Absent)) {
      return new Delay.Seconds(seconds);
    }
    Optional<Spot> timestamp = fields.value("Timestamp");
    if (timestamp.isPresent()) {
      return until(fields, timestamp.get());
    }
    return fields
        .value("TimestampPath")
        .<Delay>map(
            spot -> new Delay.UntilAtPath(queries.referencePath(spot, fields.location(spot))))
        .orElseGet(() -> new Delay.Seconds(new Quantity.Fixed(BigDecimal.ZERO)));
  }

  private Delay until(FieldReader fields, Spot spot) {
    return Rfc3339.parse(spot.node().textValue())
        .<Delay>map(Delay.Until::new)
        .orElseGet(
            () ->
                new Delay.UntilComputed(
                    queries.jsonata(spot, fields.location(spot), JsonataScope.INPUT)));
  }

  /** Reads JSON with queries of the state's language in it. */
  Template template(FieldReader fields, Spot spot, JsonataScope scope) {
    String location = fields.location(spot);
    return fields.isJsonata()
        ? queries.jsonataTemplate(spot, location, scope)
        : queries.payload(spot, location);
  }
}
