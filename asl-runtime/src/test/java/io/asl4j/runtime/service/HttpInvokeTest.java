package io.asl4j.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.asl4j.core.Asl;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.Engine;
import io.asl4j.runtime.ExecutionResult;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HttpInvokeTest {

  private static final StateMachine MACHINE =
      Asl.parse(
              """
              { "QueryLanguage": "JSONata", "StartAt": "Call", "States": { "Call": {
                  "Type": "Task", "Resource": "arn:aws:states:::http:invoke",
                  "Arguments": "{% $states.input %}", "End": true } } }
              """)
          .orThrow();

  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/echo", HttpInvokeTest::echo);
    server.createContext("/status/", exchange -> status(exchange));
    server.createContext("/text", exchange -> answer(exchange, "text/plain", "plain words"));
    server.createContext("/image", exchange -> answer(exchange, "image/png", "\u0089PNG"));
    server.createContext(
        "/large",
        exchange -> answer(exchange, "text/plain", "x".repeat(HttpExchanges.LARGEST + 1)));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void theAnswerHasHeadersBodyAndStatus() {
    JsonNode output = call("/text", "{\"Method\":\"GET\"}").output();

    assertThat(output.path("StatusCode").intValue()).isEqualTo(200);
    assertThat(output.path("StatusText").textValue()).isEqualTo("OK");
    assertThat(output.path("ResponseBody").textValue()).isEqualTo("plain words");
    assertThat(output.path("Headers").path("content-type").get(0).textValue())
        .isEqualTo("text/plain");
  }

  @Test
  void theRequestIsSentAsTheArgumentsSay() {
    JsonNode echoed =
        call(
                "/echo",
                """
                { "Method": "PUT", "Headers": { "X-Mine": "1" },
                  "QueryParameters": { "q": "a b", "list": ["x", "y"] },
                  "RequestBody": { "total": 1.10 } }
                """)
            .output()
            .path("ResponseBody");

    assertThat(echoed.path("method").textValue()).isEqualTo("PUT");
    assertThat(echoed.path("query").textValue()).isEqualTo("q=a+b&list=x&list=y");
    assertThat(echoed.path("body").textValue()).isEqualTo("{\"total\":1.10}");
    assertThat(echoed.path("headers").path("X-mine").textValue()).isEqualTo("1");
    assertThat(echoed.path("headers").path("Content-type").textValue())
        .isEqualTo("application/json");
    assertThat(echoed.path("headers").path("User-agent").textValue())
        .isEqualTo("Amazon|StepFunctions|HttpInvoke|us-east-1");
    assertThat(echoed.path("headers").path("Range").textValue()).isEqualTo("bytes=0-262144");
  }

  @Test
  void aBodyIsSentAsAFormIfAskedFor() {
    JsonNode echoed =
        call(
                "/echo",
                """
                { "Method": "POST", "RequestBody": { "a": [1, 2] },
                  "Transform": { "RequestBodyEncoding": "URL_ENCODED",
                                 "RequestEncodingOptions": { "ArrayFormat": "BRACKETS" } } }
                """)
            .output()
            .path("ResponseBody");

    assertThat(echoed.path("body").textValue()).isEqualTo("a[]=1&a[]=2");
    assertThat(echoed.path("headers").path("Content-type").textValue())
        .isEqualTo("application/x-www-form-urlencoded");
  }

  @ParameterizedTest
  @CsvSource({
    "301, Moved Permanently",
    "404, Not Found",
    "429, Too Many Requests",
    "500, Internal Server Error"
  })
  void anyStatusButSuccessFailsTheTask(int status, String text) {
    ExecutionResult.Failed failed = failure("/status/" + status, "{\"Method\":\"GET\"}");

    assertThat(failed.error()).isEqualTo("States.Http.StatusCode." + status);
    JsonNode cause = Json.parse(String.valueOf(failed.cause()));
    assertThat(cause.path("StatusText").textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Method\":\"GET\",\"Headers\":{\"Authorization\":\"x\"}}",
        "{\"Method\":\"GET\",\"Headers\":{\"X-Amzn-Trace\":\"x\"}}",
        "{\"Method\":\"GET\",\"Headers\":{\"if-match\":\"x\"}}",
        "{\"Method\":\"GET\",\"Headers\":[]}",
        "{\"Method\":\"TRACE\"}",
        "{}",
        "{\"Method\":\"POST\",\"RequestBody\":[1],\"Transform\":{\"RequestBodyEncoding\":\"URL_ENCODED\"}}",
        "{\"Method\":\"POST\",\"RequestBody\":{},\"Transform\":{\"RequestBodyEncoding\":\"ZIP\"}}"
      })
  void argumentsThatMakeNoRequestAreFatal(String arguments) {
    assertThat(failure("/echo", arguments).error()).isEqualTo("States.Runtime");
  }

  @Test
  void binaryAnswersAreFatal() {
    assertThat(failure("/image", "{\"Method\":\"GET\"}").error()).isEqualTo("States.Runtime");
  }

  @Test
  void anAnswerAboveTheLimitFailsTheTask() {
    assertThat(failure("/large", "{\"Method\":\"GET\"}").error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void aPortThatNobodyListensOnIsASocketFailure() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ExecutionResult result =
        run(
            HttpInvoke.create(),
            Json.parse(
                "{\"Method\":\"GET\",\"ApiEndpoint\":\"http://localhost:%d/\"}".formatted(port)));

    assertThat(result)
        .isInstanceOfSatisfying(
            ExecutionResult.Failed.class,
            failed -> assertThat(failed.error()).isEqualTo("States.Http.Socket"));
  }

  @Test
  void aConnectionAddsWhatItKnowsAndWins() {
    HttpConnection connection =
        new HttpConnection(
            Map.of("Authorization", "Bearer 1", "X-Mine", "connection"),
            Map.of("q", "connection"),
            Map.of("key", "secret"));
    HttpInvoke http = HttpInvoke.with(arn -> Optional.of(connection));

    JsonNode echoed =
        run(
                http,
                arguments(
                    "/echo",
                    """
                    { "Method": "POST", "Authentication": { "ConnectionArn": "arn:x" },
                      "Headers": { "X-Mine": "state" }, "QueryParameters": { "q": "state" },
                      "RequestBody": { "a": 1 } }
                    """))
            .output()
            .path("ResponseBody");

    assertThat(echoed.path("headers").path("Authorization").textValue()).isEqualTo("Bearer 1");
    assertThat(echoed.path("headers").path("X-mine").textValue()).isEqualTo("connection");
    assertThat(echoed.path("query").textValue()).isEqualTo("q=connection");
    assertThat(echoed.path("body").textValue()).isEqualTo("{\"a\":1,\"key\":\"secret\"}");
  }

  @Test
  void aConnectionThatIsNotKnownFailsTheTask() {
    String arguments = "{\"Method\":\"GET\",\"InvocationConfig\":{\"ConnectionArn\":\"arn:x\"}}";

    assertThat(failure("/echo", arguments).error())
        .isEqualTo("Events.ConnectionResource.ResourceNotFound");
  }

  private ExecutionResult.Failed failure(String path, String arguments) {
    return (ExecutionResult.Failed) call(path, arguments);
  }

  private ExecutionResult call(String path, String arguments) {
    return run(HttpInvoke.create(), arguments(path, arguments));
  }

  private JsonNode arguments(String path, String arguments) {
    ObjectNode whole = (ObjectNode) Json.parse(arguments);
    whole.put("ApiEndpoint", "http://localhost:" + server.getAddress().getPort() + path);
    return whole;
  }

  private static ExecutionResult run(HttpInvoke http, JsonNode arguments) {
    TaskHandlers handlers = TaskHandlers.builder().resource(HttpInvoke.RESOURCE, http).build();
    try (http;
        Engine engine = Engine.builder().handlers(handlers).virtualTime(Instant.EPOCH).build()) {
      return engine.run(MACHINE, arguments);
    }
  }

  private static void echo(HttpExchange exchange) throws IOException {
    ObjectNode seen = Json.newMapper().createObjectNode();
    seen.put("method", exchange.getRequestMethod());
    seen.put("query", exchange.getRequestURI().getRawQuery());
    ObjectNode headers = seen.putObject("headers");
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    seen.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, "application/json", Json.write(seen));
  }

  private static void status(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
