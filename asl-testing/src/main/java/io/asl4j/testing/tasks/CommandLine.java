package io.asl4j.testing.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command written as one text, without a shell: words between spaces, quotes keep them together.
 */
final class CommandLine {

  private CommandLine() {}

  /** Splits a text into words; empty if a quote is not closed. */
  static Optional<List<String>> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        inWord = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        inWord = true;
      } else if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return quote == 0 ? Optional.of(words) : Optional.empty();
  }
}
