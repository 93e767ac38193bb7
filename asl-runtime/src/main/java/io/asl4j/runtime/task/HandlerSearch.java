package io.asl4j.runtime.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.Pointers;
import io.asl4j.core.json.SourceMap;
import io.asl4j.core.model.State;
import io.asl4j.core.model.StateMachine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a handler of every Task state of one machine, and tells about those without. */
final class HandlerSearch {

  private static final int MOST_NAMES = 3;

  private final StateMachine machine;

  /** Null when the text of the machine is unknown. */
  private final @Nullable SourceMap map;

  private final Collection<String> resources;
  private final Collection<String> states;

  /**
   * @param resources what handlers are bound to: resources and patterns of them
   * @param states the names of states that handlers are bound to
   */
  HandlerSearch(
      StateMachine machine,
      @Nullable SourceMap map,
      Collection<String> resources,
      Collection<String> states) {
    this.machine = machine;
    this.map = map;
    this.resources = resources;
    this.states = states;
  }

  List<MissingHandler> report(List<State.Task> unanswered) {
    Map<String, String> pointers = new LinkedHashMap<>();
    locate(machine.definition(), Pointers.ROOT, pointers);
    return unanswered.stream().map(task -> report(task, pointers)).toList();
  }

  private MissingHandler report(State.Task task, Map<String, String> pointers) {
    String pointer = Pointers.child(pointers.getOrDefault(task.name(), Pointers.ROOT), "Resource");
    Optional<String> place =
        map == null ? Optional.empty() : Optional.of(map.source().name() + ":" + map.best(pointer));
    String resource = task.resource().uri();
    List<String> nearest = new ArrayList<>();
    resources.stream()
        .filter(bound -> isNear(resource, bound))
        .limit(MOST_NAMES)
        .forEach(nearest::add);
    if (nearest.size() < MOST_NAMES) {
      Nearest.to(task.name(), states).ifPresent(nearest::add);
    }
    return new MissingHandler(task.name(), pointer, place, resource, nearest);
  }

  /** Compares what differs only: names of resources share long beginnings that say nothing. */
  private static boolean isNear(String resource, String bound) {
    int from = 0;
    for (int i = 0; i < Math.min(resource.length(), bound.length()); i++) {
      if (resource.charAt(i) != bound.charAt(i)) {
        break;
      }
      if (resource.charAt(i) == ':' || resource.charAt(i) == '/') {
        from = i + 1;
      }
    }
    return Nearest.to(resource.substring(from), List.of(bound.substring(from))).isPresent();
  }

  private static void locate(JsonNode scope, String pointer, Map<String, String> pointers) {
    for (Map.Entry<String, JsonNode> field : scope.path("States").properties()) {
      String at = Pointers.child(Pointers.child(pointer, "States"), field.getKey());
      pointers.putIfAbsent(field.getKey(), at);
      JsonNode state = field.getValue();
      for (String inner : List.of("ItemProcessor", "Iterator")) {
        locate(state.path(inner), Pointers.child(at, inner), pointers);
      }
      for (int i = 0; i < state.path("Branches").size(); i++) {
        String branch = Pointers.child(Pointers.child(at, "Branches"), i);
        locate(state.path("Branches").get(i), branch, pointers);
      }
    }
  }
}
