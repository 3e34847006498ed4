package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.spi.PermitSource.Reservation;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a source grants or refuses is passed on as it is, now or later, and waits are counted. */
class NotifyingPermitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakePermitSource source = new FakePermitSource();
  private final BlockingQueue<LimitReached> events = new LinkedBlockingQueue<>();
  private final NotifyingPermits permits =
      new NotifyingPermits(source, new LimitNotifier(60, events::add));

  private CompletionStage<Reservation> ask() {
    return permits.reserve("payments.create", SECOND);
  }

  private Reservation asked(Reservation granted) {
    source.decides(granted);
    return ask().toCompletableFuture().join();
  }

  private LimitReached event() throws InterruptedException {
    return Objects.requireNonNull(events.poll(10, TimeUnit.SECONDS), "no event");
  }

  @Test
  void whatIsThereAtOnceIsTheSourcesOwn() {
    Reservation free = source.granted(Duration.ZERO, Duration.ZERO);

    assertThat(asked(free)).isSameAs(free);
    assertThat(events).isEmpty();
  }

  @Test
  void aRefusalIsTheSourcesOwnAndIsReported() throws Exception {
    Reservation refused = source.refused(SECOND);

    assertThat(asked(refused)).isSameAs(refused);
    assertThat(event()).isEqualTo(new LimitReached(SECOND, 60, 0));
  }

  @Test
  void aWaitIsCountedUntilThePermitIsUsed() throws Exception {
    Reservation one = asked(source.granted(SECOND, Duration.ZERO));
    assertThat(event().waiting()).isEqualTo(1);
    assertThat(one.granted()).isTrue();
    assertThat(one.readyIn()).isEqualTo(SECOND);

    assertThat(one.use()).isZero();
    assertThat(waitingNow()).isEqualTo(1);
    one.release();

    assertThat(waitingNow()).isEqualTo(2);
    assertThat(source.calls()).contains("use").endsWith("release", RESERVE, RESERVE);
  }

  private static final String RESERVE = "reserve payments.create within 1000000000";

  /** How many wait, with one more. */
  private int waitingNow() throws InterruptedException {
    asked(source.granted(Duration.ZERO, Duration.ZERO));
    asked(source.granted(SECOND, Duration.ZERO));
    return event().waiting();
  }

  @Test
  void whoHasToWaitLongerStillWaits() throws Exception {
    Reservation one = asked(source.granted(SECOND, SECOND));
    assertThat(event().waiting()).isEqualTo(1);

    assertThat(one.use()).isEqualTo(SECOND);

    assertThat(waitingNow()).isEqualTo(2);
  }

  @Test
  void whoGaveUpNoLongerWaits() throws Exception {
    Reservation one = asked(source.granted(SECOND, Duration.ZERO));
    assertThat(event().waiting()).isEqualTo(1);

    one.release();

    assertThat(waitingNow()).isEqualTo(1);
    assertThat(source.calls()).contains("release");
  }

  @Test
  void whatTheSourceKnowsLaterComesLater() throws Exception {
    CompletableFuture<Reservation> known = new CompletableFuture<>();
    source.decides(() -> known);
    CompletableFuture<Reservation> asked = ask().toCompletableFuture();
    assertThat(asked).isNotDone();

    known.complete(source.granted(SECOND, Duration.ZERO));

    assertThat(asked.join().readyIn()).isEqualTo(SECOND);
    assertThat(event().waiting()).isEqualTo(1);
  }

  @Test
  void aStageThatFailedIsPassedOnAsOne() {
    source.decides(() -> CompletableFuture.failedFuture(new AssertionError()));

    assertThat(ask().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void theListenerKeepsNoProgramAlive() throws Exception {
    BlockingQueue<Boolean> daemon = new LinkedBlockingQueue<>();
    LimitNotifier notifier =
        new LimitNotifier(60, event -> daemon.add(Thread.currentThread().isDaemon()));

    Thread user = new Thread(() -> notifier.notifyOnce(SECOND));
    user.setDaemon(false); // a new thread would be as its parent
    user.start();

    assertThat(daemon.poll(10, TimeUnit.SECONDS)).isTrue();
  }
}
