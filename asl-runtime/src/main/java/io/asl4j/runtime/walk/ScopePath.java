package io.asl4j.runtime.walk;

import org.jspecify.annotations.Nullable;

/**
 * The address of a scope in the run of an execution: {@code /Fan#1.0[2]} is branch 2 of attempt 0
 * of the state {@code Fan}, entered as the first step of the root scope.
 *
 * <p>An address says where, not when: branches never race for it, and a retried state gives its
 * branches fresh ones.
 *
 * @param parent null for the root scope
 * @param state the Parallel or Map state the scope belongs to
 * @param visit which step of the parent scope it is, from 1
 * @param attempt 0 for the first
 * @param branch the branch or item index
 */
public record ScopePath(
    @Nullable ScopePath parent, String state, int visit, int attempt, int branch) {

  /** The scope of the machine itself. */
  public static final ScopePath ROOT = new ScopePath(null, "", 0, 0, 0);

  /** The address of a scope inside a state of this one. */
  public ScopePath child(String stateName, int visitOfState, int attemptOfState, int index) {
    return new ScopePath(this, stateName, visitOfState, attemptOfState, index);
  }

  /** A number that differs from address to address, the same in every run. */
  long mix(long seed) {
    long mixed = parent == null ? seed : parent.mix(seed);
    mixed = mixed * 0x9E3779B97F4A7C15L + state.hashCode();
    mixed = mixed * 0xC2B2AE3D27D4EB4FL + visit;
    mixed = mixed * 0x165667B19E3779F9L + attempt;
    return mixed * 0xD6E8FEB86659FD93L + branch;
  }

  @Override
  public String toString() {
    return parent == null ? "/" : appendTo(new StringBuilder()).toString();
  }

  private StringBuilder appendTo(StringBuilder text) {
    if (parent == null) {
      return text;
    }
    return parent
        .appendTo(text)
        .append('/')
        .append(state)
        .append('#')
        .append(visit)
        .append('.')
        .append(attempt)
        .append('[')
        .append(branch)
        .append(']');
  }
}
