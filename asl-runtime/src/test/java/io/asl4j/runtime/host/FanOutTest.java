package io.asl4j.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import io.asl4j.core.json.Redaction;
import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.failure.ExecutionCancelled;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.FanOut;
import io.asl4j.runtime.walk.Host;
import io.asl4j.runtime.walk.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Branches side by side, on both kinds of host: who is told what, and what happens to defects. */
@Timeout(60)
class FanOutTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  /** The worlds that hosts live in. */
  enum Home {
    REAL,
    MODELLED,
    SHUFFLED;

    World world() {
      Worlds worlds =
          Worlds.of(
              TaskHandlers.none(),
              ItemSources.none(),
              ResultSinks.none(),
              ErrorNaming.standard(),
              List.of(),
              Limits.unlimited(),
              Redaction.standard());
      return switch (this) {
        case REAL -> worlds.real(InstantSource.system(), Thread.ofVirtual().factory(), null);
        case MODELLED -> worlds.virtual(START, null, Thread.ofVirtual().factory());
        case SHUFFLED -> worlds.virtual(START, 5L, Thread.ofVirtual().factory());
      };
    }
  }

  /** Work that counts what it is told. */
  static class Counting implements FanOut<Integer> {

    final int branches;
    final List<Integer> results = new ArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger mostRunning = new AtomicInteger();
    int handedOut;

    Counting(int branches) {
      this.branches = branches;
    }

    @Override
    public @Nullable Branch<Integer> next(@Nullable Branch<Integer> freed) {
      if (handedOut == branches) {
        return null;
      }
      int index = handedOut++;
      return host -> {
        mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
          return body(index, host);
        } finally {
          running.decrementAndGet();
        }
      };
    }

    int body(int index, Host host) {
      host.commit(frame());
      return index;
    }

    @Override
    public void done(Branch<Integer> branch, Integer result) {
      results.add(result);
    }

    @Override
    public void failed(Branch<Integer> branch, StateFailed failure) {
      failures.incrementAndGet();
    }
  }

  private static io.asl4j.runtime.walk.Frame frame() {
    return new io.asl4j.runtime.walk.Frame(
        io.asl4j.runtime.walk.ScopePath.ROOT,
        "S",
        1,
        NullNode.instance,
        io.asl4j.runtime.walk.Variables.NONE,
        0,
        null);
  }

  @ParameterizedTest
  @EnumSource(Home.class)
  void eachBranchIsRunAndTakenBackOnce(Home home) {
    Counting work = new Counting(1_000);

    assertThat(outcome(home, host -> host.fanOut(7, work))).isNull();

    assertThat(work.results).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(work.mostRunning.get()).isBetween(1, 7);
    assertThat(work.failures).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Home.class)
  void noBranchesAreNoWork(Home home) {
    assertThat(outcome(home, host -> host.fanOut(5, new Counting(0)))).isNull();
  }

  @ParameterizedTest
  @EnumSource(Home.class)
  void theFirstFailureStopsTheOthersAndIsThrownWhenAllHaveStopped(Home home) {
    StateFailed failure = StateFailed.of("Broken", null);
    Counting work =
        new Counting(50) {
          @Override
          int body(int index, Host host) {
            if (index == 30) {
              throw failure;
            }
            host.sleepUntil(host.now().plus(Duration.ofDays(1)));
            return index;
          }
        };

    assertThat(outcome(home, host -> host.fanOut(100, work))).isSameAs(failure);

    assertThat(work.failures).hasValue(1);
    assertThat(work.results).isEmpty();
    assertThat(work.running).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Home.class)
  void branchesInsideBranchesAreStoppedToo(Home home) {
    StateFailed failure = StateFailed.of("Broken", null);
    Counting inner =
        new Counting(20) {
          @Override
          int body(int index, Host host) {
            host.sleepUntil(host.now().plus(Duration.ofDays(1)));
            return index;
          }
        };
    Counting outer =
        new Counting(2) {
          @Override
          int body(int index, Host host) {
            if (index == 1) {
              host.sleepUntil(host.now().plusMillis(5));
              throw failure;
            }
            host.fanOut(20, inner);
            return index;
          }
        };

    assertThat(outcome(home, host -> host.fanOut(2, outer))).isSameAs(failure);

    assertThat(inner.running).hasValue(0);
    assertThat(outer.running).hasValue(0);
  }

  static Stream<Object[]> defects() {
    List<Throwable> defects =
        List.of(
            new IllegalStateException("defect"),
            new AssertionError("defect"),
            new StackOverflowError("defect"),
            StateFailed.of("Broken", "defect"));
    return Stream.of(Home.values())
        .flatMap(home -> defects.stream().map(defect -> new Object[] {home, defect}));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void whatHandingOutThrowsStopsAllAndComesOut(Home home, Throwable defect) {
    for (int at : new int[] {0, 1, 3, 8}) {
      Counting work =
          new Counting(10) {
            @Override
            public @Nullable Branch<Integer> next(@Nullable Branch<Integer> freed) {
              if (handedOut == at) {
                throw sneaky(defect);
              }
              return super.next(freed);
            }
          };

      assertThat(outcome(home, host -> host.fanOut(3, work))).isSameAs(defect);

      assertThat(work.running).hasValue(0);
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  void whatTakingBackThrowsStopsAllAndComesOut(Home home, Throwable defect) {
    Counting work =
        new Counting(10) {
          @Override
          public void done(Branch<Integer> branch, Integer result) {
            super.done(branch, result);
            if (results.size() == 4) {
              throw sneaky(defect);
            }
          }
        };

    assertThat(outcome(home, host -> host.fanOut(3, work))).isSameAs(defect);

    assertThat(work.running).hasValue(0);
    assertThat(work.results).hasSize(4);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void whatABranchThrowsStopsAllAndComesOut(Home home, Throwable defect) {
    Counting work =
        new Counting(10) {
          @Override
          int body(int index, Host host) {
            if (index == 5) {
              throw sneaky(defect);
            }
            host.sleepUntil(host.now().plus(Duration.ofDays(1)));
            return index;
          }
        };

    assertThat(outcome(home, host -> host.fanOut(10, work))).isSameAs(defect);

    assertThat(work.running).hasValue(0);
  }

  @ParameterizedTest
  @EnumSource(Home.class)
  void aStopReachesAllBranches(Home home) throws Exception {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    Counting work =
        new Counting(30) {
          @Override
          int body(int index, Host host) {
            if (running.get() == 30) {
              begun.complete(true);
            }
            while (true) {
              host.commit(frame());
            }
          }
        };
    RunningForTest running = start(home, host -> host.fanOut(30, work));
    begun.get(30, TimeUnit.SECONDS);
    running.handle().cancel("enough");

    assertThat(running.end().get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionCancelled.class)
        .hasMessage("enough");
    assertThat(work.running).hasValue(0);
  }

  private record RunningForTest(World.Running handle, CompletableFuture<@Nullable Throwable> end) {}

  static @Nullable Throwable outcome(Home home, Consumer<Host> body) {
    return start(home, body).end().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static RunningForTest start(Home home, Consumer<Host> body) {
    CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();
    CompletableFuture<World.Running> handle = new CompletableFuture<>();
    home.world()
        .start(
            new World.Beginning(ExecutionId.of("arn", "name"), Instant.MAX, Checkpoints.NONE, 0),
            new World.Life() {
              @Override
              public void begins(World.Running running) {
                handle.complete(running);
              }

              @Override
              public void walk(Host host) {
                try {
                  body.accept(host);
                  end.complete(null);
                } catch (Throwable thrown) {
                  end.complete(thrown);
                }
              }

              @Override
              public void notBegun(Throwable why) {
                throw new AssertionError(why);
              }

              @Override
              public void timedOut() {
                end.completeExceptionally(new AssertionError("timed out"));
              }

              @Override
              public void stuck() {
                end.completeExceptionally(new AssertionError("stuck"));
              }
            });
    return new RunningForTest(handle.join(), end);
  }

  static RuntimeException sneaky(Throwable defect) {
    if (defect instanceof Error error) {
      throw error;
    }
    return (RuntimeException) defect;
  }
}
