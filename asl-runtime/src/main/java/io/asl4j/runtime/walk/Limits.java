package io.asl4j.runtime.walk;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.query.EvaluationBudget;

/**
 * Sizes that an execution may reach.
 *
 * @param historyEvents how many events its history may have, the last one included
 * @param payloadBytes how many bytes of UTF-8 the compact JSON of an input, an output or a result
 *     may take
 * @param openBranches how many branches or iterations of one state may be open at once when the
 *     definition sets no limit
 * @param assignBytes how many bytes the variables may take that one state assigns
 * @param variableBytes how many bytes all variables may take that a state can see
 * @param errorCharacters how long an error name may be; a longer one is cut
 * @param causeCharacters how long a cause may be; a longer one is cut
 * @param expressions how much one JSONata expression may use
 */
public record Limits(
    long historyEvents,
    long payloadBytes,
    int openBranches,
    long assignBytes,
    long variableBytes,
    int errorCharacters,
    int causeCharacters,
    EvaluationBudget expressions) {

  /** How many branches of one state are open at once at the most, unless told otherwise. */
  public static final int DEFAULT_OPEN_BRANCHES = 10_000;

  private static final Limits AWS =
      new Limits(
          25_000,
          262_144,
          DEFAULT_OPEN_BRANCHES,
          262_144,
          10 * 1_048_576,
          256,
          32_768,
          EvaluationBudget.aws());
  private static final Limits UNLIMITED =
      new Limits(Long.MAX_VALUE, Long.MAX_VALUE, DEFAULT_OPEN_BRANCHES);

  /**
   * Limits of events, payloads and branches; none of variables, error names and causes, and those
   * of AWS for expressions.
   */
  public Limits(long historyEvents, long payloadBytes, int openBranches) {
    this(
        historyEvents,
        payloadBytes,
        openBranches,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        EvaluationBudget.aws());
  }

  /**
   * What AWS Step Functions allows: 25,000 events, 262,144 bytes, as many in one {@code Assign}, 10
   * MiB of variables, 256 characters of an error name and 32,768 of a cause.
   *
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">AWS
   *     Step Functions, Service quotas</a>
   */
  public static Limits aws() {
    return AWS;
  }

  /**
   * No limits but those of the machine it runs on; expressions have those of AWS even so, because
   * one that does not end would end nothing else either.
   */
  public static Limits unlimited() {
    return UNLIMITED;
  }

  /** The same limits with another budget for each JSONata expression. */
  public Limits withExpressions(EvaluationBudget budget) {
    return new Limits(
        historyEvents,
        payloadBytes,
        openBranches,
        assignBytes,
        variableBytes,
        errorCharacters,
        causeCharacters,
        budget);
  }

  /** Whether payloads need to be measured at all. */
  public boolean measuresPayloads() {
    return payloadBytes != Long.MAX_VALUE;
  }

  /** Whether an input, an output or a result is larger than allowed. */
  public boolean exceededBy(JsonNode payload) {
    return Payloads.exceed(this, payload);
  }

  /** How many bytes of UTF-8 the compact JSON of a value takes. */
  public static long bytesOf(JsonNode payload) {
    return Payloads.bytes(payload);
  }
}
