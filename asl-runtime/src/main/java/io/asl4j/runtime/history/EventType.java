package io.asl4j.runtime.history;

/**
 * The types of history events, named as AWS Step Functions names them ({@link #toString()}).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">AWS
 *     Step Functions API, HistoryEvent</a>
 */
public enum EventType {
  /** The first event. */
  EXECUTION_STARTED("ExecutionStarted"),
  /** The last event of an execution that succeeded. */
  EXECUTION_SUCCEEDED("ExecutionSucceeded"),
  /** The last event of an execution that failed. */
  EXECUTION_FAILED("ExecutionFailed"),
  /** The last event of an execution that was stopped. */
  EXECUTION_ABORTED("ExecutionAborted"),
  /** The last event of an execution that took too long. */
  EXECUTION_TIMED_OUT("ExecutionTimedOut"),
  /** An unsuccessful execution goes on. */
  EXECUTION_REDRIVEN("ExecutionRedriven"),
  /** A Pass state begins. */
  PASS_STATE_ENTERED("PassStateEntered"),
  /** A Pass state ends. */
  PASS_STATE_EXITED("PassStateExited"),
  /** A Task state begins. */
  TASK_STATE_ENTERED("TaskStateEntered"),
  /** A Task state ends. */
  TASK_STATE_EXITED("TaskStateExited"),
  /** A Task state will not end, because its scope failed. */
  TASK_STATE_ABORTED("TaskStateAborted"),
  /** A Choice state begins. */
  CHOICE_STATE_ENTERED("ChoiceStateEntered"),
  /** A Choice state ends. */
  CHOICE_STATE_EXITED("ChoiceStateExited"),
  /** A Wait state begins. */
  WAIT_STATE_ENTERED("WaitStateEntered"),
  /** A Wait state ends. */
  WAIT_STATE_EXITED("WaitStateExited"),
  /** A Wait state will not end, because its scope failed. */
  WAIT_STATE_ABORTED("WaitStateAborted"),
  /** A Succeed state begins. */
  SUCCEED_STATE_ENTERED("SucceedStateEntered"),
  /** A Succeed state ends. */
  SUCCEED_STATE_EXITED("SucceedStateExited"),
  /** A Fail state begins; there is no event for its end. */
  FAIL_STATE_ENTERED("FailStateEntered"),
  /** A Parallel state begins. */
  PARALLEL_STATE_ENTERED("ParallelStateEntered"),
  /** A Parallel state starts its branches, once for each attempt. */
  PARALLEL_STATE_STARTED("ParallelStateStarted"),
  /** All branches of a Parallel state have succeeded. */
  PARALLEL_STATE_SUCCEEDED("ParallelStateSucceeded"),
  /** A branch has failed and is not retried. */
  PARALLEL_STATE_FAILED("ParallelStateFailed"),
  /** A Parallel state will not end, because its scope failed. */
  PARALLEL_STATE_ABORTED("ParallelStateAborted"),
  /** A Parallel state ends. */
  PARALLEL_STATE_EXITED("ParallelStateExited"),
  /** A Map state begins. */
  MAP_STATE_ENTERED("MapStateEntered"),
  /** A Map state starts on its items, once for each attempt. */
  MAP_STATE_STARTED("MapStateStarted"),
  /** All iterations of a Map state are done. */
  MAP_STATE_SUCCEEDED("MapStateSucceeded"),
  /** A Map state has failed and is not retried. */
  MAP_STATE_FAILED("MapStateFailed"),
  /** A Map state will not end, because its scope failed. */
  MAP_STATE_ABORTED("MapStateAborted"),
  /** A Map state ends. */
  MAP_STATE_EXITED("MapStateExited"),
  /** An iteration of an inline Map begins. */
  MAP_ITERATION_STARTED("MapIterationStarted"),
  /** An iteration of an inline Map has succeeded. */
  MAP_ITERATION_SUCCEEDED("MapIterationSucceeded"),
  /** An iteration of an inline Map has failed. */
  MAP_ITERATION_FAILED("MapIterationFailed"),
  /** An iteration of an inline Map is stopped, because another one failed. */
  MAP_ITERATION_ABORTED("MapIterationAborted"),
  /** The Map Run of a Distributed Map begins. */
  MAP_RUN_STARTED("MapRunStarted"),
  /** The Map Run of a Distributed Map has succeeded. */
  MAP_RUN_SUCCEEDED("MapRunSucceeded"),
  /** The Map Run of a Distributed Map has failed. */
  MAP_RUN_FAILED("MapRunFailed"),
  /** The Map Run of a Distributed Map was stopped. */
  MAP_RUN_ABORTED("MapRunAborted"),
  /** The Map Run of a Distributed Map goes on after a failure. */
  MAP_RUN_REDRIVEN("MapRunRedriven"),
  /** A service integration is about to be called. */
  TASK_SCHEDULED("TaskScheduled"),
  /** A service integration is called. */
  TASK_STARTED("TaskStarted"),
  /** The call could not be made. */
  TASK_START_FAILED("TaskStartFailed"),
  /** A job or callback task was handed over; the state waits for its end. */
  TASK_SUBMITTED("TaskSubmitted"),
  /** A job or callback task could not be handed over. */
  TASK_SUBMIT_FAILED("TaskSubmitFailed"),
  /** A service integration has answered. */
  TASK_SUCCEEDED("TaskSucceeded"),
  /** A service integration has failed. */
  TASK_FAILED("TaskFailed"),
  /** A service integration took too long. */
  TASK_TIMED_OUT("TaskTimedOut"),
  /** A function is about to be called. */
  LAMBDA_FUNCTION_SCHEDULED("LambdaFunctionScheduled"),
  /** A function is called. */
  LAMBDA_FUNCTION_STARTED("LambdaFunctionStarted"),
  /** A function has answered. */
  LAMBDA_FUNCTION_SUCCEEDED("LambdaFunctionSucceeded"),
  /** A function has failed. */
  LAMBDA_FUNCTION_FAILED("LambdaFunctionFailed"),
  /** A function took too long. */
  LAMBDA_FUNCTION_TIMED_OUT("LambdaFunctionTimedOut"),
  /** A function could not be scheduled. */
  LAMBDA_FUNCTION_SCHEDULE_FAILED("LambdaFunctionScheduleFailed"),
  /** A function could not be started. */
  LAMBDA_FUNCTION_START_FAILED("LambdaFunctionStartFailed"),
  /** An activity task is ready for a worker. */
  ACTIVITY_SCHEDULED("ActivityScheduled"),
  /** A worker has taken an activity task. */
  ACTIVITY_STARTED("ActivityStarted"),
  /** An activity task is done. */
  ACTIVITY_SUCCEEDED("ActivitySucceeded"),
  /** An activity task has failed. */
  ACTIVITY_FAILED("ActivityFailed"),
  /** An activity task took too long. */
  ACTIVITY_TIMED_OUT("ActivityTimedOut"),
  /** An activity task could not be scheduled. */
  ACTIVITY_SCHEDULE_FAILED("ActivityScheduleFailed"),
  /** A JSONata expression has failed. */
  EVALUATION_FAILED("EvaluationFailed");

  private final String awsName;
  private final String stateType;

  EventType(String awsName) {
    this.awsName = awsName;
    this.stateType =
        awsName.endsWith("StateEntered")
            ? awsName.substring(0, awsName.length() - "StateEntered".length())
            : "";
  }

  /** The type of the state that the event enters, such as {@code Task}; otherwise empty. */
  String enteredStateType() {
    return stateType;
  }

  /** Whether it is the last event of an execution. */
  public boolean endsExecution() {
    return switch (this) {
      case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> true;
      default -> false;
    };
  }

  /** The name that AWS uses. */
  @Override
  public String toString() {
    return awsName;
  }
}
