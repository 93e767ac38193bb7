package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who answers which Task state: by state name, by resource, or by a pattern of resources.
 *
 * <p>A state name wins over a resource, a resource over a pattern, and a longer pattern over a
 * shorter one. Immutable and safe for use by any number of threads.
 */
public final class TaskHandlers {

  private record Pattern(String glob, java.util.regex.Pattern regex, TaskHandler handler) {}

  private static final TaskHandlers NONE = builder().build();

  private final Map<String, TaskHandler> byState;
  private final Map<String, TaskHandler> byResource;
  private final List<Pattern> byPattern;

  /** Asked when nobody here answers; null when there is nobody else. */
  private final @Nullable TaskHandlers others;

  private TaskHandlers(
      Map<String, TaskHandler> byState,
      Map<String, TaskHandler> byResource,
      List<Pattern> byPattern,
      @Nullable TaskHandlers others) {
    this.byState = byState;
    this.byResource = byResource;
    this.byPattern = byPattern;
    this.others = others;
  }

  private TaskHandlers(TaskHandlers first, TaskHandlers others) {
    byState = first.byState;
    byResource = first.byResource;
    byPattern = first.byPattern;
    this.others = first.others == null ? others : first.others.orElse(others);
  }

  private TaskHandlers(Builder builder) {
    others = null;
    byState = Map.copyOf(builder.byState);
    byResource = Map.copyOf(builder.byResource);
    byPattern =
        builder.byPattern.stream()
            .sorted(
                Comparator.comparingInt((Pattern pattern) -> pattern.glob().length()).reversed())
            .toList();
  }

  /** No handlers: for machines without Task states. */
  public static TaskHandlers none() {
    return NONE;
  }

  /** Collects handlers. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Who answers this state.
   *
   * @return null when nobody does
   */
  public @Nullable TaskHandler find(String stateName, String resource) {
    TaskHandler handler = byState.get(stateName);
    if (handler != null) {
      return handler;
    }
    handler = byResource.get(resource);
    if (handler == null) {
      handler = findByPattern(resource);
    }
    return handler == null && others != null ? others.find(stateName, resource) : handler;
  }

  /**
   * These handlers, and others for what nobody here answers: a pattern here wins over a resource or
   * a state name there.
   */
  public TaskHandlers orElse(TaskHandlers next) {
    return new TaskHandlers(this, next);
  }

  /**
   * These handlers, each with something around it: of several interceptors, the one that is added
   * last is the outermost.
   */
  public TaskHandlers around(TaskInterceptor interceptor) {
    return new TaskHandlers(
        around(byState, interceptor),
        around(byResource, interceptor),
        byPattern.stream()
            .map(
                pattern ->
                    new Pattern(
                        pattern.glob(),
                        pattern.regex(),
                        new Intercepted(interceptor, pattern.handler())))
            .toList(),
        others == null ? null : others.around(interceptor));
  }

  private static Map<String, TaskHandler> around(
      Map<String, TaskHandler> handlers, TaskInterceptor interceptor) {
    Map<String, TaskHandler> intercepted = new HashMap<>();
    handlers.forEach((key, handler) -> intercepted.put(key, new Intercepted(interceptor, handler)));
    return Map.copyOf(intercepted);
  }

  private record Intercepted(TaskInterceptor interceptor, TaskHandler handler)
      implements TaskHandler {

    @Override
    public JsonNode handle(TaskCall call) throws Exception {
      return interceptor.around(call, handler);
    }

    @Override
    public boolean handsOver(TaskRequest request) {
      return handler.handsOver(request);
    }

    @Override
    public boolean onlyWaits() {
      return handler.onlyWaits();
    }
  }

  private @Nullable TaskHandler findByPattern(String resource) {
    for (Pattern pattern : byPattern) {
      if (pattern.regex().matcher(resource).matches()) {
        return pattern.handler();
      }
    }
    return null;
  }

  /**
   * The Task states of a machine, those of branches and item processors too, that nobody answers;
   * in the order of the definition.
   */
  public List<State.Task> missing(StateMachine machine) {
    List<State.Task> missing = new ArrayList<>();
    collectMissing(machine.root(), missing);
    return missing;
  }

  /**
   * Tells about the Task states of a machine that nobody answers, with pointers into its
   * definition; in the order of the definition.
   */
  public List<MissingHandler> unanswered(StateMachine machine) {
    return search(machine, null).report(missing(machine));
  }

  /**
   * The same, with lines and columns.
   *
   * @param map where the values of the definition stand
   */
  public List<MissingHandler> unanswered(StateMachine machine, SourceMap map) {
    return search(machine, map).report(missing(machine));
  }

  private HandlerSearch search(StateMachine machine, @Nullable SourceMap map) {
    Set<String> resources = new TreeSet<>();
    Set<String> states = new TreeSet<>();
    for (TaskHandlers each = this; each != null; each = each.others) {
      resources.addAll(each.byResource.keySet());
      each.byPattern.forEach(pattern -> resources.add(pattern.glob()));
      states.addAll(each.byState.keySet());
    }
    return new HandlerSearch(machine, map, resources, states);
  }

  private void collectMissing(Scope scope, List<State.Task> missing) {
    for (State state : scope.states().values()) {
      switch (state) {
        case State.Task task -> {
          if (find(task.name(), task.resource().uri()) == null) {
            missing.add(task);
          }
        }
        case State.Parallel parallel ->
            parallel.branches().forEach(branch -> collectMissing(branch, missing));
        case State.Map map -> collectMissing(map.processor().scope(), missing);
        case State.Pass pass -> {}
        case State.Wait wait -> {}
        case State.Choice choice -> {}
        case State.Succeed succeed -> {}
        case State.Fail fail -> {}
      }
    }
  }

  /** Collects handlers; not safe for use by several threads. */
  public static final class Builder {

    private final Map<String, TaskHandler> byState = new HashMap<>();
    private final Map<String, TaskHandler> byResource = new HashMap<>();
    private final List<Pattern> byPattern = new ArrayList<>();

    /** Null until somebody wants one: to make a mapper is a quarter of a cold start. */
    private @Nullable JavaObjects objects;

    private Builder() {}

    /** The application's own mapper, for the typed handlers that are bound after this. */
    public Builder mapper(ObjectMapper mapper) {
      objects = new JavaObjects(mapper);
      return this;
    }

    /** Answers the Task state of that name, whatever its resource. */
    public Builder state(String name, TaskHandler handler) {
      byState.put(name, handler);
      return this;
    }

    /** Answers the Task state of that name with Java objects; see {@link TaskHandler#typed}. */
    public <I, O> Builder typed(
        String name, Class<I> input, ObjectMapper mapper, TypedTask.Plain<I, O> work) {
      return state(name, TaskHandler.typed(input, mapper, work));
    }

    /**
     * Answers Task states with that resource.
     *
     * @param resource a whole {@code Resource}, or a pattern in which {@code *} stands for any run
     *     of characters
     */
    public Builder resource(String resource, TaskHandler handler) {
      if (resource.indexOf('*') < 0) {
        byResource.put(resource, handler);
        return this;
      }
      String regex = "\\Q" + resource.replace("*", "\\E.*\\Q") + "\\E";
      byPattern.add(new Pattern(resource, java.util.regex.Pattern.compile(regex), handler));
      return this;
    }

    /**
     * Answers Task states with that resource, or pattern of resources, with Java objects in and
     * out.
     */
    public <T, R> Builder resource(String resource, Class<T> type, TypedTask<T, R> task) {
      return resource(resource, objects().handler(type, task));
    }

    /** The same for code that needs no context. */
    public <T, R> Builder bind(String resource, Class<T> type, TypedTask.Plain<T, R> task) {
      return resource(resource, type, (input, call) -> task.handle(input));
    }

    /** Answers the Task state of that name with Java objects in and out. */
    public <T, R> Builder state(String name, Class<T> type, TypedTask<T, R> task) {
      return state(name, objects().handler(type, task));
    }

    /**
     * Answers Task states with the methods of an object that are marked {@link AnswersResource}.
     *
     * @throws IllegalArgumentException if there are none, or one takes what cannot be given
     */
    public Builder annotated(Object bean) {
      objects().handlersOf(bean).forEach(this::resource);
      return this;
    }

    private JavaObjects objects() {
      if (objects == null) {
        objects = new JavaObjects(new ObjectMapper());
      }
      return objects;
    }

    /** The handlers collected so far. */
    public TaskHandlers build() {
      return new TaskHandlers(this);
    }
  }
}
