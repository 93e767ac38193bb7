package io.asl4j.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.walk.Host;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Items that take long to read, and branches that end meanwhile. */
@Timeout(60)
class ReadingAheadTest {

  /** Reads each item apart; from the third one on only when a branch has ended, or failed. */
  private static class Reading extends FanOutTest.Counting {

    final CountDownLatch ended = new CountDownLatch(1);
    int read;
    int mostReadAhead;

    Reading(int branches) {
      super(branches);
    }

    @Override
    public boolean prepares() {
      return true;
    }

    @Override
    public void prepare() {
      if (read == handedOut && read < branches) {
        if (read == 2) {
          awaitEnd();
        }
        read++;
      }
      mostReadAhead = Math.max(mostReadAhead, read - handedOut);
    }

    private void awaitEnd() {
      try {
        ended.await();
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
    }

    @Override
    public @Nullable Branch<Integer> next(@Nullable Branch<Integer> freed) {
      prepare();
      return super.next(freed);
    }

    @Override
    public void done(Branch<Integer> branch, Integer result) {
      super.done(branch, result);
      ended.countDown();
    }

    @Override
    public void failed(Branch<Integer> branch, StateFailed failure) {
      super.failed(branch, failure);
      ended.countDown();
    }
  }

  @Test
  void whoReadsAnItemHoldsUpNoBranchThatEnds() {
    Reading work = new Reading(200);

    assertThat(FanOutTest.outcome(FanOutTest.Home.REAL, host -> host.fanOut(3, work))).isNull();

    assertThat(work.results).hasSize(200).doesNotHaveDuplicates();
    assertThat(work.mostReadAhead).isEqualTo(1);
  }

  @Test
  void whoReadsAnItemHoldsUpNoFailure() {
    StateFailed failure = StateFailed.of("Broken", null);
    Reading work =
        new Reading(200) {
          @Override
          int body(int index, Host host) {
            throw failure;
          }
        };

    assertThat(FanOutTest.outcome(FanOutTest.Home.REAL, host -> host.fanOut(3, work)))
        .isSameAs(failure);

    assertThat(work.failures).hasValue(1);
  }

  @ParameterizedTest
  @MethodSource("io.asl4j.runtime.host.FanOutTest#defects")
  void whatReadingThrowsStopsAllAndComesOut(FanOutTest.Home home, Throwable defect) {
    FanOutTest.Counting work =
        new FanOutTest.Counting(50) {
          @Override
          public boolean prepares() {
            return true;
          }

          @Override
          public void prepare() {
            if (handedOut == 20) {
              throw FanOutTest.sneaky(defect);
            }
          }

          @Override
          public @Nullable Branch<Integer> next(@Nullable Branch<Integer> freed) {
            prepare();
            return super.next(freed);
          }
        };

    assertThat(FanOutTest.outcome(home, host -> host.fanOut(10, work))).isSameAs(defect);

    assertThat(work.running).hasValue(0);
  }
}
