package io.asl4j.runtime.walk;

/**
 * Sizes that an execution may reach.
 *
 * @param historyEvents how many events its history may have, the last one included
 * @param payloadBytes how many bytes of UTF-8 the compact JSON of an input, an output or a result
 *     may take
 * @param openBranches how many branches or iterations of one state may be open at once when the
 *     definition sets no limit
 */
public record Limits(long historyEvents, long payloadBytes, int openBranches) {

  /** How many branches of one state are open at once at the most, unless told otherwise. */
  public static final int DEFAULT_OPEN_BRANCHES = 10_000;

  private static final Limits AWS = new Limits(25_000, 262_144, DEFAULT_OPEN_BRANCHES);
  private static final Limits UNLIMITED =
      new Limits(Long.MAX_VALUE, Long.MAX_VALUE, DEFAULT_OPEN_BRANCHES);

  /**
   * What AWS Step Functions allows: 25,000 events, 262,144 bytes.
   *
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">AWS
   *     Step Functions, Service quotas</a>
   */
  public static Limits aws() {
    return AWS;
  }

  /** No limits but those of the machine it runs on. */
  public static Limits unlimited() {
    return UNLIMITED;
  }

  /** Whether payloads need to be measured at all. */
  public boolean measuresPayloads() {
    return payloadBytes != Long.MAX_VALUE;
  }
}
