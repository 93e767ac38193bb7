package io.asl4j.runtime.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import io.asl4j.runtime.failure.ErrorName;
import io.asl4j.runtime.failure.StateFailed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Between JSON and the objects of typed handlers. */
final class JavaObjects {

  private final ObjectMapper mapper;

  JavaObjects(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  <T, R> TaskHandler handler(Class<T> type, TypedTask<T, R> task) {
    return call -> write(call, task.handle(call.arguments(type, mapper), call));
  }

  /** The handlers that the marked methods of an object are, by resource. */
  Map<String, TaskHandler> handlersOf(Object bean) {
    Map<String, TaskHandler> handlers = new LinkedHashMap<>();
    for (Method method : bean.getClass().getMethods()) {
      AnswersResource marked = method.getAnnotation(AnswersResource.class);
      if (marked != null && !method.isBridge()) {
        TaskHandler other = handlers.put(marked.value(), handler(bean, method));
        if (other != null) {
          throw new IllegalArgumentException(
              "%s has more than one method that answers %s; mark one of them."
                  .formatted(bean.getClass().getName(), marked.value()));
        }
      }
    }
    if (handlers.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no public method marked @%s; mark one, or bind a lambda instead."
              .formatted(bean.getClass().getName(), AnswersResource.class.getSimpleName()));
    }
    return handlers;
  }

  private TaskHandler handler(Object bean, Method method) {
    Class<?>[] parameters = method.getParameterTypes();
    boolean takesCall =
        parameters.length > 0 && parameters[parameters.length - 1] == TaskCall.class;
    int inputs = parameters.length - (takesCall ? 1 : 0);
    if (inputs > 1) {
      throw new IllegalArgumentException(
          "%s takes %d inputs; a method that answers a resource takes one at the most, and a TaskCall after it."
              .formatted(method, inputs));
    }
    if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      method.setAccessible(true);
    }
    JavaType type = inputs == 0 ? null : mapper.constructType(method.getGenericParameterTypes()[0]);
    return call -> write(call, invoke(bean, method, arguments(call, type, takesCall)));
  }

  private @Nullable Object[] arguments(TaskCall call, @Nullable JavaType type, boolean takesCall) {
    if (type == null) {
      return takesCall ? new Object[] {call} : new Object[0];
    }
    Object input = call.arguments(type, mapper);
    return takesCall ? new Object[] {input, call} : new Object[] {input};
  }

  private static @Nullable Object invoke(Object bean, Method method, @Nullable Object[] arguments)
      throws Exception {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case Exception exception -> throw exception;
        case Error error -> throw error;
        case null, default -> throw thrown;
      }
    }
  }

  private JsonNode write(TaskCall call, @Nullable Object result) {
    if (result instanceof JsonNode tree) {
      return tree;
    }
    if (result instanceof Future<?> || result instanceof CompletionStage<?>) {
      throw StateFailed.of(
          ErrorName.TASK_FAILED,
          "The handler of the state `%s` returned a %s; wait for it and return what it gives: a handler may block."
              .formatted(call.stateName(), result.getClass().getSimpleName()));
    }
    try {
      return tree(result);
    } catch (JsonSyntaxFailed | JsonProcessingException notJson) {
      throw StateFailed.of(
          ErrorName.TASK_FAILED,
          "The handler of the state `%s` returned %s, which cannot be written as JSON: %s"
              .formatted(
                  call.stateName(),
                  result == null ? "null" : result.getClass().getName(),
                  notJson.getMessage()));
    }
  }

  private JsonNode tree(@Nullable Object result) throws JsonProcessingException {
    JsonNode shortcut = directly(result);
    return shortcut != null && isPlain(shortcut)
        ? shortcut
        : Json.parse(mapper.writeValueAsString(result));
  }

  /**
   * The tree without its text; null where only the text can tell, such as what is wrong with it.
   */
  private @Nullable JsonNode directly(@Nullable Object result) {
    try {
      JsonNode written = mapper.valueToTree(result);
      return written == null ? NullNode.instance : written;
    } catch (IllegalArgumentException needsText) {
      return null;
    }
  }

  /**
   * Whether a tree has only nodes that JSON text has, too. Others look different once they were
   * written and read: bytes become base64, NaN a text.
   */
  private static boolean isPlain(JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode child : value) {
        if (!isPlain(child)) {
          return false;
        }
      }
      return true;
    }
    boolean isNoNumber = value instanceof NumericNode number && number.isNaN();
    return !isNoNumber && !value.isBinary() && !value.isPojo();
  }
}
