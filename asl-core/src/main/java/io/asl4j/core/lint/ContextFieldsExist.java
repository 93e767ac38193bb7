package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What queries read of the context object is there.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">
 *     Accessing execution data from the Context object</a>
 */
final class ContextFieldsExist implements Rule {

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "",
          List.of("Execution", "Map", "State", "StateMachine", "Task"),
          "Execution",
          List.of("Id", "Input", "Name", "RedriveCount", "RedriveTime", "RoleArn", "StartTime"),
          "State",
          List.of("EnteredTime", "Name", "RetryCount"),
          "StateMachine",
          List.of("Id", "Name"),
          "Task",
          List.of("Token"),
          "Map",
          List.of("Item"),
          "Map.Item",
          List.of("Index", "Key", "Source", "Value"));

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern IN_PATH =
      Pattern.compile("\\$\\$((?:\\.[A-Za-z_][A-Za-z0-9_]*){1,3})");
  private static final Pattern IN_EXPRESSION =
      Pattern.compile("\\$states\\.context((?:\\.[A-Za-z_][A-Za-z0-9_]*){1,3})");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .flatMap(state -> StateQuery.of(state, outline).stream())
        .forEach(query -> check(query, findings));
  }

  private static void check(StateQuery query, Findings findings) {
    Pattern pattern = query.isJsonata() ? IN_EXPRESSION : IN_PATH;
    Matcher reads = pattern.matcher(QUOTED.matcher(query.source()).replaceAll("''"));
    while (reads.find()) {
      String around = "";
      for (String name : reads.group(1).substring(1).split("\\.", -1)) {
        List<String> known = FIELDS.getOrDefault(around, List.of());
        if (known.isEmpty()) {
          break;
        }
        if (!known.contains(name)) {
          report(query, around, name, known, findings);
          break;
        }
        around = around.isEmpty() ? name : around + "." + name;
      }
    }
  }

  private static void report(
      StateQuery query, String around, String name, List<String> known, Findings findings) {
    String owner = around.isEmpty() ? "The context object" : "`" + around + "` of the context";
    findings.add(
        query.spot(),
        Diagnostic.warning(
                LintCodes.UNKNOWN_CONTEXT_FIELD, owner + " has no " + Words.quoted(name) + ".")
            .hint(
                Nearest.to(name, known)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("it has " + Words.list(known))));
  }
}
