package io.asl4j.testing.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.validate.AwsVerdict;
import java.util.Optional;

/** Definitions that the service refused: with the same error and the same words. */
final class CreationReplay implements KindReplay {

  @Override
  public Outcome replay(RecordedCase recorded) {
    JsonNode expect = recorded.expect();
    if (!expect.path("error").asText().equals("InvalidDefinition")) {
      return Outcome.notSupported(
          "The service refused the call with `%s`, which does not depend on the definition."
              .formatted(Named.cut(expect.path("error").asText())));
    }
    Optional<String> message = verdict(recorded).creationError();
    if (message.isEmpty()) {
      return Outcome.failed(
          "The definition is accepted, but the service refuses it: "
              + Named.value(expect.path("message")));
    }
    return new Matching(recorded)
        .compare(expect.path("message"), TextNode.valueOf(message.get()))
        .map(difference -> Outcome.failed("message: " + difference))
        .orElse(Outcome.PASSED);
  }

  static AwsVerdict verdict(RecordedCase recorded) {
    AslOptions options = recorded.isExpress() ? AslOptions.express() : AslOptions.standard();
    return AwsVerdict.of(
        Asl.parse(SourceText.of(recorded.id(), recorded.definition()), options).diagnostics());
  }
}
