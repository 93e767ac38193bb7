package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Takes a checked definition apart into the pieces that it could have been written with. */
final class Reading {

  private Reading() {}

  /** A state of a machine, whose definition says which query language states have by default. */
  static StateDefinition state(String name, JsonNode json, JsonNode machine) {
    return switch (Language.ofState(json, machine)) {
      case JSONPATH -> jsonPath(name, json, machine);
      case JSONATA -> jsonata(name, json, machine);
    };
  }

  private static StateDefinition jsonPath(String name, JsonNode json, JsonNode machine) {
    return switch (type(json)) {
      case "Task" -> new JsonPathTask(name, json.deepCopy());
      case "Parallel" -> new JsonPathParallel(name, parallel(json), branches(json, machine));
      case "Map" -> new JsonPathMap(name, map(json), processor(json, machine));
      case "Pass" -> new JsonPathPass(name, json.deepCopy());
      case "Wait" -> new JsonPathWait(name, json.deepCopy());
      case "Choice" -> new JsonPathChoice(name, json.deepCopy());
      case "Succeed" -> new JsonPathSucceed(name, json.deepCopy());
      case "Fail" -> new JsonPathFail(name, json.deepCopy());
      default -> throw unknown(name, json);
    };
  }

  private static StateDefinition jsonata(String name, JsonNode json, JsonNode machine) {
    return switch (type(json)) {
      case "Task" -> new JsonataTask(name, json.deepCopy());
      case "Parallel" -> new JsonataParallel(name, parallel(json), branches(json, machine));
      case "Map" -> new JsonataMap(name, map(json), processor(json, machine));
      case "Pass" -> new JsonataPass(name, json.deepCopy());
      case "Wait" -> new JsonataWait(name, json.deepCopy());
      case "Choice" -> new JsonataChoice(name, json.deepCopy());
      case "Succeed" -> new JsonataSucceed(name, json.deepCopy());
      case "Fail" -> new JsonataFail(name, json.deepCopy());
      default -> throw unknown(name, json);
    };
  }

  private static String type(JsonNode state) {
    return state.path("Type").asText();
  }

  private static IllegalStateException unknown(String name, JsonNode state) {
    return new IllegalStateException(
        "State `%s` of a checked machine has the type `%s`.".formatted(name, type(state)));
  }

  /** A placeholder of a deployment tool may stand for the branches, and stays. */
  private static ObjectNode parallel(JsonNode state) {
    return state.path("Branches").isArray()
        ? Fields.withPlaceFor("Branches", state)
        : state.deepCopy();
  }

  private static List<Branch> branches(JsonNode state, JsonNode machine) {
    List<Branch> branches = new ArrayList<>();
    for (JsonNode branch : state.path("Branches")) {
      branches.add(
          new Branch(
              Fields.withPlaceFor("States", branch),
              StateMap.read(branch.path("States"), machine)));
    }
    return branches;
  }

  private static ObjectNode map(JsonNode state) {
    return Fields.withPlaceFor(MapFields.processorField(state), state);
  }

  private static ItemProcessor processor(JsonNode state, JsonNode machine) {
    JsonNode processor = state.path(MapFields.processorField(state));
    return new ItemProcessor(
        Fields.withPlaceFor("States", processor), StateMap.read(processor.path("States"), machine));
  }
}
