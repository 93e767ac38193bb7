package io.asl4j.core.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The word that was probably meant: the known word that is the fewest slips of the keyboard away.
 */
public final class Nearest {

  /**
   * Longer words are only compared by equality without case: the effort grows with the square of
   * the length.
   */
  private static final int MAX_LENGTH = 80;

  private Nearest() {}

  /**
   * Finds the candidate that is most like a word.
   *
   * <p>A slip is a letter too many, too few, wrong, or swapped with its neighbour. A third of the
   * word's letters may be slips, at least one; other case costs nothing. Of equally near ones the
   * first is taken; the word itself is no candidate.
   *
   * @param word what was written
   * @param candidates what is known, in a fixed order
   * @return the nearest candidate as it is spelled, empty if none is near
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int bound = Math.max(1, wanted.length() / 3);
    Optional<String> best = Optional.empty();
    for (String candidate : candidates) {
      if (candidate.equals(word)) {
        continue;
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), bound);
      if (distance <= bound) {
        best = Optional.of(candidate);
        bound = distance - 1;
      }
    }
    return best;
  }

  /**
   * Gives the number of slips, or more than the bound if there are more (Damerau-Levenshtein,
   * neighbours swapped at most once).
   */
  private static int distance(String a, String b, int bound) {
    if (a.equals(b)) {
      return 0;
    }
    if (bound < 1
        || Math.abs(a.length() - b.length()) > bound
        || a.length() > MAX_LENGTH
        || b.length() > MAX_LENGTH) {
      return bound + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean equal = a.charAt(i - 1) == b.charAt(j - 1);
        int slips = Math.min(last[j - 1] + (equal ? 0 : 1), Math.min(last[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(slips, beforeLast[j - 2] + 1) : slips;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
