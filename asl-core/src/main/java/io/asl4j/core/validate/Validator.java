package io.asl4j.core.validate;

import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import java.util.List;

/**
 * Checks what single fields cannot tell: transitions, names, resources.
 *
 * <p>The rules look at the tree, not at the model, so they also see the sound parts of a definition
 * that cannot become a machine. What the parser has reported is not said again: a scope whose
 * structure is unclear is left out of the rules that depend on it. Without state; safe for use by
 * any number of threads at once.
 */
public final class Validator {

  private final List<Rule> rules;

  private Validator(List<Rule> rules) {
    this.rules = rules;
  }

  /** A validator with every rule that AWS enforces when a state machine of that type is created. */
  public static Validator of(MachineType type) {
    return new Validator(
        List.of(
            new StateNamesAreUnique(),
            new NextTargetsExist(),
            new ScopesCanEnd(),
            new StatesAreReachable(),
            new StatesAllStandsAloneAndLast(),
            new HeartbeatsAreShorterThanTimeouts(),
            new VariablesStayInTheirScopes(),
            new LabelsAreWellFormed(),
            new LabelsAreUnique(),
            new ResourcesAreKnown(),
            new ParametersFitTheIntegration(),
            new ResourcesFitTheMachineType(type)));
  }

  /**
   * Runs all rules.
   *
   * @param definition the root; nothing is checked if it is no object
   * @param findings takes what the rules report
   */
  public void check(Spot definition, Findings findings) {
    Outline outline = Outline.of(definition);
    rules.forEach(rule -> rule.check(outline, findings));
  }
}
