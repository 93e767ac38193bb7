package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression that only names a field in {@code $states}, such as {@code $states.input.order.id}.
 * It is read where it is: that takes no step, builds nothing, and so has no use for a budget.
 */
final class StatesPath {
  private final String[] fields;

  StatesPath(List<String> fields) {
    this.fields = fields.toArray(new String[0]);
  }

  /** The value; null where it takes more than a look into objects to tell. */
  @Nullable JsonNode find(Evaluation evaluation) {
    JsonNode found = StatesEnvironment.member(evaluation, fields[0]);
    for (int i = 1; i < fields.length && found != null; i++) {
      found = Values.plainField(found, fields[i]);
    }
    return found;
  }
}
