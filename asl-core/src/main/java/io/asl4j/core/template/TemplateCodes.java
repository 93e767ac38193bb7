package io.asl4j.core.template;

import io.asl4j.core.diagnostic.DiagnosticCode;
import java.util.List;

/** The codes of findings about the files around definitions. */
public final class TemplateCodes {

  private static final String SOURCE =
      "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html";

  /** A placeholder that nothing replaces. */
  public static final DiagnosticCode UNKNOWN_SUBSTITUTION =
      DiagnosticCode.of("ASL1101", "A placeholder that nothing replaces")
          .explained(
              "The definition has a placeholder `${Name}`, but the substitutions that go with it"
                  + " have no such name, so it is deployed as it stands.")
          .wrong("DefinitionSubstitutions: {ChargeArn: !GetAtt Charge.Arn}  # ${ChargesArn}")
          .right("DefinitionSubstitutions: {ChargeArn: !GetAtt Charge.Arn}  # ${ChargeArn}")
          .source(SOURCE);

  /** A substitution that nothing uses. */
  public static final DiagnosticCode UNUSED_SUBSTITUTION =
      DiagnosticCode.of("ASL1102", "A substitution that nothing uses")
          .explained("The definition has no placeholder of this name.")
          .wrong("DefinitionSubstitutions: {ChargesArn: !GetAtt Charge.Arn}  # ${ChargeArn}")
          .right("DefinitionSubstitutions: {ChargeArn: !GetAtt Charge.Arn}  # ${ChargeArn}")
          .source(SOURCE);

  /** A definition file that is not there. */
  public static final DiagnosticCode NO_DEFINITION_FILE =
      DiagnosticCode.of("ASL1103", "A definition file that cannot be read")
          .explained(
              "`DefinitionUri` names a file relative to the template; a name that begins with s3://"
                  + " is not looked at.")
          .wrong("DefinitionUri: statemachine/oder.asl.json")
          .right("DefinitionUri: statemachine/order.asl.json")
          .source(SOURCE);

  private static final List<DiagnosticCode> ALL =
      List.of(UNKNOWN_SUBSTITUTION, UNUSED_SUBSTITUTION, NO_DEFINITION_FILE);

  private TemplateCodes() {}

  /** All of them in the order of their ids. */
  public static List<DiagnosticCode> all() {
    return ALL;
  }
}
