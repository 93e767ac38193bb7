package io.asl4j.core.json;

import java.util.ArrayList;
import java.util.List;

/**
 * JSON pointers as strings (RFC 6901): {@code ""} is the root, {@code "/States/A~1B/Next"} a field
 * of a state named {@code A/B}.
 *
 * <p>Array positions are decimal numbers; a pointer alone does not tell {@code 0} the field from
 * {@code 0} the position.
 */
public final class Pointers {

  /** The pointer of the whole document. */
  public static final String ROOT = "";

  private Pointers() {}

  /** Gives the pointer of a field of the object at {@code parent}. */
  public static String child(String parent, String field) {
    return parent + '/' + escape(field);
  }

  /** Gives the pointer of an element (0-based) of the array at {@code parent}. */
  public static String child(String parent, int index) {
    return parent + '/' + index;
  }

  /**
   * Splits a pointer into its unescaped steps; the root has none.
   *
   * @throws IllegalArgumentException if the text is no JSON pointer: neither empty nor beginning
   *     with a slash, or a tilde that is not followed by 0 or 1
   */
  public static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    if (pointer.isEmpty()) {
      return steps;
    }
    if (pointer.charAt(0) != '/') {
      throw new IllegalArgumentException(
          "A JSON pointer is empty or begins with a slash, got `" + pointer + "`.");
    }
    int from = 1;
    while (true) {
      int slash = pointer.indexOf('/', from);
      steps.add(unescape(pointer.substring(from, slash < 0 ? pointer.length() : slash)));
      if (slash < 0) {
        return steps;
      }
      from = slash + 1;
    }
  }

  private static String escape(String field) {
    if (field.indexOf('~') < 0 && field.indexOf('/') < 0) {
      return field;
    }
    return field.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String step) {
    if (step.indexOf('~') < 0) {
      return step;
    }
    StringBuilder field = new StringBuilder(step.length());
    int from = 0;
    for (int tilde = step.indexOf('~'); tilde >= 0; tilde = step.indexOf('~', from)) {
      char code = tilde + 1 < step.length() ? step.charAt(tilde + 1) : ' ';
      if (code != '0' && code != '1') {
        throw new IllegalArgumentException(
            "A tilde in a JSON pointer is followed by 0 or 1, got `" + step + "`.");
      }
      field.append(step, from, tilde).append(code == '0' ? '~' : '/');
      from = tilde + 2;
    }
    field.append(step, from, step.length());
    return field.toString();
  }
}
