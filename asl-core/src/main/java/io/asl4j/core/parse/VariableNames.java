package io.asl4j.core.parse;

import java.util.Optional;

/**
 * What a workflow variable can be called.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">Passing
 *     data between states with variables</a>
 */
final class VariableNames {

  private static final int MAX_LENGTH = 80;
  private static final String RESERVED = "states";

  private VariableNames() {}

  /** Says what is wrong with a name, without its dollar sign; empty for a good one. */
  static Optional<String> fault(String name) {
    if (name.equals(RESERVED)) {
      return Optional.of("that name is reserved");
    }
    int length = name.codePointCount(0, name.length());
    if (length == 0 || length > MAX_LENGTH) {
      return Optional.of("a name has 1 to " + MAX_LENGTH + " characters");
    }
    int first = name.codePointAt(0);
    boolean isIdentifier =
        (Character.isUnicodeIdentifierStart(first) || first == '_')
            && name.codePoints()
                .allMatch(
                    c ->
                        Character.isUnicodeIdentifierPart(c)
                            && !Character.isIdentifierIgnorable(c));
    return isIdentifier
        ? Optional.empty()
        : Optional.of(
            "a name begins with a letter and goes on with letters, digits and underscores");
  }
}
