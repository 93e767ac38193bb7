package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.Evaluation;
import org.jspecify.annotations.Nullable;

/** Where a path begins. */
sealed interface Root {

  /** The document that the path looks into; null when a variable is not assigned. */
  @Nullable JsonNode document(Evaluation evaluation);

  /** {@code $}. */
  enum Input implements Root {
    INPUT;

    @Override
    public JsonNode document(Evaluation evaluation) {
      return evaluation.input();
    }
  }

  /** {@code $$}. */
  enum Context implements Root {
    CONTEXT;

    @Override
    public JsonNode document(Evaluation evaluation) {
      return evaluation.surroundings().context();
    }
  }

  /** {@code $name}. */
  record Variable(String name) implements Root {
    @Override
    public @Nullable JsonNode document(Evaluation evaluation) {
      return evaluation.surroundings().variable(name);
    }
  }
}
