package io.asl4j.builder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One branch of a Parallel state: states that run beside those of the other branches.
 *
 * <p>A branch made by {@link JsonPath} may hold states of both query languages, and is for machines
 * whose query language is JSONPath, whatever that of the Parallel state.
 *
 * @see JsonPath#branch
 * @see Jsonata#branch
 */
public final class Branch extends ScopeFields<Branch> {

  Branch(ObjectNode fields, StateMap states) {
    super(fields, states);
  }

  @Override
  Branch with(ObjectNode changed, StateMap changedStates) {
    return new Branch(changed, changedStates);
  }
}
