package io.asl4j.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.ExecutionStuck;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.host.RealTime;
import io.asl4j.runtime.host.World;
import io.asl4j.runtime.host.Worlds;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ObjectStore;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.task.TaskTokens;
import io.asl4j.runtime.walk.ExecutionWalk;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.Limits;
import io.asl4j.runtime.walk.Run;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs state machines in this process.
 *
 * <p>Thread-safe; one engine serves a whole application. {@link #close} stops what is still under
 * way.
 */
public final class Engine implements AutoCloseable {

  private final Names names;
  private final Limits limits;
  private final World world;
  private final TaskHandlers handlers;
  private final TaskTokens tokens;
  private final boolean express;
  private final Set<Execution> open = ConcurrentHashMap.newKeySet();

  /** Starting shares it, closing has it alone: so close() sees every execution that was started. */
  private final ReentrantReadWriteLock door = new ReentrantReadWriteLock();

  private boolean closed;

  private Engine(Builder builder) {
    names = builder.names;
    limits = builder.limits;
    handlers = builder.handlers;
    express = builder.express;
    Worlds worlds =
        Worlds.of(
            builder.handlers,
            builder.sources,
            builder.sinks,
            builder.errors,
            builder.listeners,
            builder.limits);
    tokens = worlds.tokens();
    world =
        builder.modelledStart == null
            ? worlds.real(builder.clock, builder.threads)
            : worlds.virtual(builder.modelledStart, builder.shuffleSeed, builder.threads);
  }

  /** Sets up an engine. */
  public static Builder builder() {
    return new Builder();
  }

  /** Who answers Task states. */
  public TaskHandlers handlers() {
    return handlers;
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
   * @return a handle, at once
   * @throws IllegalStateException after {@link #close}
   */
  public Execution start(StateMachine machine, ExecutionRequest request) {
    door.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The engine is closed; start executions before close().");
      }
      return begin(machine, request);
    } finally {
      door.readLock().unlock();
    }
  }

  private Execution begin(StateMachine machine, ExecutionRequest request) {
    String name = request.name().orElseGet(() -> UUID.randomUUID().toString());
    String arn = express ? names.express(name) : names.execution(name);
    Instant start = world.now();
    Run run =
        new Run(
            machine,
            arn,
            name,
            request.input(),
            start,
            names.roleArn(),
            names.stateMachine(),
            names.machineName(),
            names.region(),
            express,
            request.seed().orElseGet(() -> UUID.randomUUID().getMostSignificantBits()),
            limits);
    Execution execution = new Execution(arn, name);
    Instant deadline =
        machine.timeoutSeconds().isPresent()
            ? start.plusSeconds(machine.timeoutSeconds().getAsLong())
            : Instant.MAX;
    try {
      world.start(arn, deadline, host -> walk(run, execution, host), life(execution));
    } catch (RuntimeException | Error notStarted) {
      open.remove(execution);
      throw notStarted;
    }
    return execution;
  }

  private World.Life life(Execution execution) {
    return new World.Life() {
      @Override
      public void begins(World.Running running) {
        execution.startedAs(running);
        open.add(execution);
      }

      @Override
      public void timedOut() {
        execution.timeOut();
      }

      @Override
      public void stuck() {
        execution.breakWith(
            new ExecutionStuck(
                "Every branch waits for something that will never come, such as a task token that"
                    + " nobody hands back."));
      }
    };
  }

  private void walk(Run run, Execution execution, Host host) {
    try {
      JsonNode output = new ExecutionWalk(run, run.machine().root(), host).walk();
      execution.complete(new ExecutionResult.Succeeded(output));
    } catch (StateFailed failure) {
      execution.complete(new ExecutionResult.Failed(failure.error(), failure.causeText()));
    } catch (ExecutionCancelled stopped) {
      // Whoever stops an execution says first how it ended; this is for a thread that was
      // interrupted by a stranger.
      execution.stop(null, stopped.getMessage());
    } catch (Throwable bug) {
      execution.breakWith(bug);
    } finally {
      open.remove(execution);
    }
  }

  /** Stops all executions that are under way and starts no more. */
  @Override
  public void close() {
    door.writeLock().lock();
    try {
      closed = true;
    } finally {
      door.writeLock().unlock();
    }
    for (Execution execution : new ArrayList<>(open)) {
      execution.stop("States.Runtime", "The engine was closed.");
    }
    if (world instanceof RealTime real) {
      real.close();
    }
  }

  /** Sets up an engine; not safe for use by several threads. */
  public static final class Builder {

    private Names names = Names.of("StateMachine");
    private Limits limits = Limits.unlimited();
    private TaskHandlers handlers = TaskHandlers.none();
    private ItemSources sources = ItemSources.none();
    private ResultSinks sinks = ResultSinks.none();
    private ErrorNaming errors = ErrorNaming.standard();
    private boolean express;
    private final List<ExecutionListener> listeners = new ArrayList<>();
    private InstantSource clock = InstantSource.system();
    private ThreadFactory threads = Thread.ofVirtual().name("asl-", 0).factory();
    private @Nullable Instant modelledStart;
    private @Nullable Long shuffleSeed;

    private Builder() {}

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
      listeners.add(listener);
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

    /** How machine and executions are called in ARNs and the context object. */
    public Builder names(Names value) {
      names = value;
      return this;
    }

    /** Runs executions as Express: another form of ARN. */
    public Builder express(boolean value) {
      express = value;
      return this;
    }

    /** The threads that executions, branches and handlers run on; virtual ones by default. */
    public Builder threads(ThreadFactory value) {
      threads = value;
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
      return new Engine(this);
    }
  }
}
