package io.asl4j.opentelemetry;

import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.history.Step;
import io.asl4j.runtime.history.StepEnd;
import io.asl4j.runtime.history.StepObserver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A span for each step; keeps the context with the span while the step lasts. Thread-safe. */
final class StepSpans implements StepObserver<Context> {

  private static final int LONGEST_CAUSE = 1_000;

  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> EXCEPTION_MESSAGE =
      AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> EXCEPTION_TRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private final Tracer tracer;
  private final boolean joinsTraces;

  /** Null when causes are left out. */
  private final @Nullable Redaction causes;

  /** Where executions were started whose first event is still to come. */
  private final Map<String, Context> starters = new ConcurrentHashMap<>();

  StepSpans(Tracer tracer, boolean joinsTraces, @Nullable Redaction causes) {
    this.tracer = tracer;
    this.joinsTraces = joinsTraces;
    this.causes = causes;
  }

  void startedIn(String executionArn, Context starter) {
    starters.put(executionArn, starter);
  }

  @Override
  public Context begins(Step step, @Nullable Context within, Instant at) {
    Context around = within == null ? starter(step.executionArn()) : within;
    SpanBuilder span = named(step).setStartTimestamp(at);
    if (within == null && !joinsTraces) {
      span.setNoParent();
      SpanContext starter = Span.fromContext(around).getSpanContext();
      if (starter.isValid()) {
        span.addLink(starter);
      }
    } else {
      span.setParent(around);
    }
    span.setAttribute(AslAttributes.EXECUTION_ARN, step.executionArn());
    return around.with(span.startSpan());
  }

  private Context starter(String executionArn) {
    Context starter = starters.remove(executionArn);
    return starter == null ? Context.root() : starter;
  }

  private SpanBuilder named(Step step) {
    return switch (step) {
      case Step.Execution execution -> {
        SpanBuilder span =
            tracer
                .spanBuilder("execution " + execution.machineName())
                .setAttribute(AslAttributes.MACHINE_NAME, execution.machineName())
                .setAttribute(AslAttributes.EXECUTION_NAME, execution.name());
        yield execution.redriveCount() == 0
            ? span
            : span.setAttribute(AslAttributes.REDRIVE_COUNT, (long) execution.redriveCount());
      }
      case Step.Visit visit ->
          inState("state", visit.machineName(), visit.state())
              .setAttribute(AslAttributes.STATE_TYPE, visit.type());
      case Step.Attempt attempt ->
          inState("attempt", attempt.machineName(), attempt.state())
              .setAttribute(AslAttributes.TASK_RESOURCE, attempt.resource())
              .setAttribute(AslAttributes.TASK_ATTEMPT, (long) attempt.number());
      case Step.Branch branch ->
          inState("branch", branch.machineName(), branch.state())
              .setAttribute(AslAttributes.BRANCH_INDEX, (long) branch.index());
      case Step.Item item ->
          inState("item", item.machineName(), item.state())
              .setAttribute(AslAttributes.ITEM_INDEX, (long) item.index());
    };
  }

  private SpanBuilder inState(String kind, String machine, String state) {
    return tracer
        .spanBuilder(kind + " " + state)
        .setAttribute(AslAttributes.MACHINE_NAME, machine)
        .setAttribute(AslAttributes.STATE_NAME, state);
  }

  @Override
  public void ends(Step step, Context kept, StepEnd end) {
    Span span = Span.fromContext(kept);
    span.setAttribute(AslAttributes.OUTCOME, end.outcome().name().toLowerCase(Locale.ROOT));
    String error = end.error();
    if (error != null) {
      span.setAttribute(AslAttributes.ERROR_TYPE, error);
    }
    String cause = end.cause();
    if (cause != null && causes != null) {
      span.setAttribute(AslAttributes.CAUSE, shortened(causes.text(cause)));
    }
    switch (end.outcome()) {
      case FAILED, TIMED_OUT -> span.setStatus(StatusCode.ERROR, error == null ? "" : error);
      case SUCCEEDED, CAUGHT, ABORTED -> {}
    }
    span.end(end.at());
  }

  /** What a handler threw, as an event of the span of its attempt, named as OpenTelemetry does. */
  void thrown(Context attempt, Throwable thrown) {
    if (causes == null) {
      return;
    }
    String message = thrown.getMessage();
    StringWriter trace = new StringWriter();
    causes.thrown(thrown).printStackTrace(new PrintWriter(trace));
    Span.fromContext(attempt)
        .addEvent(
            "exception",
            Attributes.of(
                EXCEPTION_TYPE,
                thrown.getClass().getName(),
                EXCEPTION_MESSAGE,
                message == null ? "" : causes.text(message),
                EXCEPTION_TRACE,
                trace.toString()));
  }

  private static String shortened(String cause) {
    if (cause.length() <= LONGEST_CAUSE) {
      return cause;
    }
    boolean splitsPair = Character.isHighSurrogate(cause.charAt(LONGEST_CAUSE - 1));
    return cause.substring(0, splitsPair ? LONGEST_CAUSE - 1 : LONGEST_CAUSE);
  }
}
