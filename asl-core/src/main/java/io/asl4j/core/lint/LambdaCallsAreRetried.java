package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Severity;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.Set;

/** A task that calls Lambda retries the errors that pass by themselves. */
final class LambdaCallsAreRetried implements Rule {

  private static final Set<String> PASSING =
      Set.of(
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
          "States.ALL",
          "States.TaskFailed");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.type().equals("Task") && callsLambda(state))
        .filter(state -> !retriesPassingErrors(state))
        .forEach(
            state ->
                findings.addAtKey(
                    state.spot(),
                    Diagnostic.of(
                            LintCodes.UNRETRIED_LAMBDA,
                            Severity.INFO,
                            Words.quoted(state.spot().name())
                                + " calls Lambda, but does not retry its passing errors.")
                        .hint("`asl explain ASL6106` shows the retrier that AWS advises")));
  }

  private static boolean callsLambda(StateOutline state) {
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    return resource.kind() == Resource.Kind.LAMBDA_FUNCTION || resource.type().equals("lambda");
  }

  private static boolean retriesPassingErrors(StateOutline state) {
    return Recovery.retriers(state).stream()
        .flatMap(retrier -> retrier.errors().stream())
        .anyMatch(error -> PASSING.contains(error.node().textValue()));
  }
}
