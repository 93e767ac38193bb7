package io.asl4j.core.json;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts that were right until a piece was cut out or put in. */
final class BrokenTexts {

  private BrokenTexts() {}

  static Arbitrary<String> of(Arbitrary<String> right) {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "", ",", "}", "]", "{", "[", "\"", ":", "x", "-", "1", ".", "\\", "\n", "\t", "\u0000",
            "\uD83D", "#", "&a ", "*a", "<<: ", "!t ");
    return Combinators.combine(
            right,
            Arbitraries.doubles().between(0, 1),
            Arbitraries.integers().between(0, 3),
            pieces)
        .as(
            (text, where, length, piece) -> {
              int from = (int) (where * text.length());
              int to = Math.min(text.length(), from + length);
              return text.substring(0, from) + piece + text.substring(to);
            });
  }
}
