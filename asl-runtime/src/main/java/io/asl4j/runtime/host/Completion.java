package io.asl4j.runtime.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import org.jspecify.annotations.Nullable;

/**
 * What came with a task token.
 *
 * @param output null for a failure
 * @param failure null for an output
 */
record Completion(@Nullable JsonNode output, @Nullable StateFailed failure) {

  JsonNode orThrow() {
    if (failure != null) {
      throw failure;
    }
    if (output == null) {
      throw new IllegalStateException("A token came back with neither output nor failure.");
    }
    return output;
  }
}
