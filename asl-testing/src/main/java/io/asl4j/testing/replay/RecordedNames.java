package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.Names;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the recorded machine and execution were called, as far as the recording shows it; the rest
 * is made up.
 */
record RecordedNames(Names names, Optional<String> executionName) {

  private static final String HIDDEN_ACCOUNT = "111111111111";
  private static final Pattern EXECUTION =
      Pattern.compile(
          "arn:[^:]+:states:([^:<>]+):([0-9]{12}):(?:execution|express):([^:<>]+):([^:<>]+)(?::.*)?");
  private static final Pattern MACHINE =
      Pattern.compile(
          "arn:[^:]+:states:([^:<>]+):([0-9]{12}):(?:stateMachine|mapRun):([^:/<>]+)(?:[:/].*)?");

  static RecordedNames of(RecordedCase recorded) {
    JsonNode expect = recorded.expect();
    for (String answer : new String[] {"describe", "response"}) {
      Matcher execution = EXECUTION.matcher(expect.path(answer).path("executionArn").asText());
      if (execution.matches()) {
        return new RecordedNames(
            names(execution.group(3), execution.group(1), execution.group(2), recorded),
            Optional.of(execution.group(4)));
      }
    }
    for (JsonNode event : expect.path("history")) {
      Matcher run = MACHINE.matcher(event.path("mapRunArn").asText());
      if (run.matches()) {
        return new RecordedNames(
            names(run.group(3), run.group(1), run.group(2), recorded), Optional.empty());
      }
    }
    return new RecordedNames(
        names("StateMachine", "us-east-1", HIDDEN_ACCOUNT, recorded), Optional.empty());
  }

  private static Names names(String machine, String region, String account, RecordedCase recorded) {
    String role = role(recorded.expect().path("history"));
    return new Names(
        machine,
        region,
        account,
        role == null
            ? "arn:aws:iam::%s:role/service-role/StepFunctions-%s".formatted(account, machine)
            : role);
  }

  private static @Nullable String role(JsonNode history) {
    JsonNode role = history.path(0).path("roleArn");
    return role.isTextual() ? role.textValue() : null;
  }
}
