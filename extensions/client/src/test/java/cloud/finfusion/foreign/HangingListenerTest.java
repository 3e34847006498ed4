package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.model.Payment;
import cloud.finfusion.ratelimit.FakePermitSource;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource.Reservation;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listener that hangs within a call keeps its caller waiting until the deadline, no longer. */
@Timeout(60)
class HangingListenerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Duration SOON_AFTER = Duration.ofMillis(100);
  private static final CallOptions KEYED = CallOptions.builder().idempotencyKey("order-17").build();

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<CallRecord> ends = new CopyOnWriteArrayList<>();
  private final FakeTime time = FakeTime.standing();
  @AutoClose private final FakeServer server = new FakeServer();

  @AfterEach
  void goOn() {
    end.countDown();
  }

  private void hang() {
    hanging.countDown();
    try {
      end.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** Hangs in one of its events. */
  private class Hanging implements CallListener {
    @Override
    public void callEnded(CallRecord call) {
      ends.add(call);
    }
  }

  private final class HangingAtAnAttemptsEnd extends Hanging {
    @Override
    public void attemptEnded(AttemptRecord attempt) {
      hang();
    }
  }

  private FinFusion.Builder client(CallListener listener, MockResponse response) {
    server.responds(response, FakeServer.json(Samples.PAYMENT));
    return TestOptions.time(TestClients.of(server), time)
        .deadline(DEADLINE)
        .timeout(DEADLINE)
        .maxConcurrent(1)
        .listener(listener);
  }

  /** The call as its caller knows it, whose listener still hangs. */
  private <E extends FinFusionException> E lateEnd(Class<E> type, CompletableFuture<Payment> call)
      throws Exception {
    time.advance(DEADLINE.toNanos());
    hanging.await();
    Await.until(() -> time.timers() == 1);
    assertThat(call).isNotDone();
    time.advance(SOON_AFTER.toNanos());
    E error = catchThrowableOfType(type, () -> BlockingOrAsync.result(call));
    assertThat(end.getCount()).isEqualTo(1);
    return error;
  }

  private void writeIsUnknown(MockResponse response, Runnable reached) throws Exception {
    try (FinFusion client = client(new HangingAtAnAttemptsEnd(), response).build()) {
      CompletableFuture<Payment> payment =
          client.async().payments().create(Samples.payment(), KEYED);
      reached.run();

      OutcomeUnknownException unknown = lateEnd(OutcomeUnknownException.class, payment);

      assertThat(unknown).hasCauseInstanceOf(DeadlineExceededException.class);
      assertThat(unknown.idempotencyKey()).isEqualTo("order-17");
      assertThat(ends).isEmpty();
      end.countDown(); // the slot comes back, and the call's end is notified
      assertThat(BlockingOrAsync.result(client.async().payments().retrieve("pay_1")).id())
          .isEqualTo("pay_1");
      Await.until(() -> ends.size() == 2); // the slot comes back before the end is notified
      assertThat(ends)
          .filteredOn(each -> each.operation().equals("payments.create"))
          .singleElement()
          .extracting(CallRecord::outcome)
          .isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void atTheEndOfAnAttemptWithAResponse() throws Exception {
    writeIsUnknown(FakeServer.json(Samples.PAYMENT), () -> Await.until(this::hangs));
  }

  @Test
  void atTheEndOfAnAttemptThatTheDeadlineEnds() throws Exception {
    writeIsUnknown(FakeServer.silence(), () -> Await.until(() -> server.requests().size() == 1));
  }

  private boolean hangs() {
    return hanging.getCount() == 0;
  }

  /** The attempt is over and booked, so that the call can end. */
  @Test
  void whenItIsNotifiedOfARetryItEndsAtTheDeadlineItself() throws Exception {
    CallListener listener =
        new Hanging() {
          @Override
          public void retryScheduled(RetryRecord retry) {
            hang();
          }
        };
    try (FinFusion client = client(listener, FakeServer.status(503)).build()) {
      CompletableFuture<Payment> payment = client.async().payments().retrieve("pay_1");
      Await.until(this::hangs);

      time.advance(DEADLINE.toNanos());

      DeadlineExceededException late =
          catchThrowableOfType(
              DeadlineExceededException.class, () -> BlockingOrAsync.result(payment));
      assertThat(late.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(late.attempts()).isEqualTo(1);
      assertThat(end.getCount()).isEqualTo(1);
    }
  }

  @Test
  void whenItIsNotifiedOfAPermit() throws Exception {
    CallListener listener =
        new Hanging() {
          @Override
          public void permitWaited(PermitRecord permit) {
            hang();
          }
        };
    FakePermitSource source = new FakePermitSource();
    CompletableFuture<Reservation> permit = new CompletableFuture<>();
    RateLimiter limiter = RateLimiter.builder().permitSource(source.decides(() -> permit)).build();
    FinFusion.Builder builder = client(listener, FakeServer.json(Samples.PAYMENT));
    try (FinFusion client = builder.rateLimiter(limiter).build()) {
      CompletableFuture<Payment> payment = client.async().payments().retrieve("pay_1");
      time.advance(1); // or it came at once
      permit.complete(source.granted(Duration.ZERO, Duration.ZERO));
      Await.until(this::hangs);

      DeadlineExceededException late = lateEnd(DeadlineExceededException.class, payment);

      assertThat(late.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }
}
