package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.model.Resource;
import io.asl4j.core.query.QueryFailed;
import java.util.List;

/**
 * What Step Functions itself does to the request of a service integration before it calls. Pure.
 */
final class ServiceRequests {

  /** Members of a request to API Gateway whose values are lists of texts. */
  private static final List<String> LISTS_OF_TEXTS = List.of("Headers", "QueryParameters");

  private ServiceRequests() {}

  /**
   * Completes a request.
   *
   * @param field where the request was made: {@code Parameters} or {@code Arguments}
   * @return the request as the history shows it
   * @throws QueryFailed if the integration cannot be started with that request
   */
  static JsonNode complete(Resource resource, String field, JsonNode request) {
    if (!request.isObject()) {
      return request;
    }
    return switch (resource.type()) {
      case "ecs" ->
          resource.action().startsWith("runTask") ? startedBy(resource, request) : request;
      case "apigateway" -> checked(field, request);
      default -> request;
    };
  }

  /** A container that is waited for tells who started it: that is how its end is recognised. */
  private static JsonNode startedBy(Resource resource, JsonNode request) {
    if (resource.pattern() != Resource.Pattern.SYNC || request.has("StartedBy")) {
      return request;
    }
    ObjectNode completed = request.deepCopy();
    completed.put("StartedBy", "AWS Step Functions");
    return completed;
  }

  private static JsonNode checked(String field, JsonNode request) {
    for (String member : LISTS_OF_TEXTS) {
      JsonNode lists = request.path(member);
      if (!lists.isMissingNode() && !lists.isNull() && !holdsLists(lists)) {
        throw QueryFailed.runtime(
            field + "/" + member,
            "The %s '%s' could not be used to start the Task: [The value of the field '%s' has an invalid format]"
                .formatted(field, Json.write(request), member));
      }
    }
    return request;
  }

  private static boolean holdsLists(JsonNode lists) {
    if (!lists.isObject()) {
      return false;
    }
    for (JsonNode list : lists) {
      if (!list.isArray()) {
        return false;
      }
    }
    return true;
  }
}
