package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Words;
import io.asl4j.core.query.jsonata.JsonataReferences;
import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import io.asl4j.core.validate.StateQuery;
import java.util.List;

/** What JSONata expressions read of {@code $states} is there. */
final class StatesMembersExist implements Rule {

  private static final List<String> MEMBERS = List.of("input", "context", "result", "errorOutput");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .flatMap(state -> StateQuery.of(state, outline).stream())
        .forEach(query -> check(query, findings));
  }

  private static void check(StateQuery query, Findings findings) {
    List<Reference> members =
        query.references().map(JsonataReferences::statesMembers).orElse(List.of());
    for (Reference member : members) {
      if (!member.name().isEmpty() && !MEMBERS.contains(member.name())) {
        Diagnostic finding =
            Diagnostic.warning(
                LintCodes.UNKNOWN_STATES_MEMBER,
                "`$states` has no " + Words.quoted(member.name()) + ", so this gives nothing.");
        findings.add(
            query.spot(),
            finding.hint(
                Nearest.to(member.name(), MEMBERS)
                    .map(near -> "did you mean `$states." + near + "`?")
                    .orElse("it has " + Words.list(MEMBERS))));
      }
    }
  }
}
