package io.asl4j.core.model;

/**
 * What a Task state calls.
 *
 * @param uri as written in the definition; never computed
 * @param kind which family of history events its calls leave
 * @param type the {@code resourceType} of history events, such as {@code lambda} or {@code
 *     aws-sdk:dynamodb}; empty for functions and activities
 * @param action the {@code resource} of history events, such as {@code invoke} or {@code
 *     startExecution.sync:2}
 * @param pattern when the call counts as done
 */
public record Resource(String uri, Kind kind, String type, String action, Pattern pattern) {

  /** The families of resources. */
  public enum Kind {
    /** A Lambda function named by its own ARN; the payload is the effective input. */
    LAMBDA_FUNCTION,
    /** An activity, which workers poll for. */
    ACTIVITY,
    /** A service integration: {@code arn:aws:states:::service:action}. */
    SERVICE,
    /** Anything else, for handlers of the embedding application. */
    CUSTOM
  }

  /** The service integration patterns. */
  public enum Pattern {
    /** Done when the service has answered. */
    REQUEST_RESPONSE,
    /** {@code .sync}: done when the started job is done. */
    SYNC,
    /** {@code .sync:2}: the same, with input and output as JSON. */
    SYNC_2,
    /** {@code .waitForTaskToken}: done when somebody hands the task token back. */
    WAIT_FOR_TASK_TOKEN
  }

  /** A partition that a deployment fills in, such as <code>${AWS::Partition}</code>. */
  private static final java.util.regex.Pattern PARTITION_HOLE =
      java.util.regex.Pattern.compile("^arn:[$#]\\{[^{}]*}:");

  /** Reads a {@code Resource} field; a text of no known form is {@link Kind#CUSTOM}. */
  public static Resource parse(String uri) {
    String[] parts = PARTITION_HOLE.matcher(uri).replaceFirst("arn:aws:").split(":", 7);
    if (parts.length < 6 || !parts[0].equals("arn")) {
      return custom(uri);
    }
    if (parts[2].equals("lambda") && parts[5].equals("function")) {
      return new Resource(uri, Kind.LAMBDA_FUNCTION, "", "", Pattern.REQUEST_RESPONSE);
    }
    if (parts[2].equals("states") && parts[5].equals("activity") && parts.length == 7) {
      return new Resource(uri, Kind.ACTIVITY, "", "", Pattern.REQUEST_RESPONSE);
    }
    if (parts[2].equals("states")
        && parts[3].isEmpty()
        && parts[4].isEmpty()
        && parts.length == 7) {
      return service(uri, parts[5], parts[6]);
    }
    return custom(uri);
  }

  private static Resource service(String uri, String service, String rest) {
    String type = service;
    String action = rest;
    if (service.equals("aws-sdk")) {
      int colon = rest.indexOf(':');
      if (colon < 0) {
        return custom(uri);
      }
      type = service + ":" + rest.substring(0, colon);
      action = rest.substring(colon + 1);
    }
    return new Resource(uri, Kind.SERVICE, type, action, pattern(action));
  }

  private static Pattern pattern(String action) {
    if (action.endsWith(".sync:2")) {
      return Pattern.SYNC_2;
    }
    if (action.endsWith(".sync")) {
      return Pattern.SYNC;
    }
    return action.endsWith(".waitForTaskToken")
        ? Pattern.WAIT_FOR_TASK_TOKEN
        : Pattern.REQUEST_RESPONSE;
  }

  private static Resource custom(String uri) {
    int colon = uri.indexOf(':');
    String type = colon < 0 ? "" : uri.substring(0, colon);
    String action = uri.substring(colon + 1);
    return new Resource(uri, Kind.CUSTOM, type, action, pattern(action));
  }
}
