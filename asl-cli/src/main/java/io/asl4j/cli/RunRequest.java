package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.ExecutionRequest;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param name made up when empty
 * @param seed made up when empty
 * @param virtualTime whether waits take no time
 */
record RunRequest(
    RunSources.Definition definition,
    JsonNode input,
    Optional<String> name,
    Optional<Long> seed,
    boolean virtualTime) {

  ExecutionRequest execution() {
    ExecutionRequest request = ExecutionRequest.of(input);
    ExecutionRequest named = name.map(request::withName).orElse(request);
    return seed.map(named::withSeed).orElse(named);
  }
}
