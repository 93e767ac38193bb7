package io.asl4j.runtime.walk;

/**
 * The patterns of {@code StringMatches}: {@code *} stands for any run of characters, {@code \*} for
 * a star, {@code \\} for a backslash.
 *
 * @see <a href="https://states-language.net/#choice-state">Amazon States Language, Choice state</a>
 */
final class Wildcards {

  private Wildcards() {}

  /**
   * Whether the whole text fits the pattern; takes time proportional to the product of their
   * lengths at the most.
   */
  static boolean match(String pattern, String text) {
    int p = 0;
    int t = 0;
    int starAt = -1;
    int textAtStar = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        starAt = p++;
        textAtStar = t;
      } else if (p < pattern.length() && literal(pattern, p) == text.charAt(t)) {
        p += width(pattern, p);
        t++;
      } else if (starAt >= 0) {
        p = starAt + 1;
        t = ++textAtStar;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static char literal(String pattern, int at) {
    return pattern.charAt(at + width(pattern, at) - 1);
  }

  private static int width(String pattern, int at) {
    return pattern.charAt(at) == '\\' && at + 1 < pattern.length() ? 2 : 1;
  }
}
