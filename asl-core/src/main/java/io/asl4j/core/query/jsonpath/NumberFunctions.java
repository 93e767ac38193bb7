package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.RoundingMode;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The intrinsic functions about numbers and chance. */
final class NumberFunctions {

  private NumberFunctions() {}

  /** Rounds each number half up before it adds; the numbers and the sum are 32-bit integers. */
  static JsonNode add(IntrinsicArguments arguments) throws IntrinsicFailed {
    long sum =
        (long) arguments.integer(0, RoundingMode.HALF_UP)
            + arguments.integer(1, RoundingMode.HALF_UP);
    if (sum != (int) sum) {
      throw arguments.invalid();
    }
    return IntNode.valueOf((int) sum);
  }

  /**
   * From the first number to just below the second. The same seed gives the same number, that of
   * {@link Random}.
   */
  static JsonNode random(IntrinsicArguments arguments) throws IntrinsicFailed {
    int from = arguments.integer(0);
    int to = arguments.integer(1);
    if (from >= to) {
      throw arguments.invalid();
    }
    RandomGenerator random =
        arguments.count() == 3 ? new Random(arguments.integer(2)) : arguments.random();
    return IntNode.valueOf(between(random, from, to));
  }

  private static int between(RandomGenerator random, int from, int to) {
    int width = to - from;
    if (width > 0) {
      return from + random.nextInt(width);
    }
    // The width is more than an int holds, so at least every second number fits.
    int number = random.nextInt();
    while (number < from || number >= to) {
      number = random.nextInt();
    }
    return number;
  }

  static JsonNode uuid(IntrinsicArguments arguments) {
    long high = (arguments.random().nextLong() & ~0xF000L) | 0x4000L;
    long low = (arguments.random().nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return TextNode.valueOf(new UUID(high, low).toString());
  }
}
