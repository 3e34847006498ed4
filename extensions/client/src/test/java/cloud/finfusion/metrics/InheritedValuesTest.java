package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What one call's thread hands down to threads it starts is not seen by the callbacks of another.
 */
class InheritedValuesTest {
  private static final InheritableThreadLocal<@Nullable String> TENANT =
      new InheritableThreadLocal<>();

  @AutoClose private final FakeServer server = new FakeServer();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private void inspect() {
    if (Thread.currentThread() != caller) {
      seen.add(String.valueOf(TENANT.get()));
    }
  }

  private final Thread caller = Thread.currentThread();

  private FinFusion client() {
    return FinFusion.builder()
        .apiKey(Samples.KEY)
        .baseUrl(server.uri())
        .retry(
            RetryOptions.builder()
                .initialDelay(Duration.ofMillis(1))
                .maxDelay(Duration.ofMillis(1))
                .build())
        .listener(
            new CallListener() {
              @Override
              public void attemptStarted(AttemptStarted attempt) {
                inspect();
              }

              @Override
              public void callEnded(CallRecord call) {
                inspect();
              }
            })
        .build();
  }

  @Test
  @DisplayName("E8 an inheritable value of call A is not seen on the client's threads, also by B")
  void ofACall() {
    server.responds(FakeServer.status(503), FakeServer.json(Samples.PAYMENT));
    CallOptions options = CallOptions.builder().onResponse(info -> inspect()).build();
    try (FinFusion client = client()) {
      for (String tenant : List.of("A", "B")) {
        TENANT.set(tenant);
        BlockingOrAsync.result(client.async().payments().create(Samples.payment(), options));
        TENANT.remove();
      }
    }
    assertThat(seen).hasSizeGreaterThanOrEqualTo(3).containsOnly("null");
  }

  @Test
  @DisplayName("E8 nor by who is notified of a limit")
  void ofALimit() {
    CompletableFuture<String> notified = new CompletableFuture<>();
    RateLimiter limiter =
        RateLimiter.builder()
            .maxRequests(1_000_000)
            .burst(1)
            .onLimitReached(event -> notified.complete(String.valueOf(TENANT.get())))
            .build();
    TENANT.set("A");
    for (int i = 0; i < 50; i++) {
      var unused = Reservations.source(limiter).reserve("payments.create", Duration.ofHours(1));
    }
    TENANT.remove();

    assertThat(BlockingOrAsync.result(notified)).isEqualTo("null");
  }
}
