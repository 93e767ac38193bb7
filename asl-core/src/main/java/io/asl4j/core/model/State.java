package io.asl4j.core.model;

import io.asl4j.core.query.Template;
import java.util.List;
import java.util.Optional;

/**
 * One state of a machine: one of the eight types of the Amazon States Language.
 *
 * @see <a href="https://states-language.net/#state-type-table">Amazon States Language, table of
 *     state types and fields</a>
 */
public sealed interface State {

  /** The state's name, unique in the whole machine. */
  String name();

  /** How input becomes output, in the state's query language. */
  DataFlow flow();

  /** Whether the queries of this state are JSONata. */
  default boolean isJsonata() {
    return flow() instanceof DataFlow.Jsonata;
  }

  /** A state that does work, which may fail and be retried or caught. */
  sealed interface Working extends State permits Task, Parallel, Map {
    /** Tried in order; empty when the state has none. */
    List<Retrier> retriers();

    /** Tried in order after the retriers; empty when the state has none. */
    List<Catcher> catchers();

    /** The variables that the state assigns when it succeeds. */
    Assign assign();

    /** Where the walk goes when the state succeeds. */
    Transition transition();
  }

  /** Calls a resource and goes on with its result. */
  record Task(
      String name,
      DataFlow flow,
      Resource resource,
      Quantity timeoutSeconds,
      Quantity heartbeatSeconds,
      Optional<Template> credentials,
      Assign assign,
      List<Retrier> retriers,
      List<Catcher> catchers,
      Transition transition)
      implements Working {
    public Task {
      retriers = List.copyOf(retriers);
      catchers = List.copyOf(catchers);
    }
  }

  /**
   * Runs branches side by side, each from the same input; the result is the array of their outputs
   * in branch order.
   */
  record Parallel(
      String name,
      DataFlow flow,
      List<Scope> branches,
      Assign assign,
      List<Retrier> retriers,
      List<Catcher> catchers,
      Transition transition)
      implements Working {
    public Parallel {
      branches = List.copyOf(branches);
      retriers = List.copyOf(retriers);
      catchers = List.copyOf(catchers);
    }
  }

  /**
   * Runs an item processor once for each item; the result is the array of its outputs in item
   * order.
   *
   * @param itemSelector makes the input of each iteration; empty when the item itself is the input
   */
  record Map(
      String name,
      DataFlow flow,
      Items items,
      ItemProcessor processor,
      Optional<Template> itemSelector,
      Quantity maxConcurrency,
      Quantity toleratedFailureCount,
      Quantity toleratedFailurePercentage,
      Optional<ItemReader> reader,
      Optional<ItemBatcher> batcher,
      Optional<ResultWriter> writer,
      Optional<String> label,
      Assign assign,
      List<Retrier> retriers,
      List<Catcher> catchers,
      Transition transition)
      implements Working {
    public Map {
      retriers = List.copyOf(retriers);
      catchers = List.copyOf(catchers);
    }
  }

  /** Passes its input, or a fixed result, to its output. */
  record Pass(String name, DataFlow flow, Template result, Assign assign, Transition transition)
      implements State {}

  /** Waits for a time or until an instant. */
  record Wait(String name, DataFlow flow, Delay delay, Assign assign, Transition transition)
      implements State {}

  /**
   * Goes on at the first rule that holds.
   *
   * @param otherwise {@code Default}; empty when the definition has none
   * @param assign used only when {@code Default} is taken
   */
  record Choice(
      String name, DataFlow flow, List<ChoiceRule> rules, Optional<String> otherwise, Assign assign)
      implements State {
    public Choice {
      rules = List.copyOf(rules);
    }
  }

  /** Ends its scope with success. */
  record Succeed(String name, DataFlow flow) implements State {}

  /** Ends its scope with an error. */
  record Fail(String name, DataFlow flow, Text error, Text cause) implements State {}
}
