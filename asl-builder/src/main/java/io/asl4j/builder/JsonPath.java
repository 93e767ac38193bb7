package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where machines and states with the query language JSONPath begin.
 *
 * <pre>{@code
 * StateMachine machine =
 *     JsonPath.machine()
 *         .states(
 *             JsonPath.task("Charge", "java:payment/charge")
 *                 .parameters(JsonPath.template().path("order", "$.order"))
 *                 .resultPath("$.receipt")
 *                 .timeoutSeconds(30)
 *                 .next("Ship"),
 *             JsonPath.task("Ship", "java:warehouse/ship").end())
 *         .build();
 * }</pre>
 *
 * <p>Made for static imports too. What is made here has the fields of JSONPath only; a field of the
 * other language does not compile. A machine may hold single states made by {@link Jsonata}.
 */
public final class JsonPath {

  private JsonPath() {}

  /** A machine without states. */
  public static JsonPathMachine machine() {
    return new JsonPathMachine(Fields.none(), StateMap.EMPTY);
  }

  /**
   * A machine taken apart, to change it; see {@link MachineDefinition#of}.
   *
   * @throws IllegalArgumentException if its query language is JSONata
   */
  public static JsonPathMachine machine(StateMachine machine) {
    JsonNode definition = machine.definition();
    if (Language.ofMachine(definition) != Language.JSONPATH) {
      throw new IllegalArgumentException(
          "The query language of this machine is JSONata; use Jsonata.machine.");
    }
    return new JsonPathMachine(
        Fields.withPlaceFor("States", definition),
        StateMap.read(definition.path("States"), definition));
  }

  /** A Task state that calls a resource. */
  public static JsonPathTask task(String name, String resource) {
    return new JsonPathTask(name, StateFields.ofType("Task")).resource(resource);
  }

  /** A Parallel state; more branches can be added. */
  public static JsonPathParallel parallel(String name, Branch... branches) {
    return new JsonPathParallel(name, StateFields.ofType("Parallel"), List.of(branches));
  }

  /** A Map state. */
  public static JsonPathMap map(String name, ItemProcessor processor) {
    return new JsonPathMap(name, StateFields.ofType("Map"), processor);
  }

  /** A Pass state. */
  public static JsonPathPass pass(String name) {
    return new JsonPathPass(name, StateFields.ofType("Pass"));
  }

  /** A Choice state without rules. */
  public static JsonPathChoice choice(String name) {
    return new JsonPathChoice(name, StateFields.ofType("Choice"));
  }

  /** A Wait state with {@code Seconds}. */
  public static JsonPathWait waitSeconds(String name, long seconds) {
    return newWait(name).seconds(seconds);
  }

  /** A Wait state with {@code SecondsPath}. */
  public static JsonPathWait waitSecondsPath(String name, String path) {
    return newWait(name).secondsPath(path);
  }

  /**
   * A Wait state with {@code Seconds}, as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  public static JsonPathWait waitFor(String name, Duration duration) {
    return waitSeconds(name, Data.seconds(duration));
  }

  /** A Wait state with {@code Timestamp}. */
  public static JsonPathWait waitTimestamp(String name, Instant instant) {
    return newWait(name).timestamp(instant);
  }

  /** A Wait state with {@code TimestampPath}. */
  public static JsonPathWait waitTimestampPath(String name, String path) {
    return newWait(name).timestampPath(path);
  }

  private static JsonPathWait newWait(String name) {
    return new JsonPathWait(name, StateFields.ofType("Wait"));
  }

  /** A Succeed state. */
  public static JsonPathSucceed succeed(String name) {
    return new JsonPathSucceed(name, StateFields.ofType("Succeed"));
  }

  /** A Fail state; error and cause can be added. */
  public static JsonPathFail fail(String name) {
    return new JsonPathFail(name, StateFields.ofType("Fail"));
  }

  /**
   * A branch of a Parallel state; it starts at its first state unless {@link Branch#startAt} says
   * otherwise.
   */
  public static Branch branch(StateDefinition... states) {
    return branch(List.of(states));
  }

  /** A branch of a Parallel state. */
  public static Branch branch(Collection<? extends StateDefinition> states) {
    return new Branch(Fields.none(), StateMap.EMPTY.and(states));
  }

  /**
   * What a Map state does with each item; it starts at its first state unless {@link
   * ItemProcessor#startAt} says otherwise.
   */
  public static ItemProcessor itemProcessor(StateDefinition... states) {
    return itemProcessor(List.of(states));
  }

  /** What a Map state does with each item. */
  public static ItemProcessor itemProcessor(Collection<? extends StateDefinition> states) {
    return new ItemProcessor(Fields.none(), StateMap.EMPTY.and(states));
  }

  /** A retrier for errors of these names; {@code States.ALL} is any error. */
  public static Retrier retrier(String... errorEquals) {
    return new Retrier(Fields.none()).field("ErrorEquals", errorEquals);
  }

  /** A catcher for errors of these names; {@code States.ALL} is any error. */
  public static JsonPathCatcher catcher(String... errorEquals) {
    return new JsonPathCatcher(Fields.none()).field("ErrorEquals", errorEquals);
  }

  /** A rule of a Choice state. */
  public static JsonPathRule rule(JsonPathCondition condition) {
    return new JsonPathRule(condition.json(Language.JSONPATH));
  }

  /**
   * A value in the data, to be compared.
   *
   * @param path a reference path, such as {@code $.total}
   */
  public static JsonPathVariable variable(String path) {
    return new JsonPathVariable(path);
  }

  /** {@code And}: all of them hold. */
  public static JsonPathCondition and(JsonPathCondition... conditions) {
    return combined("And", conditions);
  }

  /** {@code Or}: one of them holds. */
  public static JsonPathCondition or(JsonPathCondition... conditions) {
    return combined("Or", conditions);
  }

  /** {@code Not}: it does not hold. */
  public static JsonPathCondition not(JsonPathCondition condition) {
    return new JsonPathCondition(Fields.none()).field("Not", condition.definition());
  }

  private static JsonPathCondition combined(String operator, JsonPathCondition... conditions) {
    ObjectNode fields = Fields.none();
    fields.set(operator, Data.appended(fields.path(operator), List.of(conditions)));
    return new JsonPathCondition(fields);
  }

  /** A payload template without fields, for parameters, selectors and variables. */
  public static JsonPathTemplate template() {
    return new JsonPathTemplate(Fields.none());
  }

  /** What reads the items of a Distributed Map. */
  public static JsonPathItemReader itemReader(String resource) {
    return new JsonPathItemReader(Fields.none().put("Resource", resource));
  }

  /** What groups the items of a Distributed Map; it needs a limit. */
  public static JsonPathItemBatcher itemBatcher() {
    return new JsonPathItemBatcher(Fields.none());
  }

  /** What writes the results of a Distributed Map, or changes their form. */
  public static JsonPathResultWriter resultWriter() {
    return new JsonPathResultWriter(Fields.none());
  }
}
