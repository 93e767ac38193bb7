package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one call of a Task state comes out. Immutable. */
public sealed interface Outcome {

  /** A result; for a callback task the result that comes with the token. */
  record Return(JsonNode value) implements Outcome {}

  /** A failure; empty for an error name or cause that is not given. */
  record Fail(Optional<String> error, Optional<String> cause) implements Outcome {}

  /** Nothing ever comes: only a timeout ends the task. */
  record Never() implements Outcome {}

  /**
   * A local program: input JSON on its standard input, output JSON on its standard output. An exit
   * code other than 0 is the error {@code Exec.ExitCode.N}, with standard error as the cause.
   *
   * @param command the program and its arguments; one that has a slash is looked for in {@code
   *     directory}, any other one on the PATH
   * @param directory where it runs
   * @param environment added to that of this process
   */
  record Exec(List<String> command, Path directory, Map<String, String> environment)
      implements Outcome {
    /** Keeps its own copies. */
    public Exec {
      command = List.copyOf(command);
      environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
  }

  /**
   * An HTTP request with the input as its JSON body; the body of the answer is the result. A status
   * other than 2xx is the error {@code States.Http.StatusCode.NNN}.
   */
  record Http(URI url, String method, Map<String, String> headers) implements Outcome {
    /** Keeps its own copy. */
    public Http {
      headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
  }
}
