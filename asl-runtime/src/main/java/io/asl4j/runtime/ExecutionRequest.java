package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.walk.Frame;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to start an execution with. Immutable.
 *
 * @param input handed over: not to be changed afterwards
 * @param name unique for its machine; made up when empty. As on AWS, 1 to 80 characters without
 *     white space, control characters, and {@code < > { } [ ] ? * " # % \ ^ | ~ ` $ & , ; : /}
 * @param machineName the state machine's name in ARNs and the context object; the engine's own when
 *     empty; of the same characters
 * @param businessKey what the application knows the execution by, such as an order number
 * @param seed what all random numbers of the execution are drawn from; made up when empty
 * @param notBefore when to enter the first state; at once when empty. The execution is open, and
 *     its history begins, from the call on; its own {@code TimeoutSeconds} count from this instant
 * @param beginning where to begin; at the first state when empty
 */
public record ExecutionRequest(
    JsonNode input,
    Optional<String> name,
    Optional<String> machineName,
    Optional<String> businessKey,
    Optional<Long> seed,
    Optional<Instant> notBefore,
    Optional<Frame> beginning) {

  /**
   * @throws IllegalArgumentException if the input is no JSON value, or if AWS would not take one of
   *     the names
   */
  public ExecutionRequest {
    checkInput(input);
    name.ifPresent(given -> NameRule.check("execution", given));
    machineName.ifPresent(given -> NameRule.check("state machine", given));
  }

  /** It comes from the application, which may give null whatever the type says. */
  private static void checkInput(@Nullable JsonNode given) {
    if (given == null || given.isMissingNode() || given.isPojo()) {
      throw new IllegalArgumentException(
          "The input of an execution is %s; give a JSON value, such as NullNode for null."
              .formatted(given == null ? "null" : "a " + given.getClass().getSimpleName()));
    }
  }

  /** A request with an input only. */
  public static ExecutionRequest of(JsonNode input) {
    return new ExecutionRequest(
        input,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a name. */
  public ExecutionRequest withName(String executionName) {
    return new ExecutionRequest(
        input, Optional.of(executionName), machineName, businessKey, seed, notBefore, beginning);
  }

  /** The same with the name of the state machine. */
  public ExecutionRequest ofMachine(String stateMachineName) {
    return new ExecutionRequest(
        input, name, Optional.of(stateMachineName), businessKey, seed, notBefore, beginning);
  }

  /** The same with a key that the application knows it by. */
  public ExecutionRequest withBusinessKey(String key) {
    return new ExecutionRequest(
        input, name, machineName, Optional.of(key), seed, notBefore, beginning);
  }

  /**
   * The same with a seed, so that random numbers, unique ids and jitter come out the same again.
   */
  public ExecutionRequest withSeed(long number) {
    return new ExecutionRequest(
        input, name, machineName, businessKey, Optional.of(number), notBefore, beginning);
  }

  /** The same, to enter the first state at an instant. */
  public ExecutionRequest startingAt(Instant instant) {
    return new ExecutionRequest(
        input, name, machineName, businessKey, seed, Optional.of(instant), beginning);
  }

  /** The same, to begin at another state than the first. */
  public ExecutionRequest from(Frame frame) {
    return new ExecutionRequest(
        input, name, machineName, businessKey, seed, notBefore, Optional.of(frame));
  }
}
