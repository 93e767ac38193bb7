package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.asl4j.core.query.EvaluationBudget;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation: what it sees, and what it has used of its budget. Belongs to one thread.
 *
 * <p>The clock is read only now and then, every so many steps; work that is long in one step says
 * so by more steps.
 */
final class Run {
  /** Steps between two looks at the clock: some microseconds. */
  private static final int STEPS_A_LOOK = 256;

  /** Garbage is built too: all that is built may be this many times the largest value. */
  private static final long BUILT_TO_LARGEST = 16;

  /** Characters that are handled in about the time of one step when they are many. */
  private static final int CHARACTERS_A_STEP = 64;

  private static final long BYTES_WORTH_A_LOOK = 1 << 16;

  private static final EvaluationBudget BOUNDLESS = EvaluationBudget.unlimited(() -> 0L);

  /** For work outside any evaluation, such as wording a message. */
  static final Run NONE = new Run(new NoEnvironment(), JsonataDialect.STANDARD);

  private final JsonataEnvironment environment;
  private final EvaluationBudget budget;
  private final JsonataDialect dialect;
  // An array is one value to the paths at the root: a sequence round it says so.
  private final JsonNode input;
  private final boolean wrapped;
  // Null until the first sequence is made: many evaluations make none.
  private @Nullable Life life;
  // Null until first asked, then the same for the whole evaluation.
  private @Nullable Instant now;
  private int countdown = STEPS_A_LOOK;
  private long steps;
  private long built;
  private long endsAt;
  private boolean clockRead;
  private boolean nonFinite;
  private boolean gaps;
  // The outermost expression is the first that is not finished.
  private int depth = 1;

  Run(JsonataEnvironment environment, JsonataDialect dialect) {
    this.environment = environment;
    this.budget = environment.budget();
    this.dialect = dialect;
    JsonNode root = environment.input();
    this.wrapped = root.isArray();
    this.input = wrapped ? Sequence.ofOne(this, root) : root;
  }

  /** The value that a context stands for: the root array itself, not the one sequence round it. */
  @SuppressWarnings("ReferenceEquality") // only the sequence made here is meant
  JsonNode unwrapped(JsonNode context) {
    return wrapped && context == input ? input.get(0) : context;
  }

  JsonNode input() {
    return input;
  }

  JsonataDialect dialect() {
    return dialect;
  }

  Life life() {
    Life current = life;
    if (current == null) {
      current = new Life();
      life = current;
    }
    return current;
  }

  /** Makes every sequence of this evaluation a plain array. */
  void end() {
    if (life != null) {
      life.end();
    }
  }

  /** Whether anything was built, so that the result may be larger than the input was. */
  boolean hasBuilt() {
    return built > 0 || life != null;
  }

  JsonNode variable(String name) {
    JsonNode value = environment.variable(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  /** A field of {@code $states}; null where that is not known without all of {@code $states}. */
  @Nullable JsonNode statesMember(String field) {
    return environment instanceof StatesEnvironment states ? states.member(field) : null;
  }

  Instant now() {
    Instant current = now;
    if (current == null) {
      current = environment.now();
      now = current;
    }
    return current;
  }

  RandomGenerator random() {
    return environment.random();
  }

  EvaluationBudget budget() {
    return budget;
  }

  /** A number, noting whether the result will need a look for infinities. */
  JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      nonFinite = true;
    }
    return Numbers.of(value);
  }

  /** Notes that the result may have gaps, if the value that is put into an array is nothing. */
  void foundGap(JsonNode value) {
    if (value.isMissingNode()) {
      gaps = true;
    }
  }

  boolean foundGaps() {
    return gaps;
  }

  boolean madeNonFinite() {
    return nonFinite;
  }

  /** One step done. */
  void tick() {
    if (--countdown < 0) {
      look();
    }
  }

  /** Many steps done at once. */
  void tick(long count) {
    if (count >= countdown) {
      steps += count;
      look();
    } else {
      countdown -= (int) count;
    }
  }

  /** So many bytes, roughly, were built. */
  void grow(long bytes) {
    built += bytes;
    if (bytes > BYTES_WORTH_A_LOOK) {
      look();
    }
  }

  /** Refuses to build a text of so many UTF-16 units. */
  void checkText(long length) {
    if (length > EvaluationBudget.LONGEST_TEXT) {
      throw JsonataFailed.memory();
    }
    checkSize(length);
  }

  /** Refuses to put so many elements into one array. */
  void checkArray(long size) {
    if (size > EvaluationBudget.LONGEST_ARRAY) {
      throw JsonataFailed.memory();
    }
  }

  /** Steps for so many characters that are handled in one go. */
  void tickCharacters(int count) {
    tick(count / CHARACTERS_A_STEP);
  }

  /** Refuses to build a value of so many bytes. */
  void checkSize(long bytes) {
    if (bytes > budget.maxBytes()) {
      throw JsonataFailed.memory();
    }
  }

  /** Ends the evaluation when something is used up. */
  void look() {
    steps += STEPS_A_LOOK - Math.max(countdown, 0);
    countdown = STEPS_A_LOOK;
    if (steps > budget.maxSteps()) {
      throw JsonataFailed.timeout();
    }
    if (built / BUILT_TO_LARGEST > budget.maxBytes()) {
      throw JsonataFailed.memory();
    }
    if (budget.maxNanos() == Long.MAX_VALUE) {
      return;
    }
    long time = budget.ticker().getAsLong();
    if (!clockRead) {
      clockRead = true;
      endsAt = time + budget.maxNanos();
    } else if (time - endsAt > 0) {
      throw JsonataFailed.timeout();
    }
  }

  /** Goes down by so many levels; the caller goes up by the same when it is done. */
  void down(int levels) {
    depth += levels;
    if (depth > budget.maxDepth()) {
      throw JsonataFailed.stackOverflow();
    }
    tick();
  }

  void up(int levels) {
    depth -= levels;
  }

  int depth() {
    return depth;
  }

  void depth(int restored) {
    depth = restored;
  }

  private static final class NoEnvironment implements JsonataEnvironment {
    @Override
    public JsonNode input() {
      return MissingNode.getInstance();
    }

    // Nothing is bound.
    @Override
    public @Nullable JsonNode variable(String name) {
      return null;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      throw new IllegalStateException("Randomness outside an evaluation");
    }

    @Override
    public EvaluationBudget budget() {
      return BOUNDLESS;
    }
  }
}
