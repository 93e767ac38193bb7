package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers of ValidateStateMachineDefinition. */
final class ValidationReplay implements KindReplay {

  @Override
  public Outcome replay(RecordedCase recorded) {
    JsonNode request = recorded.field("request");
    boolean withWarnings = request.path("severity").asText().equals("WARNING");
    JsonNode answer =
        CreationReplay.verdict(recorded)
            .validation(withWarnings, request.path("maxResults").asInt());
    return new Matching(recorded)
        .compare(recorded.expect().path("response"), answer)
        .map(difference -> Outcome.failed("response: " + difference))
        .orElse(Outcome.PASSED);
  }
}
