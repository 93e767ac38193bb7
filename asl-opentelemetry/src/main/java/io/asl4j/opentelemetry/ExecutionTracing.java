package io.asl4j.opentelemetry;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.Decision;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.Steps;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import io.asl4j.runtime.task.TaskInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of executions, visits of states, attempts of tasks, branches and items, each inside
 * of the one that it is part of.
 *
 * <pre>{@code
 * ExecutionTracing tracing = ExecutionTracing.of(openTelemetry).build();
 * Engine engine = Engine.builder().listener(tracing).around(tracing).build();
 * }</pre>
 *
 * <p>As a listener it makes the spans; around task handlers it makes the span of the attempt
 * current, so that spans of the handler's own are inside of it. An execution is a trace of its own
 * with a link to the span that was current where it was started, which for a nested execution is
 * the attempt that started it. Times are those of the engine's clock. Thread-safe; one object may
 * listen to several engines.
 */
public final class ExecutionTracing implements ExecutionListener, TaskInterceptor {

  /** The name of the instrumentation scope of all spans. */
  public static final String INSTRUMENTATION_SCOPE = "io.asl4j";

  private final StepSpans spans;
  private final Steps<Context> steps;

  private ExecutionTracing(Builder builder) {
    this.spans =
        new StepSpans(
            builder.telemetry.getTracer(INSTRUMENTATION_SCOPE),
            builder.joinsTraces,
            builder.causes);
    this.steps = new Steps<>(spans);
  }

  /** Sets up tracing. */
  public static Builder of(OpenTelemetry telemetry) {
    return new Builder(telemetry);
  }

  @Override
  public void onStart(String executionArn) {
    spans.startedIn(executionArn, Context.current());
  }

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    steps.onEvent(executionArn, event);
  }

  @Override
  public void onDecision(String executionArn, long eventId, Decision decision) {
    steps.onDecision(executionArn, eventId, decision);
  }

  @Override
  public JsonNode around(TaskCall call, TaskHandler handler) throws Exception {
    Context attempt =
        steps.current(call.executionArn(), call.request().enteredEvent()).orElse(null);
    if (attempt == null) {
      return handler.handle(call);
    }
    Callable<JsonNode> inAttempt = attempt.wrap(() -> handler.handle(call));
    try {
      return inAttempt.call();
    } catch (StateFailed named) {
      // Says no more than the attempt will, and has no stack trace.
      throw named;
    } catch (Exception | Error thrown) {
      spans.thrown(attempt, thrown);
      throw thrown;
    }
  }

  /** Sets up tracing; not safe for use by several threads. */
  public static final class Builder {

    private final OpenTelemetry telemetry;
    private boolean joinsTraces;

    /** Null when causes are left out. */
    private @Nullable Redaction causes = Redaction.standard();

    private Builder(OpenTelemetry telemetry) {
      this.telemetry = telemetry;
    }

    /**
     * Makes an execution part of the trace in which it was started, instead of a trace of its own
     * with a link; for executions that end as soon as the request that started them.
     */
    public Builder joinTraces() {
      joinsTraces = true;
      return this;
    }

    /**
     * What is taken out of causes and messages of exceptions; {@link Redaction#standard} by
     * default.
     */
    public Builder redaction(Redaction value) {
      causes = value;
      return this;
    }

    /** Leaves causes and exceptions out, and so everything that may quote payloads. */
    public Builder withoutCauses() {
      causes = null;
      return this;
    }

    /** The listener and interceptor. */
    public ExecutionTracing build() {
      return new ExecutionTracing(this);
    }
  }
}
