package io.asl4j.core.query.jsonata;

import java.util.Set;

/**
 * Which members of {@code $states} an expression may read, which depends on the field in which it
 * stands.
 */
public enum JsonataScope {
  /**
   * {@code input} and {@code context}: every field that is evaluated before the work of a state.
   */
  INPUT(Set.of("input", "context")),
  /** {@code result} as well: {@code Output} and {@code Assign} of Task, Parallel and Map states. */
  RESULT(Set.of("input", "context", "result")),
  /** {@code errorOutput} as well: {@code Output} and {@code Assign} of catchers. */
  ERROR_OUTPUT(Set.of("input", "context", "errorOutput"));

  private final Set<String> members;

  JsonataScope(Set<String> members) {
    this.members = members;
  }

  /** Whether {@code $states} has the member in this scope. */
  boolean has(String member) {
    return members.contains(member);
  }
}
