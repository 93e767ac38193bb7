package io.asl4j.runtime.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind the {@code ConnectionArn} of an HTTP Task: headers, query and body parameters
 * that win over those of the state. Immutable.
 */
public record HttpConnection(
    Map<String, String> headers,
    Map<String, String> queryParameters,
    Map<String, String> bodyParameters) {

  /** Finds connections; called by any number of threads at once. */
  @FunctionalInterface
  public interface Lookup {
    /** The connection of that ARN. */
    Optional<HttpConnection> find(String connectionArn);

    /** Knows no connections. */
    static Lookup none() {
      return arn -> Optional.empty();
    }
  }

  /** Keeps its own copies. */
  public HttpConnection {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    queryParameters = Collections.unmodifiableMap(new LinkedHashMap<>(queryParameters));
    bodyParameters = Collections.unmodifiableMap(new LinkedHashMap<>(bodyParameters));
  }

  /** A connection that sends headers. */
  public static HttpConnection ofHeaders(Map<String, String> headers) {
    return new HttpConnection(headers, Map.of(), Map.of());
  }

  /** Basic authorization (RFC 7617). */
  public static HttpConnection basic(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return ofHeaders(
        Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
  }

  /** An API key in a header. */
  public static HttpConnection apiKey(String header, String value) {
    return ofHeaders(Map.of(header, value));
  }

  /** Shows names only, because the values are secrets. */
  @Override
  public String toString() {
    return "HttpConnection[headers=%s, queryParameters=%s, bodyParameters=%s]"
        .formatted(headers.keySet(), queryParameters.keySet(), bodyParameters.keySet());
  }
}
