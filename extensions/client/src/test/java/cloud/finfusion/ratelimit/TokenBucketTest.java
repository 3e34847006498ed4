package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A bucket of 20 at 20 a second, whatever its process and its server do. */
class TokenBucketTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long MILLI = 1_000_000;
  private static final int BURST = 20;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000); // nanoTime may wrap
  private final TokenBucket bucket = new TokenBucket(1200, MINUTE, BURST, MINUTE, now::get);

  private Reservation ask() {
    return ask(MINUTE);
  }

  private Reservation ask(Duration longest) {
    return bucket.reserve("payments.create", longest).toCompletableFuture().join();
  }

  private void useAll() {
    IntStream.range(0, BURST).forEach(i -> assertThat(ask().use()).isZero());
  }

  private void pass(long millis) {
    now.addAndGet(millis * MILLI);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Lets a second pass, in which all who wait, and new ones, start as soon as they may. */
  private List<Long> startsOfASecond(List<Reservation> waiting) {
    List<Long> starts = new ArrayList<>();
    for (int milli = 0; milli <= 1000; milli++) {
      waiting.add(ask());
      for (Iterator<Reservation> each = waiting.iterator(); each.hasNext(); ) {
        if (each.next().use().isZero()) {
          each.remove();
          starts.add((long) milli);
        }
      }
      pass(1);
    }
    return starts;
  }

  @Test
  @DisplayName("fault D2: 30 wait, the process stands still for 5 s, and no more start than may")
  void aProcessThatStoodStill() {
    useAll();
    List<Reservation> waiting = new ArrayList<>();
    IntStream.range(0, 30).forEach(i -> waiting.add(ask()));
    pass(5000);

    List<Long> starts = startsOfASecond(waiting);

    assertThat(starts).hasSizeBetween(BURST + 19, BURST + 20);
    for (int from = 0; from < starts.size(); from++) {
      for (int to = from; to < starts.size(); to++) {
        long window = starts.get(to) - starts.get(from);
        assertThat(to - from + 1).isLessThanOrEqualTo((int) (BURST + 20 * window / 1000 + 1));
      }
    }
    assertThat(starts.stream().filter(at -> at == 0)).hasSize(BURST);
  }

  @Test
  void whoWaitsMayStartWhenItsTimeHasComeAndNoSooner() {
    useAll();
    Reservation waiting = ask();
    assertThat(waiting.readyIn()).isEqualTo(millis(50));

    pass(20);
    assertThat(waiting.use()).isEqualTo(millis(30));
    pass(30);

    assertThat(waiting.use()).isZero();
  }

  @Test
  void whoWaitsForTheServersCountMayNotStartSoonerEither() {
    bucket.sync(0);

    assertThat(ask().use()).isEqualTo(millis(50));
  }

  @Test
  void oneThatWasUsedAndReleasedIsAnotherOnesInBothBuckets() {
    IntStream.range(1, BURST).forEach(i -> assertThat(ask().use()).isZero());
    Reservation last = ask();
    assertThat(last.use()).isZero();

    last.release();

    Reservation next = ask();
    assertThat(next.readyIn()).isZero();
    assertThat(next.use()).isZero();
    assertThat(ask().readyIn()).isEqualTo(millis(50));
  }

  @Test
  void oneThatWaitedAndIsReleasedMakesTheNextWaitShorter() {
    useAll();
    Reservation first = ask();
    assertThat(ask().readyIn()).isEqualTo(millis(100));

    first.release();

    assertThat(ask().readyIn()).isEqualTo(millis(100));
  }

  @Test
  void aPauseThatBeginsDuringAWaitIsWaitedForToo() {
    useAll();
    Reservation waiting = ask();
    bucket.pause(millis(500));

    pass(50);
    assertThat(waiting.use()).isEqualTo(millis(450));
    pass(450);

    assertThat(waiting.use()).isZero();
  }

  @Test
  void aPauseHoldsWhatIsReadyToo() {
    Reservation ready = ask();
    bucket.pause(millis(500));

    assertThat(ready.use()).isEqualTo(millis(500));
    assertThat(ask().readyIn()).isEqualTo(millis(500));
    assertThat(ask(millis(499)).granted()).isFalse();
    assertThat(ask(millis(499)).readyIn()).isEqualTo(millis(500));
    assertThat(bucket.retryAfter()).isEqualTo(millis(500));
  }

  @Test
  void whatWouldWaitTooLongIsRefusedAndTakesNothing() {
    useAll();

    Reservation refused = ask(millis(49));
    refused.release();

    assertThat(refused.granted()).isFalse();
    assertThat(refused.readyIn()).isEqualTo(millis(50));
    assertThatThrownBy(refused::use).isInstanceOf(IllegalStateException.class);
    assertThat(ask(Duration.ZERO).granted()).isFalse();
    assertThat(ask(millis(50)).readyIn()).isEqualTo(millis(50));
  }

  @Test
  void theServersCountLowersTheOwnAndNeverRaisesIt() {
    bucket.sync(5);
    bucket.sync(9);
    assertThat(bucket.remaining()).isEqualTo(5);

    bucket.sync(5);
    assertThat(bucket.remaining()).isEqualTo(5);

    bucket.sync(-3);
    assertThat(bucket.remaining()).isZero();
    assertThat(bucket.retryAfter()).isEqualTo(millis(50));
  }
}
