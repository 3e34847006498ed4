package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.PermitRecord;
import cloud.finfusion.spi.PermitSource.Reservation;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A source of permits of the caller's own, as one over a network, that does what it likes. */
class PermitSourceTest {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  private final FakePermitSource source = new FakePermitSource();
  private final CompletableFuture<Reservation> decision = new CompletableFuture<>();
  private final ExecutorService limiter =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "limiter"));

  @AfterEach
  void end() {
    limiter.shutdown();
  }

  private FinFusion.Builder client() {
    return TestClients.of(server)
        .retries(0)
        .rateLimiter(RateLimiter.builder().permitSource(source).build());
  }

  private Reservation granted() {
    return source.granted(Duration.ZERO, Duration.ZERO);
  }

  private void decidesLate() {
    source.decides(() -> decision);
  }

  /** On its own thread, as a limiter over a network does. */
  private void decide(Reservation reservation) throws Exception {
    limiter.submit(() -> decision.complete(reservation)).get();
  }

  /** A call on a thread of its own, that waits for its permit. */
  private CompletableFuture<Object> waiting(Calls calls) {
    CompletableFuture<Object> call = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              Throwable failure = catchThrowable(() -> call.complete(calls.customer("cust_1")));
              if (failure != null) {
                call.completeExceptionally(failure);
              }
            });
    caller.start();
    Await.until(() -> !source.calls().isEmpty() && caller.getState() == Thread.State.TIMED_WAITING);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void aPermitThatComesLaterIsUsedAndNothingOfTheCallerRunsOnItsThread(BlockingOrAsync mode)
      throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    decidesLate();
    try (Calls calls =
        new Calls(
            TestOptions.time(client(), new SystemTime()).listener(recording(threads)).build(),
            mode)) {
      CompletableFuture<?> call = waiting(calls);

      decide(granted());
      call.get(10, TimeUnit.SECONDS);

      assertThat(source.calls()).containsExactly(source.calls().get(0), "use");
      assertThat(threads).hasSize(4).doesNotContain("limiter");
    }
  }

  private static CallListener recording(List<String> threads) {
    return new CallListener() {
      @Override
      public void permitWaited(PermitRecord permit) {
        threads.add(Thread.currentThread().getName());
      }

      @Override
      public void attemptStarted(AttemptStarted attempt) {
        threads.add(Thread.currentThread().getName());
      }

      @Override
      public void attemptEnded(AttemptRecord attempt) {
        threads.add(Thread.currentThread().getName());
      }

      @Override
      public void callEnded(CallRecord call) {
        threads.add(Thread.currentThread().getName());
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalThatComesLaterEndsTheCallAndNothingOfTheCallerRunsOnItsThread(BlockingOrAsync mode)
      throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    decidesLate();
    try (Calls calls =
        new Calls(
            TestOptions.time(client(), new SystemTime()).listener(recording(threads)).build(),
            mode)) {
      CompletableFuture<String> endedOn =
          waiting(calls).handle((customer, refused) -> Thread.currentThread().getName());

      decide(source.refused(Duration.ofSeconds(7)));

      assertThat(endedOn.get(10, TimeUnit.SECONDS)).isNotEqualTo("limiter");
      assertThat(threads).hasSize(1).doesNotContain("limiter");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** What a careless source does. */
  enum Fault {
    REFUSES {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(source.refused(Duration.ofSeconds(7)));
      }
    },
    FAILS {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(() -> CompletableFuture.failedFuture(new LinkageError("CANARY")));
      }
    },
    RETURNS_NULL {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(() -> null);
      }
    },
    HAS_NULL {
      @Override
      @SuppressWarnings("NullAway") // what a careless source may do
      FakePermitSource in(FakePermitSource source) {
        return source.decides(() -> CompletableFuture.completedFuture(null));
      }
    },
    THROWS {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(
            () -> {
              throw new StackOverflowError("CANARY");
            });
      }
    },
    IS_READY_IN_AGES {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(source.granted(Duration.ofNanos(Long.MAX_VALUE), Duration.ZERO));
      }
    },
    IS_NEVER_READY {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(source.granted(Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO));
      }
    },
    DELAYS_FOR_AGES {
      @Override
      FakePermitSource in(FakePermitSource source) {
        return source.decides(source.granted(Duration.ZERO, Duration.ofNanos(Long.MAX_VALUE)));
      }
    };

    abstract FakePermitSource in(FakePermitSource source);
  }

  @ParameterizedTest
  @EnumSource
  void aSourceThatFailsRefusesAndNothingIsSent(Fault fault) {
    fault.in(source);
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      try (Calls calls = new Calls(client().build(), mode)) {
        assertThatThrownBy(calls::pay)
            .isInstanceOfSatisfying(
                LimitReachedException.class,
                refused -> assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT))
            .hasMessageNotContaining("CANARY");
        assertThat(server.requests()).isEmpty();
      }
    }
    boolean granted = fault.name().matches("IS_.*|DELAYS.*");
    assertThat(source.calls().stream().filter("release"::equals)).hasSize(granted ? 2 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatIsRefusedSaysWhenTheNextPermitComes(BlockingOrAsync mode) {
    Fault.REFUSES.in(source);
    try (Calls calls = new Calls(client().build(), mode)) {
      assertThatThrownBy(calls::pay)
          .isInstanceOfSatisfying(
              LimitReachedException.class,
              refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }
  }

  @Test
  void aPermitThatComesAfterTheDeadlineIsReleased() throws Exception {
    decidesLate();
    try (Calls calls = new Calls(client().build(), BlockingOrAsync.BLOCKING)) { // whose clock flows
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(DeadlineExceededException.class);

      decide(granted());

      assertThat(source.calls()).hasSize(2).endsWith("release");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aPermitThatComesAfterACancelIsReleased() throws Exception {
    decidesLate();
    try (FinFusion client = TestOptions.time(client(), new SystemTime()).build()) {
      CompletableFuture<?> call = client.async().customers().retrieve("cust_1");

      call.cancel(true);
      decide(granted());

      assertThat(decision.isCancelled()).isFalse();
      assertThat(source.calls()).hasSize(2).endsWith("release");
      assertThat(server.requests()).isEmpty();
    }
  }
}
