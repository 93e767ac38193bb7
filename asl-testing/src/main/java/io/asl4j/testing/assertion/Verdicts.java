package io.asl4j.testing.assertion;

/** What becomes of an assertion that failed: it is thrown, or kept until the end. */
@FunctionalInterface
interface Verdicts {

  void failed(AssertionError failure);

  static Verdicts thrown() {
    return failure -> {
      throw failure;
    };
  }
}
