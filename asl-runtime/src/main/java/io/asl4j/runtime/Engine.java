package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.Parsed;
import io.asl4j.core.diagnostic.InvalidDefinition;
import io.asl4j.core.json.Redaction;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.host.Checkpoints;
import io.asl4j.runtime.host.Deadlines;
import io.asl4j.runtime.host.MemoryCheckpoints;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.host.Worlds;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ObjectStore;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.task.HandlersMissing;
import io.asl4j.runtime.task.MissingHandler;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskInterceptor;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.Deployment;
import io.asl4j.runtime.walk.Frame;
import io.asl4j.runtime.walk.Limits;
import io.asl4j.runtime.walk.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs state machines in this process.
 *
 * <p>Thread-safe; one engine serves a whole application. {@link #close()} stops what is still under
 * way.
 */
public final class Engine implements AutoCloseable {

  /** How long handlers may take to obey their interrupts when the engine is closed. */
  private static final Duration UNWINDING = Duration.ofSeconds(5);

  private final Builder settings;

  /** Of executions whose request names no machine. */
  private final Deployment deployment;

  private final String beforeName;
  private final World world;
  private final TaskTokens tokens;
  private final FreshNames fresh = new FreshNames(UUID.randomUUID());
  private final Executions executions;
  private final Semaphore places;
  private final Consumer<Execution> givingBack = this::ended;
  private final Map<ExecutionId, MemoryCheckpoints> checkpoints = new ConcurrentHashMap<>();

  /** Starting shares it, closing has it alone: so close sees every execution that was started. */
  private final StampedLock door = new StampedLock();

  private boolean closed;

  private Engine(Builder builder) {
    settings = builder;
    deployment = deployment(builder.names, builder.limits);
    beforeName = builder.names.beforeExecution();
    executions = new Executions(builder.rememberClosed);
    places = new Semaphore(builder.maxOpen);
    Worlds worlds =
        Worlds.of(
            builder.interceptors.stream()
                .reduce(builder.handlers, TaskHandlers::around, (one, other) -> other),
            builder.sources,
            builder.sinks,
            builder.errors,
            builder.listeners,
            builder.limits,
            builder.redaction);
    tokens = worlds.tokens();
    world =
        builder.modelledStart == null
            ? worlds.real(builder.clock, builder.threads, builder.executor)
            : worlds.virtual(builder.modelledStart, builder.shuffleSeed, builder.threads);
  }

  /** Sets up an engine. */
  public static Builder builder() {
    return new Builder();
  }

  /** Who answers Task states. */
  public TaskHandlers handlers() {
    return settings.handlers;
  }

  /**
   * Makes sure, before anything runs, that these machines are valid and that every Task state of
   * them has a handler.
   *
   * @throws InvalidDefinition if one of them has errors
   * @throws HandlersMissing if Task states have no handler: it tells all of them, with the place
   *     and with what may have been meant
   */
  public void check(Parsed... definitions) {
    List<MissingHandler> missing = new ArrayList<>();
    for (Parsed definition : definitions) {
      missing.addAll(settings.handlers.unanswered(definition.orThrow(), definition.map()));
    }
    if (!missing.isEmpty()) {
      throw new HandlersMissing(missing);
    }
  }

  /** The same for machines whose texts are not at hand: places are JSON pointers. */
  public void check(StateMachine... machines) {
    List<MissingHandler> missing = new ArrayList<>();
    for (StateMachine machine : machines) {
      missing.addAll(settings.handlers.unanswered(machine));
    }
    if (!missing.isEmpty()) {
      throw new HandlersMissing(missing);
    }
  }

  /** Where callback tasks are completed. */
  public TaskTokens tokens() {
    return tokens;
  }

  /** Starts an execution and waits for its end. */
  public ExecutionResult run(StateMachine machine, JsonNode input) {
    return start(machine, ExecutionRequest.of(input)).await();
  }

  /**
   * Starts an execution.
   *
   * <p>A name that is given makes the start idempotent: with the same input, while the execution is
   * running, the same handle comes back.
   *
   * @return a handle, at once unless the engine is full and {@linkplain WhenFull#WAIT waits}
   * @throws ExecutionAlreadyExists if the name is taken
   * @throws TooManyExecutions if the engine is full and {@linkplain WhenFull#REFUSE refuses}
   * @throws IllegalArgumentException if the input is larger than the {@linkplain Builder#limits
   *     limits} allow
   * @throws IllegalStateException after {@link #close()}
   */
  public Execution start(StateMachine machine, ExecutionRequest request) {
    boolean ownName = request.machineName().isEmpty();
    Names names = ownName ? settings.names : settings.names.forMachine(request.machineName().get());
    if (settings.limits.exceededBy(request.input())) {
      throw new IllegalArgumentException(
          "The input for the state machine `%s` takes more than %,d bytes of JSON, which is the limit of this engine; start it with a reference to the data, or build the engine with other limits."
              .formatted(names.machineName(), settings.limits.payloadBytes()));
    }
    String name = request.name().orElseGet(fresh::name);
    Run run =
        new Run(
            machine,
            settings.express
                ? ExecutionId.of(names.express(name), name)
                : ExecutionId.endingWith(ownName ? beforeName : names.beforeExecution(), name),
            ownName ? deployment : deployment(names, settings.limits),
            request.input(),
            world.now(),
            request.seed().isPresent() ? request.seed().get() : fresh.seed(),
            0,
            request.businessKey().orElse(null));
    Execution execution = new Execution(run, givingBack);
    Execution open =
        request.name().isPresent() ? executions.open(execution, request.input()) : null;
    if (open != null) {
      return open; // It needs no second place, so a full engine gives it too.
    }
    takePlace();
    Execution same = admit(execution, request);
    return same != null
        ? same
        : enter(execution, request.notBefore(), 0, keeping(run, request.beginning()));
  }

  private static Deployment deployment(Names names, Limits limits) {
    return new Deployment(
        names.roleArn(), names.stateMachine(), names.machineName(), names.region(), limits);
  }

  /** Takes an execution in, or gives its place back. */
  private @Nullable Execution admit(Execution execution, ExecutionRequest request) {
    boolean admitted = false;
    try {
      Execution same = executions.admit(execution, request.input());
      admitted = same == null;
      return same;
    } finally {
      if (!admitted) {
        places.release();
      }
    }
  }

  private void takePlace() {
    switch (settings.whenFull) {
      case WAIT -> places.acquireUninterruptibly();
      case REFUSE -> {
        if (!places.tryAcquire()) {
          throw new TooManyExecutions(settings.maxOpen);
        }
      }
    }
  }

  private Checkpoints keeping(Run run, Optional<Frame> beginning) {
    if (!settings.redrivable && beginning.isEmpty()) {
      return Checkpoints.NONE;
    }
    MemoryCheckpoints kept =
        MemoryCheckpoints.startingAt(beginning.orElseGet(() -> Frame.first(run)));
    if (settings.redrivable) {
      checkpoints.put(run.id(), kept);
    }
    return kept;
  }

  private Execution enter(
      Execution execution, Optional<Instant> notBefore, long lastEvent, Checkpoints kept) {
    long entered = door.readLock();
    try {
      if (closed) {
        throw new IllegalStateException("The engine is closed; start executions before close().");
      }
      launch(execution, notBefore, lastEvent, kept);
      return execution;
    } catch (RuntimeException | Error notStarted) {
      execution.notLaunched(notStarted);
      throw notStarted;
    } finally {
      door.unlockRead(entered);
    }
  }

  private void launch(
      Execution execution, Optional<Instant> notBefore, long lastEvent, Checkpoints kept) {
    Run run = execution.run();
    Instant deadline =
        Deadlines.after(notBefore.orElseGet(world::now), run.machine().timeoutSeconds().orElse(0));
    world.start(
        new World.Beginning(run.id(), deadline, kept, lastEvent),
        new ExecutionLife(execution, notBefore));
  }

  /**
   * An execution has ended and nobody was told yet: whoever hears of the end finds its place free,
   * also while a handler that ignores its interrupt is still at work.
   */
  private void ended(Execution execution) {
    if (!settings.redrivable || execution.hasSucceeded()) {
      checkpoints.remove(execution.id());
    }
    Execution forgotten = executions.ended(execution);
    if (forgotten != null) {
      checkpoints.remove(forgotten.id());
    }
    places.release();
  }

  /** An execution of this engine; empty when it is unknown, or was forgotten after its end. */
  public Optional<Execution> find(String executionArn) {
    return executions.find(executionArn);
  }

  /**
   * Executions of this engine, the newest first; closed ones only as far as the engine remembers
   * them.
   */
  public List<Execution> list(ExecutionQuery query) {
    return executions.list(query);
  }

  /** What this engine holds at the moment. */
  public Load load() {
    return new Load(executions.openCount(), world.timers(), world.tokens());
  }

  /**
   * Lets an execution that did not succeed go on from where it failed: what has succeeded is kept,
   * what has not is tried again, with all retriers unused.
   *
   * @return a new handle on the same execution
   * @throws IllegalStateException if it is running or has succeeded, or if this engine keeps no
   *     frames (see {@link Builder#redrivable})
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">AWS
   *     Step Functions, Redriving executions</a>
   */
  public Execution redrive(Execution execution) {
    String status = execution.status();
    if (status.equals("RUNNING") || status.equals("SUCCEEDED")) {
      throw new IllegalStateException(
          "Execution is %s and cannot be redriven: %s".formatted(status, execution.arn()));
    }
    MemoryCheckpoints kept = kept(execution);
    takePlace();
    Run before = execution.run();
    Execution again = new Execution(before.redriven(), givingBack);
    long lastEvent = execution.lastEvent();
    MemoryCheckpoints fresh = kept.forRedrive(lastEvent + 1);
    if (!executions.readmit(execution, again)) {
      places.release();
      throw new IllegalStateException(
          "This handle is no longer that of the execution %s, which was redriven or forgotten; find the current one with Engine.find."
              .formatted(execution.arn()));
    }
    checkpoints.put(execution.id(), fresh);
    return enter(again, Optional.empty(), lastEvent, fresh);
  }

  /**
   * Starts a new execution at a state that another one has begun, with the input and the variables
   * that it had there.
   *
   * @param input what the state gets instead; empty for what it had
   * @throws IllegalStateException if the execution never began that state in the machine's own
   *     scope, or if this engine keeps no frames
   */
  public Execution fork(Execution execution, String state, Optional<JsonNode> input) {
    return fork(execution, state, input, execution.machine());
  }

  /**
   * Starts a new execution of a changed definition at a state that an execution of the old one has
   * begun, with the input and the variables that it had there.
   *
   * @param input what the state gets instead; empty for what it had
   * @param changed has a state of that name in its own scope
   * @throws IllegalStateException if the execution never began that state in the machine's own
   *     scope, or if this engine keeps no frames
   * @throws IllegalArgumentException if the changed definition has no such state
   */
  public Execution fork(
      Execution execution, String state, Optional<JsonNode> input, StateMachine changed) {
    if (!changed.root().states().containsKey(state)) {
      throw new IllegalArgumentException(
          "The changed definition has no state `%s` in its own scope, only %s; fork at one of these."
              .formatted(state, changed.root().states().keySet()));
    }
    Frame beginning = kept(execution).beginning(state);
    if (beginning == null) {
      throw new IllegalStateException(
          "The execution %s never began the state `%s`, so it cannot be forked there."
              .formatted(execution.arn(), state));
    }
    JsonNode given = input.orElse(beginning.input());
    return start(
        changed,
        ExecutionRequest.of(execution.input())
            .ofMachine(execution.machineName())
            .from(Frame.at(state, given, beginning.variables())));
  }

  private MemoryCheckpoints kept(Execution execution) {
    MemoryCheckpoints kept = checkpoints.get(execution.id());
    if (kept == null) {
      throw new IllegalStateException(
          "This engine keeps no frames of the execution %s; build the engine with redrivable(true)."
              .formatted(execution.arn()));
    }
    return kept;
  }

  /**
   * Stops all executions that are under way and starts no more.
   *
   * @see #close(Duration)
   */
  @Override
  public void close() {
    close(Duration.ZERO);
  }

  /**
   * Starts no more executions, gives those under way some time to end, and then stops them and
   * waits until their threads have ended.
   *
   * <p>A handler that ignores its interrupt holds that up for 5 s at the most; then it is logged,
   * with its state and where it is, and its thread ends when it returns. On a thread that works for
   * this engine, such as that of a handler or a listener, nothing is waited for but the time that
   * is given. If the caller is interrupted, the rest happens without waiting.
   *
   * @return how many had to be stopped
   */
  public int close(Duration patience) {
    long alone = door.writeLock();
    try {
      closed = true;
    } finally {
      door.unlockWrite(alone);
    }
    List<Execution> open = executions.open();
    if (patience.isPositive()) {
      await(open, patience);
    }
    int stopped = 0;
    for (Execution execution : executions.open()) {
      stopped += execution.stop("States.Runtime", "The engine was closed.") ? 1 : 0;
    }
    try {
      world.close(UNWINDING);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return stopped;
  }

  private static void await(List<Execution> open, Duration patience) {
    CompletableFuture<?>[] ends =
        open.stream()
            .map(execution -> execution.result().handle((result, bug) -> true))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends)
          .get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException outOfPatience) {
      // What is still under way is stopped by the caller.
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sets up an engine; not safe for use by several threads. */
  public static final class Builder {

    private static final int DEFAULT_REMEMBERED = 1_000;

    private Names names = Names.of("StateMachine");
    private Limits limits = Limits.unlimited();
    private TaskHandlers handlers = TaskHandlers.none();
    private ItemSources sources = ItemSources.none();
    private ResultSinks sinks = ResultSinks.none();
    private ErrorNaming errors = ErrorNaming.standard();
    private boolean express;
    private boolean redrivable;
    private int maxOpen = Integer.MAX_VALUE;
    private WhenFull whenFull = WhenFull.REFUSE;
    private int rememberClosed = DEFAULT_REMEMBERED;
    private List<ExecutionListener> listeners = List.of();
    private List<TaskInterceptor> interceptors = List.of();
    private Redaction redaction = Redaction.standard();
    private InstantSource clock = InstantSource.system();
    private ThreadFactory threads =
        Thread.ofVirtual().name("asl").inheritInheritableThreadLocals(false).factory();
    private @Nullable Executor executor;
    private @Nullable Instant modelledStart;
    private @Nullable Long shuffleSeed;

    private Builder() {}

    private Builder(Builder other) {
      names = other.names;
      limits = other.limits;
      handlers = other.handlers;
      sources = other.sources;
      sinks = other.sinks;
      errors = other.errors;
      express = other.express;
      redrivable = other.redrivable;
      maxOpen = other.maxOpen;
      whenFull = other.whenFull;
      rememberClosed = other.rememberClosed;
      listeners = other.listeners;
      interceptors = other.interceptors;
      redaction = other.redaction;
      clock = other.clock;
      threads = other.threads;
      executor = other.executor;
      modelledStart = other.modelledStart;
      shuffleSeed = other.shuffleSeed;
    }

    /** Who answers Task states; nobody by default. */
    public Builder handlers(TaskHandlers value) {
      handlers = value;
      return this;
    }

    /**
     * Adds a listener that is told every event of every execution; without any, events are only
     * counted.
     */
    public Builder listener(ExecutionListener listener) {
      List<ExecutionListener> more = new ArrayList<>(listeners);
      more.add(listener);
      listeners = List.copyOf(more);
      return this;
    }

    /**
     * Puts something around every call of a task handler; of several interceptors, the one that is
     * added last is the outermost.
     */
    public Builder around(TaskInterceptor interceptor) {
      List<TaskInterceptor> more = new ArrayList<>(interceptors);
      more.add(interceptor);
      interceptors = List.copyOf(more);
      return this;
    }

    /**
     * What is taken out of payloads and messages of exceptions before they are logged; {@link
     * Redaction#standard} by default. Payloads are logged at level TRACE only.
     */
    public Builder redaction(Redaction value) {
      redaction = value;
      return this;
    }

    /**
     * Where the S3 forms of item readers and result writers of Distributed Maps find their objects;
     * nowhere by default.
     */
    public Builder objects(ObjectStore store) {
      sources = ItemSources.of(store);
      sinks = ResultSinks.of(store);
      return this;
    }

    /** What answers the item readers of Distributed Maps. */
    public Builder itemSources(ItemSources value) {
      sources = value;
      return this;
    }

    /** What takes the results of Distributed Maps. */
    public Builder resultSinks(ResultSinks value) {
      sinks = value;
      return this;
    }

    /**
     * What exceptions of task handlers mean to a state machine; class names and messages by
     * default.
     */
    public Builder errors(ErrorNaming value) {
      errors = value;
      return this;
    }

    /**
     * Sizes that an execution may reach; unlimited by default, {@link Limits#aws()} for those of
     * AWS.
     */
    public Builder limits(Limits value) {
      limits = value;
      return this;
    }

    /**
     * How many executions may be open at once, and what happens to one more; no limit by default.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxOpen(int number, WhenFull then) {
      if (number < 1) {
        throw new IllegalArgumentException(
            "An engine that may have %d open executions runs none; allow 1 at least."
                .formatted(number));
      }
      maxOpen = number;
      whenFull = then;
      return this;
    }

    /**
     * How many closed executions can still be found and listed, and keep their names; 1,000 by
     * default.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder rememberClosed(int number) {
      if (number < 0) {
        throw new IllegalArgumentException(
            "An engine cannot remember %d closed executions; give 0 for none.".formatted(number));
      }
      rememberClosed = number;
      return this;
    }

    /**
     * Keeps the frames of each execution until it has succeeded, so that it can be redriven and
     * forked; off by default.
     */
    public Builder redrivable(boolean value) {
      redrivable = value;
      return this;
    }

    /** How machine and executions are called in ARNs and the context object. */
    public Builder names(Names value) {
      names = value;
      return this;
    }

    /** Runs executions as Express: their ARNs have another form. */
    public Builder express(boolean value) {
      express = value;
      return this;
    }

    /**
     * The threads that executions, branches and, without an {@link #executor}, handlers run on; by
     * default virtual ones that inherit no thread-local values.
     *
     * <p>A thread may do one thing after another, for other executions too: a handler that leaves a
     * thread-local value behind may find it in another execution.
     *
     * <p>A factory that throws or gives null fails what needed the thread: a start for its caller,
     * a state with {@code States.Runtime}.
     */
    public Builder threads(ThreadFactory value) {
      threads = value;
      return this;
    }

    /**
     * Where task handlers run, such as a pool of the application; on {@link #threads} by default.
     *
     * <p>Handlers run there with their interceptors, the conversion of their arguments and results,
     * and the names of their execution in the MDC. Nothing else does: states, waits, listeners and
     * {@link io.asl4j.runtime.task.TaskCall#later} stay on threads of the engine, and so do
     * handlers that {@linkplain io.asl4j.runtime.task.TaskHandler#onlyWaits only wait}. What is
     * bound to the thread that starts an execution, such as a {@code ScopedValue}, is not bound
     * there; {@link #around} can bind what handlers need.
     *
     * <ul>
     *   <li>Each attempt is handed over once, on a thread of the engine made for that, so an
     *       executor may block its caller or run the work in the caller's thread.
     *   <li>One that refuses, by whatever it throws, fails the attempt with the error name {@code
     *       RejectedExecutionException}, unless {@link #errors} says otherwise; a retrier makes
     *       that back-pressure.
     *   <li>The time until an executor gets to an attempt counts for {@code TimeoutSeconds}. When
     *       the attempt is over by then, its handler is not called.
     *   <li>A timeout, a stop and {@link Engine#close()} interrupt the thread while it runs the
     *       handler, and never what it does next. The execution goes on whatever the handler does.
     *   <li>The engine never shuts an executor down. What an executor takes and then drops is never
     *       answered: give such Task states a {@code TimeoutSeconds}.
     * </ul>
     *
     * <p>In modelled time handlers take turns on threads of the engine, whatever the executor.
     */
    public Builder executor(Executor value) {
      executor = value;
      return this;
    }

    /** The clock of real time; the machine's by default. */
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /**
     * Runs executions in modelled time: waits take no time, and branches take turns, first come,
     * first served.
     *
     * @param start what the clock of each execution shows first
     */
    public Builder virtualTime(Instant start) {
      modelledStart = start;
      shuffleSeed = null;
      return this;
    }

    /** The same with the turns of branches shuffled by a seed. */
    public Builder virtualTime(Instant start, long seed) {
      modelledStart = start;
      shuffleSeed = seed;
      return this;
    }

    /** The engine. */
    public Engine build() {
      return new Engine(new Builder(this));
    }
  }
}
