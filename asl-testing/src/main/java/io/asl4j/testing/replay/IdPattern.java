package io.asl4j.testing.replay;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name of cases, or a pattern of names.
 *
 * @param text {@code *} stands for any run of characters, {@code ?} for one; all else for itself
 */
public record IdPattern(String text) {

  /** Whether it names that case. */
  public boolean matches(String id) {
    String regex =
        Arrays.stream(text.split("(?<=[*?])|(?=[*?])", -1))
            .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(id).matches();
  }
}
