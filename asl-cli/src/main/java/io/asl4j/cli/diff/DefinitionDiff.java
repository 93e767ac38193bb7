package io.asl4j.cli.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonEquality;
import io.asl4j.core.json.Pointers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares two versions of a definition state by state. A state that is gone and one that is new
 * are taken for the same under another name if their fields are equal but for transitions, and only
 * one pair of a scope fits.
 */
public final class DefinitionDiff {

  private static final Set<String> TRANSITIONS = Set.of("Next", "Default", "StartAt");
  private static final Set<String> SCOPES = Set.of("ItemProcessor", "Iterator");

  private final List<Change> changes = new ArrayList<>();

  private DefinitionDiff() {}

  /** Lists what is different, in the order of the new version, removed states last. */
  public static List<Change> between(JsonNode before, JsonNode after) {
    DefinitionDiff diff = new DefinitionDiff();
    diff.scope(Pointers.ROOT, "", before, after);
    return List.copyOf(diff.changes);
  }

  private void scope(String pointer, String around, JsonNode before, JsonNode after) {
    JsonNode oldStates = before.path("States");
    JsonNode newStates = after.path("States");
    Map<String, String> renamed = renamed(oldStates, newStates);
    for (String field : names(before, after)) {
      if (!field.equals("States")) {
        field(
            Pointers.child(pointer, field),
            around,
            field,
            before.path(field),
            after.path(field),
            renamed);
      }
    }
    String states = Pointers.child(pointer, "States");
    for (Map.Entry<String, JsonNode> state : newStates.properties()) {
      String name = state.getKey();
      String at = Pointers.child(states, name);
      String was = oldName(name, renamed);
      if (!oldStates.has(was)) {
        changes.add(new Change.Added(at, name));
        continue;
      }
      if (!was.equals(name)) {
        changes.add(new Change.Renamed(at, was, name));
      }
      state(at, name, oldStates.path(was), state.getValue(), renamed);
    }
    for (Map.Entry<String, JsonNode> state : oldStates.properties()) {
      String name = state.getKey();
      if (!newStates.has(name) && !renamed.containsKey(name)) {
        changes.add(new Change.Removed(Pointers.child(states, name), name));
      }
    }
  }

  private static String oldName(String name, Map<String, String> renamed) {
    return renamed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(name);
  }

  private void state(
      String pointer, String name, JsonNode before, JsonNode after, Map<String, String> renamed) {
    for (String field : names(before, after)) {
      JsonNode was = before.path(field);
      JsonNode is = after.path(field);
      String at = Pointers.child(pointer, field);
      if (SCOPES.contains(field) && was.isObject() && is.isObject()) {
        scope(at, name, was, is);
      } else if (field.equals("Branches") && was.size() == is.size()) {
        for (int i = 0; i < is.size(); i++) {
          scope(Pointers.child(at, i), name, was.path(i), is.path(i));
        }
      } else {
        field(at, name, field, was, is, renamed);
      }
    }
  }

  private void field(
      String pointer,
      String state,
      String field,
      JsonNode before,
      JsonNode after,
      Map<String, String> renamed) {
    String last = field.substring(field.lastIndexOf('/') + 1);
    if (JsonEquality.same(before, after) || isRenamedTarget(last, before, after, renamed)) {
      return;
    }
    boolean areAlike =
        (before.isObject() && after.isObject())
            || (before.isArray() && after.isArray() && before.size() == after.size());
    if (!areAlike) {
      changes.add(new Change.Field(pointer, state, field, text(before), text(after)));
      return;
    }
    if (after.isObject()) {
      for (String name : names(before, after)) {
        field(
            Pointers.child(pointer, name),
            state,
            field + "/" + name,
            before.path(name),
            after.path(name),
            renamed);
      }
      return;
    }
    for (int i = 0; i < after.size(); i++) {
      field(
          Pointers.child(pointer, i),
          state,
          field + "/" + i,
          before.path(i),
          after.path(i),
          renamed);
    }
  }

  /** A transition to a state that was only renamed still leads to the same state. */
  private static boolean isRenamedTarget(
      String field, JsonNode before, JsonNode after, Map<String, String> renamed) {
    return TRANSITIONS.contains(field)
        && before.isTextual()
        && after.isTextual()
        && after.textValue().equals(renamed.get(before.textValue()));
  }

  private static Map<String, String> renamed(JsonNode before, JsonNode after) {
    Map<String, String> renamed = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> gone : before.properties()) {
      if (after.has(gone.getKey())) {
        continue;
      }
      List<String> alike = new ArrayList<>();
      for (Map.Entry<String, JsonNode> fresh : after.properties()) {
        boolean isNew = !before.has(fresh.getKey()) && !renamed.containsValue(fresh.getKey());
        if (isNew
            && JsonEquality.same(
                withoutTransitions(gone.getValue()), withoutTransitions(fresh.getValue()))) {
          alike.add(fresh.getKey());
        }
      }
      if (alike.size() == 1) {
        renamed.put(gone.getKey(), alike.getFirst());
      }
    }
    return renamed;
  }

  private static JsonNode withoutTransitions(JsonNode state) {
    if (!state.isObject()) {
      return state;
    }
    ObjectNode copy = state.deepCopy();
    copy.remove(TRANSITIONS);
    return copy;
  }

  private static Set<String> names(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    after.fieldNames().forEachRemaining(names::add);
    before.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "" : Json.write(value);
  }
}
