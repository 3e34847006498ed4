package cloud.finfusion.internal.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.model.TransferStatus;
import cloud.finfusion.spi.WaitOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens while a wait starts something: it is ended, or its time ends. */
class StateWaitTest {
  private final CompletableFuture<CompletableFuture<String>> result = new CompletableFuture<>();
  private final AtomicReference<String> timer = new AtomicReference<>("none");
  private final AtomicLong nanos = new AtomicLong();
  private long nanosPerReading;

  @Test
  void endedAsADelayBeginsItTakesItsTimerBack() {
    CompletableFuture<String> read = new CompletableFuture<>();
    result.complete(started(() -> read));

    read.complete("pending"); // the next delay begins, and the services below end the wait

    assertThat(result.join()).isCancelled();
    assertThat(timer).hasValue("taken back");
  }

  @Test
  void endedAsAReadBeginsItCancelsThatCall() {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    result.complete(
        started(
            () -> {
              if (timer.compareAndSet("none", "not asked for")) {
                return first;
              }
              result.join().cancel(true);
              return second;
            }));

    first.complete("pending");

    assertThat(second).isCancelled();
  }

  @Test
  void whoseTimeEndsAsTheFirstReadBeginsHasATimeout() {
    nanosPerReading = Duration.ofMinutes(6).toNanos(); // of the ten that a wait has

    CompletableFuture<String> waiting = started(() -> CompletableFuture.completedFuture("pending"));

    assertThatThrownBy(waiting::join).hasCauseInstanceOf(WaitTimeoutException.class);
  }

  private CompletableFuture<String> started(Supplier<CompletableFuture<String>> read) {
    WaitOperation<String> operation =
        new WaitOperation<>(
            "texts.read",
            "text",
            TransferStatus::of,
            List.of("done"),
            List.of(),
            call -> read.get());
    return StateWait.of(new Inline(), operation, WaitOptions.defaults()).start();
  }

  /** Runs everything on the caller's thread. Unless asked otherwise, a delay ends the wait. */
  private final class Inline implements RunServices {
    @Override
    public String destination() {
      return "nowhere";
    }

    @Override
    public long nanos() {
      return nanos.getAndAdd(nanosPerReading);
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public Duration callDeadline() {
      return Duration.ofSeconds(60);
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public @Nullable Duration retryDelay(int status, int retries, Duration left) {
      return null;
    }

    @Override
    public CallMaker capture() {
      return Supplier::get;
    }

    @Override
    public void notify(Consumer<CallListener> event) {}

    @Override
    public Runnable afterWait(Duration delay, Runnable task) {
      if (delay.isZero() || "not asked for".equals(timer.get())) {
        task.run();
      } else {
        result.join().cancel(true);
      }
      return () -> timer.set("taken back");
    }
  }
}
