package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Resource;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import java.util.List;
import java.util.regex.Pattern;

/** A task that waits for its token hands the token out. */
final class CallbacksPassTheirToken implements Rule {

  /**
   * The token itself, something around it that is passed as a whole, or what nobody can see into.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "Task\\.Token|\\$\\$(\\.Task)?$|\\$states\\.context(\\.Task)?(?![\\w.])|\\$states(?![\\w.])|[$#]\\{");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(CallbacksPassTheirToken::isCallback)
        .filter(state -> !passesToken(state))
        .forEach(
            state ->
                findings.addAtKey(
                    state.spot(),
                    Diagnostic.warning(
                            LintCodes.NO_TASK_TOKEN,
                            Words.quoted(state.spot().name())
                                + " waits for its task token, but nothing in its arguments passes"
                                + " the token on.")
                        .hint("pass `$$.Task.Token`, in JSONata `$states.context.Task.Token`")));
  }

  private static boolean isCallback(StateOutline state) {
    Resource resource = Resource.parse(state.spot().field("Resource").node().asText());
    return state.type().equals("Task")
        && resource.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
  }

  /** A token that an earlier state put into a variable or the input cannot be seen from here. */
  private static boolean passesToken(StateOutline state) {
    return List.of("Parameters", "Arguments", "Credentials").stream()
        .map(field -> state.spot().field(field).node())
        .anyMatch(value -> StateQuery.anyText(value, text -> TOKEN.matcher(text).find()));
  }
}
