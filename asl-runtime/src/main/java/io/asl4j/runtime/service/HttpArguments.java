package io.asl4j.runtime.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.runtime.failure.StateFailed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The arguments of an HTTP Task, on their way to a request. */
final class HttpArguments {

  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

  private final JsonNode arguments;

  HttpArguments(JsonNode arguments) {
    this.arguments = arguments;
  }

  /** The ARN of the connection; empty if there is none. */
  String connectionArn() {
    String newer = arguments.path("InvocationConfig").path("ConnectionArn").asText("");
    return newer.isEmpty()
        ? arguments.path("Authentication").path("ConnectionArn").asText("")
        : newer;
  }

  /**
   * The request, with what a connection adds.
   *
   * @throws StateFailed {@code States.Runtime} if the arguments make no request
   */
  HttpCall call(HttpConnection connection) {
    String method = text("Method");
    if (!METHODS.contains(method)) {
      throw unusable(
          "The value of the field 'Method' must be one of GET, POST, PUT, DELETE, PATCH, OPTIONS,"
              + " HEAD");
    }
    boolean form = isForm();
    String body = body(connection, form);
    HttpCall call = new HttpCall(method, uri(connection), headers(connection), body);
    if (body.isEmpty()) {
      return call;
    }
    return call.withDefaultHeader(
        "Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
  }

  private URI uri(HttpConnection connection) {
    String endpoint = text("ApiEndpoint");
    List<String> query = new ArrayList<>();
    JsonNode parameters = object("QueryParameters");
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      if (!connection.queryParameters().containsKey(parameter.getKey())) {
        addQuery(parameter.getKey(), parameter.getValue(), query);
      }
    }
    connection.queryParameters().forEach((name, value) -> query.add(pair(name, value)));
    String whole = endpoint;
    if (!query.isEmpty()) {
      whole += (endpoint.indexOf('?') < 0 ? "?" : "&") + String.join("&", query);
    }
    try {
      URI uri = new URI(whole);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (http && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException wrong) {
      throw unusable(
          "The value of the field 'ApiEndpoint' is no URL: %s".formatted(wrong.getMessage()));
    }
    throw unusable("The value of the field 'ApiEndpoint' must be a URL that begins with https://");
  }

  private void addQuery(String name, JsonNode value, List<String> query) {
    if (value.isArray()) {
      value.forEach(element -> query.add(pair(name, FormEncoding.text(element))));
    } else {
      query.add(pair(name, FormEncoding.text(value)));
    }
  }

  private static String pair(String name, String value) {
    return FormEncoding.encoded(name) + "=" + FormEncoding.encoded(value);
  }

  private List<HttpCall.Header> headers(HttpConnection connection) {
    Map<String, String> fromConnection = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fromConnection.putAll(connection.headers());
    List<HttpCall.Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : object("Headers").properties()) {
      String name = header.getKey();
      if (ForbiddenHeaders.contain(name)) {
        throw unusable("The header '%s' cannot be set by an HTTP Task".formatted(name));
      }
      if (!fromConnection.containsKey(name)) {
        add(name, header.getValue(), headers);
      }
    }
    fromConnection.forEach((name, value) -> headers.add(new HttpCall.Header(name, value)));
    return headers;
  }

  private void add(String name, JsonNode value, List<HttpCall.Header> headers) {
    if (value.isObject()) {
      throw unusable("The value of the field 'Headers' has an invalid format");
    }
    if (value.isArray()) {
      value.forEach(element -> headers.add(new HttpCall.Header(name, FormEncoding.text(element))));
    } else {
      headers.add(new HttpCall.Header(name, FormEncoding.text(value)));
    }
  }

  private boolean isForm() {
    return switch (arguments.path("Transform").path("RequestBodyEncoding").asText("NONE")) {
      case "NONE" -> false;
      case "URL_ENCODED" -> true;
      default ->
          throw unusable(
              "The value of the field 'RequestBodyEncoding' must be NONE or URL_ENCODED");
    };
  }

  private String body(HttpConnection connection, boolean form) {
    JsonNode body = arguments.path("RequestBody");
    Map<String, String> added = connection.bodyParameters();
    if (body.isMissingNode() && added.isEmpty()) {
      return "";
    }
    if (!added.isEmpty()) {
      if (!body.isMissingNode() && !body.isObject()) {
        throw unusable(
            "The field 'RequestBody' must be an object, because the connection adds to it");
      }
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      body.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
      added.forEach(whole::put);
      body = whole;
    }
    if (!form) {
      return body.isTextual() ? body.textValue() : Json.write(body);
    }
    if (body.isTextual()) {
      return body.textValue();
    }
    if (!body.isObject()) {
      throw unusable("The field 'RequestBody' must be an object to be URL_ENCODED");
    }
    return arrayFormat().write(body);
  }

  private FormEncoding arrayFormat() {
    String name =
        arguments
            .path("Transform")
            .path("RequestEncodingOptions")
            .path("ArrayFormat")
            .asText("INDICES");
    for (FormEncoding format : FormEncoding.values()) {
      if (format.name().equals(name)) {
        return format;
      }
    }
    throw unusable(
        "The value of the field 'ArrayFormat' must be INDICES, REPEAT, COMMAS or BRACKETS");
  }

  private String text(String field) {
    JsonNode value = arguments.path(field);
    if (value.isMissingNode()) {
      throw unusable("The field '%s' is required but was missing".formatted(field));
    }
    if (!value.isTextual()) {
      throw unusable("The value of the field '%s' has an invalid format".formatted(field));
    }
    return value.textValue();
  }

  private JsonNode object(String field) {
    JsonNode value = arguments.path(field);
    if (value.isMissingNode()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!value.isObject()) {
      throw unusable("The value of the field '%s' has an invalid format".formatted(field));
    }
    return value;
  }

  private StateFailed unusable(String why) {
    return StateFailed.runtime(
        "The Parameters '%s' could not be used to start the Task: [%s]"
            .formatted(Json.write(arguments), why));
  }
}
