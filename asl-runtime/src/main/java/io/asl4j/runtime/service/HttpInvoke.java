package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.task.TaskCall;
import io.asl4j.runtime.task.TaskHandler;
import java.util.Map;

/**
 * The HTTP Task: calls a web API and gives its answer.
 *
 * <p>Differs from AWS in what only AWS can do: a state needs no connection, {@code http://} is
 * taken besides {@code https://}, and a {@code ConnectionArn} is looked up where the embedding
 * application says. An answer takes no time in modelled time. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">AWS Step
 *     Functions, Call HTTPS APIs</a>
 */
public final class HttpInvoke implements TaskHandler, AutoCloseable {

  /** The {@code Resource} that this handler is for. */
  public static final String RESOURCE = "arn:aws:states:::http:invoke";

  private final HttpExchanges exchanges;
  private final HttpConnection.Lookup connections;

  private HttpInvoke(HttpExchanges exchanges, HttpConnection.Lookup connections) {
    this.exchanges = exchanges;
    this.connections = connections;
  }

  /** Calls without connections. */
  public static HttpInvoke create() {
    return with(HttpConnection.Lookup.none());
  }

  /** Calls with the connections of the embedding application. */
  public static HttpInvoke with(HttpConnection.Lookup connections) {
    return new HttpInvoke(HttpExchanges.create(), connections);
  }

  /**
   * Sends the request that the arguments describe.
   *
   * @throws StateFailed as {@link HttpExchanges#exchange} says; {@code States.Runtime} for
   *     arguments that make no request; {@code Events.ConnectionResource.ResourceNotFound} for an
   *     unknown connection
   */
  @Override
  public JsonNode handle(TaskCall call) throws InterruptedException {
    HttpArguments arguments = new HttpArguments(call.request().arguments());
    HttpCall http =
        arguments
            .call(connection(arguments.connectionArn()))
            .withDefaultHeader("User-Agent", "Amazon|StepFunctions|HttpInvoke|" + region(call))
            .withDefaultHeader("Range", "bytes=0-" + HttpExchanges.LARGEST);
    return exchanges.exchange(http);
  }

  private HttpConnection connection(String arn) {
    if (arn.isEmpty()) {
      return HttpConnection.ofHeaders(Map.of());
    }
    return connections
        .find(arn)
        .orElseThrow(
            () ->
                StateFailed.of(
                    "Events.ConnectionResource.ResourceNotFound",
                    "The connection %s is not known here: leave it out, or have the state answered by a handler of its own."
                        .formatted(arn)));
  }

  private static String region(TaskCall call) {
    String[] parts = call.executionArn().split(":", 5);
    return parts.length == 5 ? parts[3] : "us-east-1";
  }

  /** Lets the client go; calls under way are given up. */
  @Override
  public void close() {
    exchanges.close();
  }
}
