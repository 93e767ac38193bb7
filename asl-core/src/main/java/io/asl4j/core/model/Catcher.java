package io.asl4j.core.model;

import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonpath.ResultPath;
import java.util.List;

/**
 * Where the walk goes after an error that was not, or no longer, retried.
 *
 * @param errorEquals error names; never empty
 * @param next a sibling of the state
 * @param output how the state's output is made from the Error Output
 * @param assign sees the Error Output as {@code $} or {@code $states.errorOutput}
 * @see <a href="https://states-language.net/#fallback-states">Amazon States Language, Fallback
 *     states</a>
 */
public record Catcher(List<String> errorEquals, String next, Output output, Assign assign) {

  /** How a catcher makes the output. */
  public sealed interface Output {}

  /** JSONPath: puts the Error Output into the raw input. */
  public record AtResultPath(ResultPath resultPath) implements Output {}

  /** JSONata: the Error Output itself when the field was left out. */
  public record Computed(Template template) implements Output {}

  public Catcher {
    errorEquals = List.copyOf(errorEquals);
  }
}
