package io.asl4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.ExecutionResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a run ended, and hands over its output. */
final class RunReport {

  private final Terminal terminal;
  private final boolean asJson;
  private final boolean quiet;

  RunReport(Terminal terminal, boolean asJson, boolean quiet) {
    this.terminal = terminal;
    this.asJson = asJson;
    this.quiet = quiet;
  }

  ExitCode show(RunEnd end) {
    boolean succeeded = end.result() instanceof ExecutionResult.Succeeded;
    if (!quiet || (!succeeded && !asJson)) {
      terminal.err().println(lastLine(end));
    }
    if (asJson) {
      terminal.out().println(Json.write(object(end)));
    } else {
      pretty(end.result());
    }
    return succeeded ? ExitCode.OK : ExitCode.FAILED;
  }

  private String lastLine(RunEnd end) {
    Duration span = Duration.between(end.start(), end.stop());
    String when =
        end.virtualTime()
            ? Spans.of(span) + " of virtual time, " + Spans.of(end.took()) + " of real time"
            : Spans.of(span);
    Paint paint = terminal.errPaint();
    return switch (end.result()) {
      case ExecutionResult.Succeeded succeeded -> paint.green("✓ succeeded") + " in " + when;
      case ExecutionResult.Failed failed -> paint.red("✗ failed") + " after " + when;
      case ExecutionResult.TimedOut timedOut -> paint.red("✗ timed out") + " after " + when;
      case ExecutionResult.Aborted aborted -> paint.yellow("■ stopped") + " after " + when;
    };
  }

  private void pretty(ExecutionResult result) {
    switch (result) {
      case ExecutionResult.Succeeded succeeded ->
          terminal.out().println(Json.pretty(succeeded.output()));
      case ExecutionResult.Failed failed -> reason(failed.error(), failed.cause());
      case ExecutionResult.Aborted aborted -> reason(aborted.error(), aborted.cause());
      case ExecutionResult.TimedOut timedOut ->
          reason("States.Timeout", "The execution took longer than its TimeoutSeconds.");
    }
  }

  private void reason(@Nullable String error, @Nullable String cause) {
    PrintWriter err = terminal.err();
    if (error != null) {
      err.println(terminal.errPaint().bold("  error: ") + Printables.of(error));
    }
    if (cause != null) {
      String text = readable(cause);
      String shown =
          text.lines().map(Printables::of).reduce((a, b) -> a + "\n         " + b).orElse("");
      err.println(terminal.errPaint().bold("  cause: ") + shown);
    }
  }

  /** Causes are often JSON. */
  private static String readable(String cause) {
    if (!cause.startsWith("{")) {
      return cause;
    }
    try {
      return Json.pretty(Json.parse(cause));
    } catch (JsonSyntaxFailed plainText) {
      return cause;
    }
  }

  private static JsonNode object(RunEnd end) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("status", end.result().status());
    switch (end.result()) {
      case ExecutionResult.Succeeded succeeded -> object.set("output", succeeded.output());
      case ExecutionResult.Failed failed -> put(object, failed.error(), failed.cause());
      case ExecutionResult.Aborted aborted -> put(object, aborted.error(), aborted.cause());
      case ExecutionResult.TimedOut timedOut -> put(object, "States.Timeout", null);
    }
    object.put("executionArn", end.executionArn());
    object.put("name", end.name());
    object.put("startDate", end.start().toString());
    object.put("stopDate", end.stop().toString());
    return object;
  }

  private static void put(ObjectNode object, @Nullable String error, @Nullable String cause) {
    Optional.ofNullable(error).ifPresent(text -> object.put("error", text));
    Optional.ofNullable(cause).ifPresent(text -> object.put("cause", text));
  }
}
