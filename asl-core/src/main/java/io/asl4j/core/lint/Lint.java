package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.MachineType;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what AWS accepts but a reader should know: warnings where a definition hardly does what
 * was meant, and advice (severity info) where nothing is wrong but something could be better.
 *
 * <p>The rules look at the tree, so they also see the sound parts of a definition that has errors.
 * Without state; safe for use by any number of threads at once.
 */
public final class Lint {

  private final List<Rule> rules;

  private Lint(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * All rules but that about costs.
   *
   * @param type the type of state machine
   * @param now what counts as the past
   */
  public static Lint of(MachineType type, Instant now) {
    List<Rule> rules =
        new ArrayList<>(
            List.of(
                new LoopsLeadOut(),
                new StatesAreReachedFromTheStart(),
                new PollingLoopsWait(),
                new ChoicesHaveADefault(),
                new WaitsEndInTheFuture(now),
                new LoopsDoNotCollect(),
                new VariablesAreAssignedBeforeUse(),
                new VariablesAreRead(),
                new JsonataFunctionsExist(),
                new JsonataArgumentsFit(),
                new StatesMembersExist(),
                new JsonataStatesHaveNoPaths(),
                new JsonPathStatesHaveNoExpressions(),
                new ContextFieldsExist(),
                new ChoiceRulesAreNotRepeated(),
                new RetriersGiveUpInTime(),
                new HandledErrorsCanOccur(),
                new ErrorsAreTakenOnce(),
                new RetriersLeaveCaughtErrorsAlone(),
                new MaxDelaysReachTheInterval(),
                new LambdaCallsAreRetried(),
                new DistributedFieldsHaveDistributedMode(),
                new DistributedResultsAreBounded(),
                new TasksHaveATimeout(type),
                new CallbacksPassTheirToken(),
                new SdkCallsAreKnown()));
    if (type == MachineType.STANDARD) {
      rules.add(new HistoriesFit());
    }
    return new Lint(List.copyOf(rules));
  }

  /** These rules and one that tells what a run costs. */
  public Lint withCosts() {
    List<Rule> more = new ArrayList<>(rules);
    more.add(new CostsAreKnown());
    return new Lint(List.copyOf(more));
  }

  /** Runs all rules; a document that could not be read has no findings. */
  public Diagnostics check(SourceDocument document) {
    if (!document.root().isObject()) {
      return Diagnostics.none();
    }
    Findings findings = Findings.in(document.map());
    Outline outline = Outline.of(Spot.root(document.root()));
    rules.forEach(rule -> rule.check(outline, findings));
    return findings.all();
  }
}
