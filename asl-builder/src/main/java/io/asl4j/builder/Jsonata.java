package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where machines and states with the query language JSONata begin.
 *
 * <pre>{@code
 * StateMachine machine =
 *     Jsonata.machine()
 *         .states(
 *             Jsonata.task("Charge", "java:payment/charge")
 *                 .arguments(Map.of("order", "{% $states.input.order %}"))
 *                 .timeoutSeconds(30)
 *                 .retry(Jsonata.retrier("GatewayBusy").maxAttempts(5).jitterStrategy(Jitter.FULL))
 *                 .next("Ship"),
 *             Jsonata.task("Ship", "java:warehouse/ship").end())
 *         .build();
 * }</pre>
 *
 * <p>Made for static imports too. What is made here has the fields of JSONata only; a field of the
 * other language does not compile.
 */
public final class Jsonata {

  private Jsonata() {}

  /** A machine without states. */
  public static JsonataMachine machine() {
    return new JsonataMachine(
        Fields.none().put("QueryLanguage", Language.JSONATA.word()), StateMap.EMPTY);
  }

  /**
   * A machine taken apart, to change it; see {@link MachineDefinition#of}.
   *
   * @throws IllegalArgumentException if its query language is JSONPath
   */
  public static JsonataMachine machine(StateMachine machine) {
    JsonNode definition = machine.definition();
    if (Language.ofMachine(definition) != Language.JSONATA) {
      throw new IllegalArgumentException(
          "The query language of this machine is JSONPath; use JsonPath.machine.");
    }
    return new JsonataMachine(
        Fields.withPlaceFor("States", definition),
        StateMap.read(definition.path("States"), definition));
  }

  /** A Task state that calls a resource. */
  public static JsonataTask task(String name, String resource) {
    return new JsonataTask(name, StateFields.ofType("Task")).resource(resource);
  }

  /** A Parallel state; more branches can be added. */
  public static JsonataParallel parallel(String name, Branch... branches) {
    return new JsonataParallel(name, StateFields.ofType("Parallel"), List.of(branches));
  }

  /** A Map state. */
  public static JsonataMap map(String name, ItemProcessor processor) {
    return new JsonataMap(name, StateFields.ofType("Map"), processor);
  }

  /** A Pass state. */
  public static JsonataPass pass(String name) {
    return new JsonataPass(name, StateFields.ofType("Pass"));
  }

  /** A Choice state without rules. */
  public static JsonataChoice choice(String name) {
    return new JsonataChoice(name, StateFields.ofType("Choice"));
  }

  /** A Wait state with {@code Seconds}. */
  public static JsonataWait waitSeconds(String name, long seconds) {
    return newWait(name).seconds(seconds);
  }

  /** A Wait state with {@code Seconds} as an expression. */
  public static JsonataWait waitSeconds(String name, String expression) {
    return newWait(name).seconds(expression);
  }

  /**
   * A Wait state with {@code Seconds}, as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  public static JsonataWait waitFor(String name, Duration duration) {
    return waitSeconds(name, Data.seconds(duration));
  }

  /** A Wait state with {@code Timestamp}. */
  public static JsonataWait waitTimestamp(String name, Instant instant) {
    return newWait(name).timestamp(instant);
  }

  /** A Wait state with {@code Timestamp} as an expression. */
  public static JsonataWait waitTimestamp(String name, String expression) {
    return newWait(name).timestamp(expression);
  }

  private static JsonataWait newWait(String name) {
    return new JsonataWait(name, StateFields.ofType("Wait"));
  }

  /** A Succeed state. */
  public static JsonataSucceed succeed(String name) {
    return new JsonataSucceed(name, StateFields.ofType("Succeed"));
  }

  /** A Fail state; error and cause can be added. */
  public static JsonataFail fail(String name) {
    return new JsonataFail(name, StateFields.ofType("Fail"));
  }

  /**
   * A branch of a Parallel state; it starts at its first state unless {@link Branch#startAt} says
   * otherwise.
   */
  public static Branch branch(JsonataState... states) {
    return branch(List.of(states));
  }

  /** A branch of a Parallel state. */
  public static Branch branch(Collection<? extends JsonataState> states) {
    return new Branch(Fields.none(), StateMap.EMPTY.and(states));
  }

  /**
   * What a Map state does with each item; it starts at its first state unless {@link
   * ItemProcessor#startAt} says otherwise.
   */
  public static ItemProcessor itemProcessor(JsonataState... states) {
    return itemProcessor(List.of(states));
  }

  /** What a Map state does with each item. */
  public static ItemProcessor itemProcessor(Collection<? extends JsonataState> states) {
    return new ItemProcessor(Fields.none(), StateMap.EMPTY.and(states));
  }

  /** A retrier for errors of these names; {@code States.ALL} is any error. */
  public static Retrier retrier(String... errorEquals) {
    return new Retrier(Fields.none()).field("ErrorEquals", errorEquals);
  }

  /** A catcher for errors of these names; {@code States.ALL} is any error. */
  public static JsonataCatcher catcher(String... errorEquals) {
    return new JsonataCatcher(Fields.none()).field("ErrorEquals", errorEquals);
  }

  /**
   * A rule of a Choice state.
   *
   * @param condition an expression in <code>{% %}</code> that gives a boolean
   */
  public static JsonataRule rule(String condition) {
    return new JsonataRule(Fields.none()).field("Condition", condition);
  }

  /** A rule of a Choice state that always or never holds. */
  public static JsonataRule rule(boolean condition) {
    return new JsonataRule(Fields.none()).field("Condition", condition);
  }

  /**
   * An expression as definitions have it: the code in <code>{% %}</code>.
   *
   * @param code JSONata; code that stands in <code>{% %}</code> already is given back
   */
  public static String expression(String code) {
    String stripped = code.strip();
    boolean isDelimited = stripped.startsWith("{%") && stripped.endsWith("%}");
    return isDelimited ? stripped : "{% " + stripped + " %}";
  }

  /** An object without fields, for arguments, outputs and variables. */
  public static JsonataTemplate template() {
    return new JsonataTemplate(Fields.none());
  }

  /** What reads the items of a Distributed Map. */
  public static JsonataItemReader itemReader(String resource) {
    return new JsonataItemReader(Fields.none().put("Resource", resource));
  }

  /** What groups the items of a Distributed Map; it needs a limit. */
  public static JsonataItemBatcher itemBatcher() {
    return new JsonataItemBatcher(Fields.none());
  }

  /** What writes the results of a Distributed Map, or changes their form. */
  public static JsonataResultWriter resultWriter() {
    return new JsonataResultWriter(Fields.none());
  }
}
