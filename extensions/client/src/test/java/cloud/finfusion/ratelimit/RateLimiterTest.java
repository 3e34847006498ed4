package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private static final long FOREVER = Duration.ofHours(1).toNanos();

  private final AtomicLong now = new AtomicLong(-5);

  private RateLimiter.Builder oneASecond(int burst) {
    return RateLimiter.builder().maxRequests(60).burst(burst).clock(now::get);
  }

  @Test
  void permitsComeInTheOrderInWhichTheyWereAskedFor() {
    RateLimiter limiter = oneASecond(1).build();

    List<Long> waits = new ArrayList<>();
    IntStream.range(0, 4).forEach(i -> waits.add(Reservations.reserve(limiter, FOREVER)));

    assertThat(waits).containsExactly(0L, seconds(1), seconds(2), seconds(3));
  }

  @Test
  @DisplayName("C100 a wait that is too long is refused at once and takes nothing")
  void aWaitThatIsTooLongIsRefusedAtOnceAndTakesNothing() {
    RateLimiter limiter = oneASecond(1).build();
    IntStream.range(0, 40).forEach(i -> Reservations.reserve(limiter, FOREVER));

    assertThat(Reservations.reserve(limiter, seconds(39))).isEqualTo(Reservations.REFUSED);
    assertThat(Reservations.reserve(limiter, seconds(40))).isEqualTo(seconds(40));
  }

  @Test
  void aPermitGivenBackIsTheNextOnes() {
    RateLimiter limiter = oneASecond(1).build();
    Reservations.reserve(limiter, FOREVER);

    Reservations.reservation(limiter, FOREVER).release();

    assertThat(Reservations.reserve(limiter, FOREVER)).isEqualTo(seconds(1));
  }

  @Test
  @DisplayName("C106 a pause holds everybody, and no more than the burst goes after it")
  void aPauseHoldsEverybodyAndNoMoreThanTheBurstGoesAfterIt() {
    RateLimiter limiter = oneASecond(3).build();

    limiter.permitSource().pause(Duration.ofSeconds(5));
    limiter
        .permitSource()
        .pause(Duration.ofSeconds(2)); // a shorter pause does not shorten a longer one

    assertThat(Reservations.reserve(limiter, seconds(4))).isEqualTo(Reservations.REFUSED);
    assertThat(Reservations.reserve(limiter, FOREVER)).isEqualTo(seconds(5));
    now.addAndGet(seconds(5));
    assertThat(limiter.retryAfter()).isZero();
    assertThat(Reservations.admittedNow(limiter)).isEqualTo(2); // beside the one that waited
  }

  @Test
  void theServersLowerCountWins() {
    RateLimiter limiter = oneASecond(10).build();

    limiter.permitSource().sync(4);
    limiter.permitSource().sync(9);

    assertThat(limiter.remaining()).isEqualTo(4);
  }

  @Test
  void usageIsReadable() {
    RateLimiter limiter = oneASecond(10).build();
    IntStream.range(0, 4).forEach(i -> Reservations.reserve(limiter, 0));

    assertThat(limiter.limit()).isEqualTo(60);
    assertThat(limiter.remaining()).isEqualTo(6);
    assertThat(limiter.resetAfter()).isEqualTo(Duration.ofSeconds(4));
    assertThat(limiter).hasToString("RateLimiter{limit=60, burst=10, remaining=6}");
  }

  @Test
  @DisplayName("C104 a year of idleness and a negative clock give no more than the burst")
  void aYearOfIdlenessGivesNoMoreThanTheBurst() {
    now.set(Long.MAX_VALUE - seconds(1));
    RateLimiter limiter = oneASecond(3).build();
    assertThat(Reservations.admittedNow(limiter)).isEqualTo(3);

    now.addAndGet(Duration.ofDays(365).toNanos()); // past the end of long

    assertThat(Reservations.admittedNow(limiter)).isEqualTo(3);
  }

  @Test
  @DisplayName("C104 a clock that goes back gives nothing twice, and goes on when it has caught up")
  void aClockThatGoesBack() {
    RateLimiter limiter = oneASecond(3).build();
    assertThat(Reservations.admittedNow(limiter)).isEqualTo(3);

    now.addAndGet(-Duration.ofHours(1).toNanos());
    assertThat(Reservations.admittedNow(limiter)).isZero();
    now.addAndGet(Duration.ofHours(1).toNanos() + seconds(2));

    assertThat(Reservations.admittedNow(limiter)).isEqualTo(2);
  }

  @Test
  @DisplayName("C104 a day ahead gives no more than the burst")
  void aDayAhead() {
    RateLimiter limiter = oneASecond(3).build();
    now.addAndGet(Duration.ofDays(1).toNanos());

    assertThat(Reservations.admittedNow(limiter)).isEqualTo(3);
  }

  @Test
  @DisplayName("C108 two accounts of a plan: permits of their own, one limiter for each id")
  void accounts() {
    RateLimiter plan = oneASecond(3).build();

    assertThat(Reservations.admittedNow(plan.account("one"))).isEqualTo(3);
    assertThat(Reservations.admittedNow(plan.account("one"))).isZero();
    assertThat(Reservations.admittedNow(plan.account("two"))).isEqualTo(3);
    assertThat(Reservations.admittedNow(plan)).isEqualTo(3);
    assertThat(plan.account("one")).isSameAs(plan.account("one")).isNotSameAs(plan.account("two"));
    assertThat(plan.account("one").limit()).isEqualTo(60);
  }

  @Test
  @DisplayName("C108 an account needs an id")
  void anAccountNeedsAnId() {
    assertThatThrownBy(() -> oneASecond(1).build().account(" "))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("RateLimiter.account: expected the account's id, got none. Give it one");
  }

  @Test
  void theListenerIsNotifiedOnceEachTimePermitsRunOut() throws Exception {
    BlockingQueue<LimitReached> notified = new LinkedBlockingQueue<>();
    RateLimiter limiter = oneASecond(1).failFast().onLimitReached(notified::add).build();

    IntStream.range(0, 5).forEach(i -> Reservations.reserve(limiter, FOREVER));
    now.addAndGet(seconds(1));
    IntStream.range(0, 5).forEach(i -> Reservations.reserve(limiter, FOREVER));

    LimitReached reached = new LimitReached(Duration.ofSeconds(1), 60, 0);
    assertThat(notified.poll(10, TimeUnit.SECONDS)).isEqualTo(reached);
    assertThat(notified.poll(10, TimeUnit.SECONDS)).isEqualTo(reached);
    assertThat(notified).isEmpty();
  }

  @Test
  @DisplayName("C107 bounds of the plan")
  void boundsOfThePlanAreRefusedByName() {
    RateLimiter.Builder builder = RateLimiter.builder();

    assertThatThrownBy(() -> builder.maxRequests(0).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("RateLimiter.maxRequests: expected 1 to 1000000, got 0");
    assertThatThrownBy(() -> builder.maxRequests(1).burst(Long.MAX_VALUE).build())
        .hasMessageStartingWith("RateLimiter.burst: ");
    assertThatThrownBy(() -> builder.burst(1).perMinutes(-1).build())
        .hasMessageStartingWith("RateLimiter.perMinutes: ");
    assertThatThrownBy(() -> builder.perMinutes(1).maxWait(Duration.ofNanos(-1)).build())
        .hasMessageStartingWith("RateLimiter.maxWait: ");
  }

  private static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}
