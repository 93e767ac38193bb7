package io.asl4j.runtime;

/**
 * What executions and state machines may be called, so that their ARNs can be read again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html">AWS
 *     Step Functions API, StartExecution</a>
 */
final class NameRule {

  private static final int LONGEST = 80;
  private static final String FORBIDDEN = "<>{}[]?*\"#%\\^|~`$&,;:/";

  private NameRule() {}

  /**
   * @throws IllegalArgumentException if AWS would not take the name
   */
  static void check(String what, String name) {
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > LONGEST) {
      throw invalid(what, name, "has %d characters".formatted(length));
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isForbidden(c)) {
        throw invalid(what, name, "has %s at position %d".formatted(shown(c), i + 1));
      }
    }
  }

  private static boolean isForbidden(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c >= '\uFFFE'
        || FORBIDDEN.indexOf(c) >= 0;
  }

  private static String shown(char c) {
    return FORBIDDEN.indexOf(c) >= 0 ? "`" + c + "`" : "U+%04X".formatted((int) c);
  }

  private static IllegalArgumentException invalid(String what, String name, String why) {
    return new IllegalArgumentException(
        "The name `%s` of the %s %s; as on AWS, a name has 1 to 80 characters and none of white space, control characters and %s"
            .formatted(name, what, why, FORBIDDEN));
  }
}
