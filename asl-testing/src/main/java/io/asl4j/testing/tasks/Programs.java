package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs programs that answer tasks, and kills them when nobody waits for them any more. */
final class Programs implements AutoCloseable {

  /** The largest output of a program, in bytes: 16 MiB. */
  private static final int LARGEST_OUTPUT = 16 * 1024 * 1024;

  /** How much of standard error becomes the cause, in bytes: the last 32 KiB. */
  private static final int LARGEST_CAUSE = 32 * 1024;

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * Runs a program to its end.
   *
   * @return its standard output as JSON; null (JSON) if there was none
   * @throws StateFailed when it could not be started, its exit code is not 0, or its output is not
   *     JSON
   * @throws InterruptedException when the thread was interrupted; the program is killed
   */
  JsonNode run(Outcome.Exec exec, TaskCall call) throws InterruptedException {
    Process process = start(exec, call);
    running.add(process);
    try {
      return await(exec, process, Json.write(call.request().arguments()));
    } finally {
      running.remove(process);
      kill(process);
    }
  }

  private static Process start(Outcome.Exec exec, TaskCall call) {
    List<String> command = new ArrayList<>(exec.command());
    command.set(0, program(exec));
    ProcessBuilder builder = new ProcessBuilder(command).directory(exec.directory().toFile());
    Map<String, String> environment = builder.environment();
    environment.put("ASL_STATE", call.stateName());
    environment.put("ASL_ATTEMPT", Integer.toString(call.attempt()));
    environment.put("ASL_EXECUTION", call.executionArn());
    call.taskToken().ifPresent(token -> environment.put("ASL_TASK_TOKEN", token));
    environment.putAll(exec.environment());
    try {
      return builder.start();
    } catch (IOException notStarted) {
      throw StateFailed.of(
          "Exec.NotStarted",
          "The program `%s` for the state `%s` could not be started in %s: %s"
              .formatted(
                  command.getFirst(), call.stateName(), exec.directory(), notStarted.getMessage()));
    }
  }

  /** The system would look for {@code ./check} in the folder of this process. */
  private static String program(Outcome.Exec exec) {
    String program = exec.command().getFirst();
    return program.contains("/") ? exec.directory().resolve(Path.of(program)).toString() : program;
  }

  private static JsonNode await(Outcome.Exec exec, Process process, String input)
      throws InterruptedException {
    Tail out = Tail.first(LARGEST_OUTPUT);
    Tail err = Tail.last(LARGEST_CAUSE);
    Thread.startVirtualThread(() -> write(process, input));
    Thread readsOut = Thread.startVirtualThread(() -> out.readAll(process.getInputStream()));
    Thread readsErr = Thread.startVirtualThread(() -> err.readAll(process.getErrorStream()));
    int code = process.waitFor();
    // A program in the background may keep the streams open for ever; its output is not waited for.
    boolean allOut = readsOut.join(GRACE);
    boolean allErr = readsErr.join(GRACE);
    String program = exec.command().getFirst();
    if (code != 0) {
      throw StateFailed.of("Exec.ExitCode." + code, err.text().strip());
    }
    if (out.isCut()) {
      throw StateFailed.of(
          ErrorName.DATA_LIMIT_EXCEEDED,
          "The program `%s` wrote more than %d bytes.".formatted(program, LARGEST_OUTPUT));
    }
    String text = out.text();
    if (text.isBlank()) {
      return NullNode.getInstance();
    }
    try {
      return Json.parse(text);
    } catch (JsonSyntaxFailed notJson) {
      throw StateFailed.of(
          "Exec.InvalidOutput",
          "The program `%s` wrote no JSON%s: %s"
              .formatted(
                  program,
                  allOut && allErr ? "" : " (some of it may still be to come)",
                  notJson.getMessage()));
    }
  }

  private static void write(Process process, String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // A program need not read its input; what it says counts.
      return;
    }
  }

  private static void kill(Process process) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    descendants.forEach(ProcessHandle::destroy);
    Thread.startVirtualThread(() -> insist(process, descendants));
  }

  private static void insist(Process process, List<ProcessHandle> descendants) {
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills all programs that run, without grace. */
  @Override
  public void close() {
    for (Process process : running) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
