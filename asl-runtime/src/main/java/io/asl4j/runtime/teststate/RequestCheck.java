package io.asl4j.runtime.teststate;

import io.asl4j.core.model.Resource;
import io.asl4j.core.model.State;
import org.jspecify.annotations.Nullable;

/** Checks whether a state can be tested in the way that a request asks for. */
final class RequestCheck {

  private final Subject subject;

  RequestCheck(Subject subject) {
    this.subject = subject;
  }

  /** Refuses what needs a mock where there is none. */
  void withoutMock(TestStateRequest.Said said) {
    StateConfiguration configuration = said.configuration();
    needsMock(configuration.mapIterationFailureCount(), "MapIterationFailureCount");
    needsMock(configuration.retrierRetryCount(), "RetrierRetryCount");
    needsMock(configuration.errorCausedByState(), "ErrorCausedByState");
    needsMock(configuration.mapItemReaderData(), "MapItemReaderData");
    needsMock(said.context(), "Context");
    requireRunnable(said.roleArn() != null);
  }

  private static void needsMock(@Nullable Object given, String what) {
    if (given != null) {
      throw TestStateRejected.validation(
          "TestState does not support %s when a mock is not specified.".formatted(what));
    }
  }

  /**
   * Refuses a state whose work cannot be done for a test.
   *
   * @param hasRole whether somebody is named in whose name a task may be done
   */
  void requireRunnable(boolean hasRole) {
    switch (subject.state()) {
      case State.Map map -> throw notAlone();
      case State.Parallel parallel -> throw notAlone();
      case State.Task task -> {
        requireImmediate(task.resource());
        if (!hasRole) {
          throw TestStateRejected.validation("RoleArn must be specified when testing a Task state");
        }
      }
      case State.Pass pass -> {}
      case State.Wait wait -> {}
      case State.Choice choice -> {}
      case State.Succeed succeed -> {}
      case State.Fail fail -> {}
    }
  }

  private static TestStateRejected notAlone() {
    return definition(
        "TestState API does not support Map or Parallel states. Supported state types include:"
            + " [Task, Wait, Pass, Succeed, Fail, Choice]");
  }

  private static void requireImmediate(Resource resource) {
    if (resource.kind() == Resource.Kind.ACTIVITY) {
      throw definition("TestState API does not support Activity tasks.");
    }
    if (resource.pattern() != Resource.Pattern.REQUEST_RESPONSE) {
      throw definition(
          "TestState API does not support '.sync' or '.waitForTaskToken' integration patterns.");
    }
  }

  private static TestStateRejected definition(String message) {
    return TestStateRejected.of(TestStateRejected.Code.INVALID_DEFINITION, message);
  }

  /** Refuses what does not go with a mock. */
  void withMock(boolean revealsSecrets, StateConfiguration configuration) {
    if (!(subject.state() instanceof State.Working)) {
      throw TestStateRejected.validation(
          "State type '%s' is not supported when a mock is specified"
              .formatted(subject.definition().path("Type").asText()));
    }
    if (revealsSecrets) {
      throw TestStateRejected.validation(
          "TestState does not support RevealSecrets when a mock is specified.");
    }
    String source = configuration.errorCausedByState();
    boolean isInside =
        source == null
            || source.equals(subject.state().name())
            || subject.innerNames().contains(source);
    if (!isInside) {
      throw TestStateRejected.validation(
          "ErrorCausedByState must name a state inside the tested Map or Parallel state, but '%s' is none."
              .formatted(source));
    }
    State.Map map = subject.state() instanceof State.Map found ? found : null;
    boolean hasReader = map != null && map.reader().isPresent();
    if (hasReader && configuration.mapItemReaderData() == null) {
      throw TestStateRejected.validation(
          "ItemReader data must be specified when testing a Map state with ItemReader specified.");
    }
    if (!hasReader && configuration.mapItemReaderData() != null) {
      throw TestStateRejected.validation(
          "MapItemReaderData is only for a Map state with an ItemReader.");
    }
    if (map == null && configuration.mapIterationFailureCount() != null) {
      throw TestStateRejected.validation("MapIterationFailureCount is only for a Map state.");
    }
  }
}
