package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends a wait ends it there and then: no timer stays and nothing more is sent. */
class WaitEndsTest {
  @AutoClose private final Waits waits = Waits.standing();

  static Stream<Named<Consumer<CompletableFuture<Payment>>>> endings() {
    return Stream.of(
        Named.of("cancel", future -> future.cancel(true)),
        Named.of("orTimeout", future -> future.orTimeout(1, TimeUnit.NANOSECONDS)),
        Named.of(
            "completeExceptionally",
            future -> future.completeExceptionally(new TimeoutException())));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endingTheFutureEndsADelay(Consumer<CompletableFuture<Payment>> ending) throws Exception {
    waits.payment("processing");
    CompletableFuture<Payment> future = waits.client().async().payments().waitUntil("pay_1");
    waits.time().awaitWait();
    Await.until(() -> waits.time().timers() == 1);

    ending.accept(future);

    Await.until(future::isCompletedExceptionally);
    Await.until(() -> waits.time().timers() == 0);
    assertThat(waits.reads()).isOne();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endingTheFutureEndsARead(Consumer<CompletableFuture<Payment>> ending) {
    waits.responds(FakeServer.silence());
    CompletableFuture<Payment> future = waits.client().async().payments().waitUntil("pay_1");
    Await.until(() -> waits.reads() == 1);

    ending.accept(future);

    Await.until(future::isCompletedExceptionally);
    Await.until(() -> waits.time().timers() == 0); // the alarm of the call
  }

  @Test
  void anInterruptEndsADelayAndKeepsTheFlag() throws Exception {
    waits.payment("processing");
    FutureTask<Boolean> task = new FutureTask<>(this::isInterruptedAfterTheWait);
    Thread caller = new Thread(task);
    caller.start();
    waits.time().awaitWait();

    caller.interrupt();

    assertThat(task.get(30, TimeUnit.SECONDS)).isTrue();
    Await.until(() -> waits.time().timers() == 0);
    assertThat(waits.reads()).isOne();
  }

  private boolean isInterruptedAfterTheWait() {
    assertThatThrownBy(() -> waits.until(BlockingOrAsync.BLOCKING))
        .isInstanceOf(CallCancelledException.class)
        .hasMessage(
            "payments.retrieve: the thread was interrupted; its flag is still set. Request"
                + " req_processing.")
        .extracting(error -> ((FinFusionException) error).outcome())
        .isEqualTo(Outcome.UNKNOWN);
    return Thread.currentThread().isInterrupted();
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    Thread.currentThread().interrupt();

    Throwable error = catchThrowable(() -> waits.until(BlockingOrAsync.BLOCKING));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(error)
        .isInstanceOfSatisfying(
            CallCancelledException.class,
            cancelled -> assertThat(cancelled.outcome()).isEqualTo(Outcome.NOT_SENT));
    assertThat(waits.reads()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientEndsADelay(BlockingOrAsync mode) throws Exception {
    waits.payment("processing");
    CompletableFuture<Throwable> ended =
        CompletableFuture.supplyAsync(() -> catchThrowable(() -> waits.until(mode)));
    waits.time().awaitWait();

    waits.client().close();

    assertThat(ended.get(30, TimeUnit.SECONDS))
        .isInstanceOf(CallCancelledException.class)
        .hasMessageStartingWith("payments.retrieve: the client was closed during the wait.");
    assertThat(waits.reads()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientRefusesAWaitAsAnyCall(BlockingOrAsync mode) {
    waits.client().close();

    assertThatThrownBy(() -> waits.until(mode))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the client is closed");
  }

  @Test
  void aFutureOfAWaitFailsWithTheErrorItself() throws Exception {
    waits.payment("failed");
    CompletableFuture<Payment> future = waits.client().async().payments().waitUntil("pay_1");

    assertThat(future.get(30, TimeUnit.SECONDS).status().value()).isEqualTo("failed");
    waits.client().close();
    CompletableFuture<Payment> closed = waits.client().async().payments().waitUntil("pay_1");
    assertThatThrownBy(() -> closed.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
