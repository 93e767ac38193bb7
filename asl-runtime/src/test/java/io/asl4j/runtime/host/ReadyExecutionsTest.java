package io.asl4j.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads shared by executions: the test decides when one of them gets a processor. */
@Timeout(60)
class ReadyExecutionsTest {

  private final List<String> done = new ArrayList<>();
  private final Deque<Runnable> started = new ArrayDeque<>();
  private final List<String> reasons = new ArrayList<>();
  private boolean refuses;
  private long nanos;

  private final ReadyExecutions ready =
      new ReadyExecutions(
          new Crew(this::thread), why -> reasons.add(why.getMessage()), () -> nanos);

  /** Starts nothing, and runs when the test wants it. */
  private Thread thread(Runnable body) {
    if (refuses) {
      throw new IllegalStateException("no more threads");
    }
    return new Thread(body) {
      @Override
      public void start() {
        started.add(body);
      }
    };
  }

  private void runAll() {
    while (!started.isEmpty()) {
      started.pop().run();
    }
  }

  @Test
  void executionsThatComeBeforeAThreadRunsShareIt() {
    for (int i = 0; i < 100; i++) {
      String name = "execution " + i;
      ready.add(() -> done.add(name));
    }

    assertThat(started).hasSize(1);
    started.pop().run();
    assertThat(done).hasSize(100).doesNotHaveDuplicates();
    assertThat(started).as("one that stands by").hasSize(1);
    runAll();
    assertThat(started).isEmpty();
  }

  @Test
  void anExecutionThatBlocksHoldsNobodyUp() {
    ready.add(
        () -> {
          // Still inside, others get a thread of their own.
          runAll();
          done.add("first");
        });
    ready.add(() -> done.add("second"));
    ready.add(() -> done.add("third"));

    runAll();

    assertThat(done).containsExactly("second", "third", "first");
  }

  @Test
  void whoComesWhileOthersWorkGetsAThreadThatStandsBy() {
    ready.add(
        () -> {
          assertThat(started).isEmpty();
          ready.add(() -> done.add("second"));
          assertThat(started).hasSize(1);
        });

    runAll();

    assertThat(done).containsExactly("second");
  }

  @Test
  void aThreadGivesWayToOthersAfterAWhile() {
    for (int i = 0; i < 10; i++) {
      ready.add(
          () -> {
            nanos += 400_000;
            done.add("worked");
          });
    }

    started.pop().run();

    assertThat(done).hasSizeBetween(2, 5);
    runAll();
    assertThat(done).hasSize(10);
  }

  @Test
  void anInterruptDoesNotReachTheNextExecution() {
    ready.add(() -> Thread.currentThread().interrupt());
    ready.add(() -> done.add("" + Thread.currentThread().isInterrupted()));

    runAll();

    assertThat(done).containsExactly("false");
  }

  @Test
  void whoGetsNoThreadIsToldAndNotRun() {
    refuses = true;

    assertThatThrownBy(() -> ready.add(() -> done.add("first"))).hasMessage("no more threads");

    refuses = false;
    ready.add(() -> done.add("second"));
    runAll();
    assertThat(done).containsExactly("second");
    assertThat(reasons).isEmpty();
  }

  @Test
  void whoWaitsForAThreadThatCannotBeStartedIsNotForgotten() {
    ready.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    ready.add(() -> done.add("second"));
    refuses = true;

    assertThatThrownBy(started.pop()::run).hasMessage("broken");

    assertThat(done).isEmpty();
    assertThat(reasons).isNotEmpty().allMatch("no more threads"::equals);
    refuses = false;
    ready.goOn();
    runAll();
    assertThat(done).containsExactly("second");
  }

  @Test
  void whatIsReadyWhenThereWillBeNoThreadsIsRunWhereItIs() {
    ready.add(() -> {});
    ready.add(() -> done.add("second"));

    ready.runHere();

    assertThat(done).containsExactly("second");
  }

  @Test
  void anExecutionThatDiesTakesNobodyWithIt() {
    ready.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    ready.add(() -> done.add("second"));

    assertThatThrownBy(started.pop()::run).hasMessage("broken");
    runAll();

    assertThat(done).containsExactly("second");
  }

  @Test
  void manyThatBlockAtOnceHaveAThreadEach() throws InterruptedException {
    ThreadFactory threads = Thread.ofVirtual().factory();
    ReadyExecutions real = new ReadyExecutions(new Crew(threads), why -> {}, () -> 0);
    int number = 10_000;
    CountDownLatch inside = new CountDownLatch(number);
    CountDownLatch ended = new CountDownLatch(number);
    for (int i = 0; i < number; i++) {
      real.add(
          () -> {
            inside.countDown();
            try {
              inside.await();
            } catch (InterruptedException never) {
              throw new IllegalStateException(never);
            }
            ended.countDown();
          });
    }

    ended.await();
  }
}
