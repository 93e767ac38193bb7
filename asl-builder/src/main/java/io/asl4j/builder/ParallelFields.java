package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What Parallel states of both query languages have in common: branches. */
abstract class ParallelFields<S> extends StateFields<S> {

  private final List<Branch> branches;

  ParallelFields(String name, Language language, ObjectNode fields, List<Branch> branches) {
    super(name, language, fields);
    this.branches = List.copyOf(branches);
  }

  abstract S with(ObjectNode changed, List<Branch> changedBranches);

  @Override
  final S with(ObjectNode changed) {
    return with(changed, branches);
  }

  @Override
  Set<String> reserved() {
    return Set.of("Type", "Branches");
  }

  /** {@code Branches}: adds branches after those that are there. */
  public S branches(Branch... more) {
    List<Branch> all = new ArrayList<>(branches);
    all.addAll(List.of(more));
    return with(super.json(language()), all);
  }

  @Override
  List<StateMap> inside() {
    return branches.stream().map(Branch::stateMap).toList();
  }

  @Override
  StateDefinition withInside(UnaryOperator<StateMap> change) {
    List<Branch> changed =
        branches.stream()
            .map(branch -> branch.withStates(change.apply(branch.stateMap())))
            .toList();
    return (StateDefinition) with(super.json(language()), changed);
  }

  @Override
  ObjectNode json(Language machine) {
    ObjectNode json = super.json(machine);
    if (!branches.isEmpty()) {
      ArrayNode array = json.putArray("Branches");
      branches.forEach(branch -> array.add(branch.json(machine)));
    }
    return json;
  }
}
