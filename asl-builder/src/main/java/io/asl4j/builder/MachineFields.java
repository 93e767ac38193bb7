package io.asl4j.builder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.Asl;
import io.asl4j.core.AslOptions;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.json.DefinitionText;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.core.json.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What machines of both query languages have in common. */
abstract class MachineFields<S> extends ScopeFields<S> {

  private final Language language;

  MachineFields(Language language, ObjectNode fields, StateMap states) {
    super(fields, states);
    this.language = language;
  }

  /** {@code Version}: of the Amazon States Language; {@code 1.0} is the only one. */
  public S version(String version) {
    return field("Version", version);
  }

  /** {@code TimeoutSeconds}: how long an execution may take before it ends as timed out. */
  public S timeoutSeconds(long seconds) {
    return field("TimeoutSeconds", seconds);
  }

  /**
   * {@code TimeoutSeconds} as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  public S timeout(Duration timeout) {
    return timeoutSeconds(Data.seconds(timeout));
  }

  /** See {@link MachineDefinition#names}. */
  public List<String> names() {
    return stateMap().all().stream().map(StateDefinition::name).toList();
  }

  /** See {@link MachineDefinition#state}. */
  public StateDefinition state(String name) {
    return stateMap().all().stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /** See {@link MachineDefinition#change}. */
  public <T extends StateDefinition> S change(String name, Class<T> type, UnaryOperator<T> change) {
    StateDefinition found = state(name);
    if (!type.isInstance(found)) {
      throw new IllegalArgumentException(
          "State `%s` is a %s, not a %s."
              .formatted(name, found.getClass().getSimpleName(), type.getSimpleName()));
    }
    return changed(
        state -> Optional.of(state.name().equals(name) ? same(type.cast(state), change) : state));
  }

  /** See {@link MachineDefinition#changeAll}. */
  public <T extends StateDefinition> S changeAll(Class<T> type, UnaryOperator<T> change) {
    return changed(
        state -> Optional.of(type.isInstance(state) ? same(type.cast(state), change) : state));
  }

  /** See {@link MachineDefinition#remove}. */
  public S remove(String name) {
    StateDefinition found = state(name);
    return changed(state -> Optional.of(state).filter(kept -> !kept.name().equals(found.name())));
  }

  private S changed(Function<StateDefinition, Optional<StateDefinition>> change) {
    return withStates(stateMap().changed(change));
  }

  private static <T extends StateDefinition> StateDefinition same(
      T state, UnaryOperator<T> change) {
    T made = change.apply(state);
    if (!made.name().equals(state.name())) {
      throw new IllegalArgumentException(
          "State `%s` cannot become `%s`: a state that is changed keeps its name."
              .formatted(state.name(), made.name()));
    }
    return made;
  }

  private IllegalArgumentException unknown(String name) {
    String hint = Nearest.to(name, names()).map(near -> " Did you mean `" + near + "`?").orElse("");
    return new IllegalArgumentException("There is no state called `%s`.%s".formatted(name, hint));
  }

  @Override
  public JsonNode definition() {
    return json(language);
  }

  /** See {@link MachineDefinition#check(AslOptions)}. */
  public Parsed check(AslOptions options) {
    SourceText text = SourceText.of("<built>", Json.write(definition()));
    SourceDocument document = DefinitionText.read(text, DefinitionText.Format.JSON);
    Parsed parsed = Asl.check(document, options);
    List<Diagnostic> findings =
        parsed.diagnostics().stream().map(finding -> finding.at(finding.pointer())).toList();
    return new Parsed(parsed.machine(), Diagnostics.of(findings), document);
  }
}
