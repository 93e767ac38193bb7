package io.asl4j.testing.mock;

import io.asl4j.runtime.task.TaskRequest;
import java.util.List;

/** Why a call was not answered. */
public sealed interface MockProblem {

  /** The call. */
  TaskRequest request();

  /** No mock is for it. */
  record NoMock(TaskRequest request) implements MockProblem {}

  /** The mock has no answer left; it gave all of them. */
  record NoAnswerLeft(TaskRequest request, MockRule rule, int given) implements MockProblem {}

  /** Several mocks are for it, none of them more closely than the others. */
  record Ambiguous(TaskRequest request, List<MockRule> rules) implements MockProblem {}

  /** A function or condition of a mock threw something that is no failure of a state. */
  record Broken(TaskRequest request, MockRule rule, RuntimeException bug) implements MockProblem {}
}
