package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP requests and gives their answers as the HTTP Task shapes them.
 *
 * <p>Redirects are not followed. Thread-safe; the client behind it is made by the first request and
 * let go by {@link #close}.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">AWS Step
 *     Functions, Call HTTPS APIs</a>
 */
public final class HttpExchanges implements AutoCloseable {

  /** How long an answer may take, whatever the state says: 60 s of real time. */
  public static final Duration LONGEST = Duration.ofSeconds(60);

  /** The largest answer, in bytes: 256 KiB. */
  public static final int LARGEST = 262_144;

  private static final String SOCKET = "States.Http.Socket";
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BINARY =
      Pattern.compile("(application/octet-stream|image/|audio/|video/).*", Pattern.DOTALL);

  private final Duration longest;
  private final ReentrantLock lock = new ReentrantLock();

  /** Null until the first request. */
  private @Nullable HttpClient client;

  private HttpExchanges(Duration longest) {
    this.longest = longest;
  }

  /** Sends requests with a client of its own. */
  public static HttpExchanges create() {
    return within(LONGEST);
  }

  /** The same with another limit than {@link #LONGEST}. */
  public static HttpExchanges within(Duration longest) {
    return new HttpExchanges(longest);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @return <code>{Headers: {name: [value]}, ResponseBody, StatusCode, StatusText}</code>; a body
   *     that is JSON is parsed, other text is a string
   * @throws StateFailed {@code States.Http.StatusCode.NNN} for any status but 2xx, with the answer
   *     as JSON text for its cause; {@code States.Http.Socket} when no answer came; {@code
   *     States.Runtime} for a binary answer; {@code States.DataLimitExceeded} above {@link
   *     #LARGEST}
   * @throws InterruptedException when the thread was interrupted; the request is given up
   */
  public JsonNode exchange(HttpCall call) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client().sendAsync(request(call), head -> new LimitedBody(LARGEST));
    try {
      return answer(call, pending.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      throw socket(call, "no answer within " + longest.toSeconds() + " seconds");
    } catch (ExecutionException failed) {
      throw socket(call, reason(failed));
    } finally {
      pending.cancel(true);
    }
  }

  private HttpClient client() {
    lock.lock();
    try {
      if (client == null) {
        client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
      }
      return client;
    } finally {
      lock.unlock();
    }
  }

  private static HttpRequest request(HttpCall call) {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    HttpRequest.BodyPublisher body =
        call.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(call.body());
    return request.method(call.method(), body).build();
  }

  private static JsonNode answer(HttpCall call, HttpResponse<byte[]> response) {
    if (response.body().length > LARGEST) {
      throw StateFailed.of(
          ErrorName.DATA_LIMIT_EXCEEDED,
          "%s %s answered with more than %d bytes.".formatted(call.method(), call.uri(), LARGEST));
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode headers = answer.putObject("Headers");
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              ArrayNode array = headers.putArray(name);
              values.forEach(array::add);
            });
    answer.set("ResponseBody", body(call, response));
    answer.put("StatusCode", response.statusCode());
    answer.put("StatusText", HttpStatus.reason(response.statusCode()));
    if (!HttpStatus.isSuccess(response.statusCode())) {
      throw StateFailed.of("States.Http.StatusCode." + response.statusCode(), Json.write(answer));
    }
    return answer;
  }

  private static JsonNode body(HttpCall call, HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.body().length > 0 && BINARY.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
      throw StateFailed.runtime(
          "%s %s answered with %s; an HTTP Task takes text only."
              .formatted(call.method(), call.uri(), type));
    }
    String text = new String(response.body(), charset(type));
    try {
      return Json.parse(text);
    } catch (JsonSyntaxFailed plainText) {
      return TextNode.valueOf(text);
    }
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    if (!named.find() || !isCharset(named.group(1))) {
      return StandardCharsets.UTF_8;
    }
    return Charset.forName(named.group(1));
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException noCharsetName) {
      return false;
    }
  }

  private static StateFailed socket(HttpCall call, String why) {
    return StateFailed.of(SOCKET, "%s %s: %s.".formatted(call.method(), call.uri(), why));
  }

  /** Java's client reports a refused connection and an unknown host without a word. */
  private static String reason(ExecutionException failed) {
    Throwable cause = failed.getCause();
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException) {
        return "the host is unknown";
      }
    }
    if (cause instanceof ConnectException) {
      return "the connection was refused";
    }
    String message = cause == null ? null : cause.getMessage();
    return message == null ? String.valueOf(cause) : message;
  }

  /** Lets the client go; requests under way are given up. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (client != null) {
        client.shutdownNow();
        client = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
