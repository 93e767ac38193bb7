package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;
import java.util.ArrayList;
import java.util.List;

/** Parses retriers and catchers. */
final class RecoveryParser {

  private final Findings findings;
  private final Queries queries;
  private final FlowParser flows;

  RecoveryParser(Context context) {
    this.findings = context.findings();
    this.queries = context.queries();
    this.flows = new FlowParser(context);
  }

  List<Retrier> retriers(FieldReader state) {
    List<Retrier> retriers = new ArrayList<>();
    for (FieldReader fields : parts(state, "Retry", Shapes.RETRIER)) {
      retriers.add(
          new Retrier(
              errorEquals(fields),
              fields.whole("IntervalSeconds", Retrier.DEFAULT_INTERVAL_SECONDS),
              fields.whole("MaxAttempts", Retrier.DEFAULT_MAX_ATTEMPTS),
              fields.decimal("BackoffRate", Retrier.DEFAULT_BACKOFF_RATE),
              fields.whole("MaxDelaySeconds", Retrier.NO_MAX_DELAY),
              fields
                  .text("JitterStrategy")
                  .filter("FULL"::equals)
                  .map(full -> Retrier.Jitter.FULL)
                  .orElse(Retrier.Jitter.NONE)));
    }
    return retriers;
  }

  List<Catcher> catchers(FieldReader state) {
    List<Catcher> catchers = new ArrayList<>();
    for (FieldReader fields : parts(state, "Catch", Shapes.CATCHER)) {
      catchers.add(
          new Catcher(
              errorEquals(fields),
              fields.text("Next").orElse(""),
              output(fields),
              flows.assign(fields, JsonataScope.ERROR_OUTPUT)));
    }
    return catchers;
  }

  private Catcher.Output output(FieldReader fields) {
    if (!fields.isJsonata()) {
      return new Catcher.AtResultPath(
          fields.value("ResultPath").map(queries::resultPath).orElseGet(queries::wholeResult));
    }
    return new Catcher.Computed(
        fields
            .value("Output")
            .map(
                spot ->
                    queries.jsonataTemplate(spot, fields.location(spot), JsonataScope.ERROR_OUTPUT))
            .orElseGet(Template::errorOutput));
  }

  private List<FieldReader> parts(FieldReader state, String name, Shape shape) {
    List<FieldReader> parts = new ArrayList<>();
    for (Spot part : state.items(name)) {
      if (part.node().isObject()) {
        parts.add(state.inside(part, shape));
      } else {
        reportWrongType(part, "an object", "Object");
      }
    }
    return parts;
  }

  private List<String> errorEquals(FieldReader fields) {
    List<String> names = new ArrayList<>();
    for (Spot name : fields.items("ErrorEquals")) {
      if (name.node().isTextual()) {
        names.add(name.node().textValue());
      } else {
        reportWrongType(name, "a string", "String");
      }
    }
    return names;
  }

  private void reportWrongType(Spot spot, String expected, String awsType) {
    findings.add(
        spot,
        Diagnostic.error(
                Codes.WRONG_TYPE,
                "This must be " + expected + ", but is " + Words.found(spot.node()) + ".")
            .aws("Expected value of type " + awsType, spot.awsLocation()));
  }
}
