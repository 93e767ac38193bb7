package io.asl4j.testing.junit;

/** A note beside the failure of a test: the seed that it ran with. */
final class RanWithSeed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RanWithSeed(long seed) {
    super(
        "The test ran with the seed %d; @AslSeed(%d) runs it again in the same order."
            .formatted(seed, seed),
        null,
        false,
        false);
  }
}
