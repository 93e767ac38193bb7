package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A place where a pattern, or a function that acts as one, was found in a text.
 *
 * @param groups what the groups caught; a null node for one that took no part
 * @param after finds the next one
 */
record Match(
    String text, int start, int end, List<JsonNode> groups, Supplier<Optional<Match>> after) {

  /** The first match; a function must answer with an object that tells one. */
  static Optional<Match> first(Run run, FunctionValue matcher, String text, String caller) {
    if (matcher instanceof RegexFunction regex) {
      return regex.find(run, text, 0);
    }
    JsonNode[] arguments = {JsonataFailed.text(text)};
    return told(run, Sequence.collapse(matcher.call(run, Values.NOTHING, arguments)), caller);
  }

  private static Optional<Match> told(Run run, JsonNode answer, String caller) {
    if (answer.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode next = answer.path("next");
    boolean isMatch =
        isFalse(answer)
            || answer.path("start").isNumber()
            || answer.path("groups").isArray()
            || next instanceof FunctionValue;
    if (!isMatch) {
      throw JsonataFailed.error("T1010", JsonataFailed.NOWHERE, caller);
    }
    List<JsonNode> groups = new ArrayList<>();
    answer.path("groups").forEach(groups::add);
    Supplier<Optional<Match>> after =
        next instanceof FunctionValue function
            ? () -> told(run, Sequence.collapse(called(run, function)), caller)
            : Optional::empty;
    return Optional.of(
        new Match(
            answer.path("match").asText(),
            answer.path("start").asInt(),
            answer.path("end").asInt(),
            groups,
            after));
  }

  /** Whether an answer is false to the host language of JSONata, which then asks no further. */
  private static boolean isFalse(JsonNode answer) {
    return answer.isNull()
        || (answer.isValueNode() && !(answer instanceof InternalValue) && isEmpty(answer));
  }

  private static boolean isEmpty(JsonNode scalar) {
    return scalar.isTextual()
        ? scalar.textValue().isEmpty()
        : scalar.doubleValue() == 0 && !scalar.asBoolean();
  }

  private static JsonNode called(Run run, FunctionValue function) {
    run.tick();
    return function.call(run, Values.NOTHING, new JsonNode[0]);
  }

  Optional<Match> next() {
    return after.get();
  }

  ArrayNode groupsAsJson() {
    ArrayNode array = Values.array(groups.size());
    groups.forEach(array::add);
    return array;
  }

  /** What a group caught, counted from 0; nothing if it caught nothing or is not there. */
  String group(int index) {
    boolean known = index >= 0 && index < groups.size();
    return known && !(groups.get(index) instanceof NullNode) ? groups.get(index).asText() : "";
  }

  /** The match as the expression sees it. */
  ObjectNode asJson() {
    ObjectNode json = FieldList.object(5);
    json.put("match", text);
    json.set("start", Numbers.of((long) start));
    json.set("end", Numbers.of((long) end));
    json.set("groups", groupsAsJson());
    json.set("next", new Next(this));
    return json;
  }

  /** The function that finds the next match. */
  private static final class Next extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final transient Match match;

    Next(Match match) {
      this.match = match;
    }

    @Override
    boolean countsAsTrue() {
      return false;
    }

    @Override
    int arity() {
      return 0;
    }

    @Override
    JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
      return match.next().<JsonNode>map(Match::asJson).orElse(Values.NOTHING);
    }
  }
}
