package io.asl4j.testing.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.history.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a state: from entering it to leaving it. Complete, and safe to share between
 * threads, once its trace is; the values are those of the execution and must not be changed.
 */
public final class Visit {

  /** What a visit is in when it is in no Map. */
  public static final int NO_ITEM = -1;

  /** The container that a visit is in, and which item of it. */
  record Place(Visit container, int item) {}

  private final String state;
  private final long eventId;
  private final String executionArn;
  private final @Nullable Place place;
  private final JsonNode input;
  private final Instant enteredAt;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private @Nullable JsonNode output;
  private @Nullable JsonNode assigned;
  private @Nullable Instant exitedAt;
  private @Nullable Failure failure;
  private @Nullable Visit next;
  private int items;

  Visit(
      String state,
      long eventId,
      String executionArn,
      @Nullable Place place,
      JsonNode input,
      Instant enteredAt) {
    this.state = state;
    this.eventId = eventId;
    this.executionArn = executionArn;
    this.place = place;
    this.input = input;
    this.enteredAt = enteredAt;
  }

  void begin(@Nullable JsonNode arguments, Instant at) {
    attempts.add(new Attempt(attempts.size() + 1, arguments, at));
  }

  @Nullable Attempt lastAttempt() {
    return attempts.isEmpty() ? null : attempts.getLast();
  }

  void exit(JsonNode with, @Nullable JsonNode variables, Instant at) {
    output = with;
    assigned = variables;
    exitedAt = at;
    Attempt last = lastAttempt();
    if (last != null && last.endedAt().isEmpty() && caughtBy().isEmpty()) {
      last.succeed(null, at);
    }
  }

  void fail(Failure how) {
    failure = how;
  }

  void followedBy(Visit visit) {
    next = visit;
  }

  void decided(Decision decision) {
    decisions.add(decision);
  }

  void hasItems(int count) {
    items = count;
  }

  @Nullable Place place() {
    return place;
  }

  boolean isOpen() {
    return exitedAt == null;
  }

  /** The state. */
  public String state() {
    return state;
  }

  /** The id of the event that began it, in the history of {@link #executionArn}. */
  public long eventId() {
    return eventId;
  }

  /** The execution: a child of a Distributed Map has its own. */
  public String executionArn() {
    return executionArn;
  }

  /** The visit of the Parallel or Map state that this one is inside of. */
  public Optional<Visit> container() {
    return Optional.ofNullable(place).map(Place::container);
  }

  /** Which item of the innermost Map; {@link #NO_ITEM} outside of Maps. */
  public int item() {
    Place at = place;
    while (at != null && at.item() == NO_ITEM) {
      at = at.container().place();
    }
    return at == null ? NO_ITEM : at.item();
  }

  /** Which item of the Map that contains it directly; {@link #NO_ITEM} in other scopes. */
  public int ownItem() {
    return place == null ? NO_ITEM : place.item();
  }

  /** The raw input. */
  public JsonNode input() {
    return input;
  }

  /** The output; empty if the state was not left. */
  public Optional<JsonNode> output() {
    return Optional.ofNullable(output);
  }

  /** The variables that the state assigned, as an object; empty if none. */
  public Optional<JsonNode> assigned() {
    return Optional.ofNullable(assigned);
  }

  /** When the state was entered, in modelled time. */
  public Instant enteredAt() {
    return enteredAt;
  }

  /** When the state was left; empty if it was not. */
  public Optional<Instant> exitedAt() {
    return Optional.ofNullable(exitedAt);
  }

  /** How long the visit took; empty if the state was not left. */
  public Optional<Duration> took() {
    return exitedAt().map(at -> Duration.between(enteredAt, at));
  }

  /** The attempts of a Task, Parallel or Map state; empty for others. */
  public List<Attempt> attempts() {
    return Collections.unmodifiableList(attempts);
  }

  /** How many items the last attempt of a Map state had; 0 for others and for item readers. */
  public int items() {
    return items;
  }

  /** What was decided: rules, retries, catchers. */
  public List<Decision> decisions() {
    return Collections.unmodifiableList(decisions);
  }

  /** The index of the catcher that took over. */
  public Optional<Integer> caughtBy() {
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Caught caught) {
        return Optional.of(caught.catcher());
      }
    }
    return Optional.empty();
  }

  /** Why the visit, or its last attempt, failed, whether or not that was caught. */
  public Optional<Failure> failure() {
    if (failure != null) {
      return Optional.of(failure);
    }
    Attempt last = lastAttempt();
    return last == null ? Optional.empty() : last.failure();
  }

  /** The visit that followed in the same scope; empty at the end of the scope. */
  public Optional<Visit> next() {
    return Optional.ofNullable(next);
  }

  @Override
  public String toString() {
    return item() == NO_ITEM ? state : state + "[" + item() + "]";
  }
}
