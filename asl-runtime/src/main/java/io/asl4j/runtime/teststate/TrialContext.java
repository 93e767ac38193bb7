package io.asl4j.runtime.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.State;
import io.asl4j.runtime.map.MapItem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The context object of a state that is tested without one: as if it ran in an Express execution of
 * a machine with a made-up name.
 */
final class TrialContext {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private TrialContext() {}

  /**
   * Makes the context object.
   *
   * @param roleArn null for none
   * @param retries how often the state was tried before
   */
  static ObjectNode of(
      TrialNames names,
      Subject subject,
      String stateName,
      JsonNode input,
      @Nullable String roleArn,
      Instant start,
      long retries) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", names.executionArn());
    execution.set("Input", input);
    execution.put("Name", names.executionName());
    execution.put("RoleArn", roleArn);
    execution.put("StartTime", TIMESTAMP.format(start));
    context
        .putObject("StateMachine")
        .put("Id", names.stateMachineArn())
        .put("Name", names.machineName());
    ObjectNode state = context.putObject("State").put("Name", stateName);
    state.put("EnteredTime", TIMESTAMP.format(start));
    if (subject.state() instanceof State.Working) {
      state.put("RetryCount", retries);
    }
    for (State.Working outer : subject.around()) {
      if (outer instanceof State.Map map) {
        addItem(context, map, input);
        break;
      }
    }
    return context;
  }

  /**
   * A state in a Map is tested as if it were in the first iteration, which got the input as it is.
   */
  private static void addItem(ObjectNode context, State.Map map, JsonNode input) {
    ObjectNode item = context.putObject("Map").putObject("Item");
    item.put("Index", 0);
    item.set("Value", input);
    if (map.processor().mode().isDistributed()) {
      item.put("Source", MapItem.STATE_DATA);
    }
  }
}
