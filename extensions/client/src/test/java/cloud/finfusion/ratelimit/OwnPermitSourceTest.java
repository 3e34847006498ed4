package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.spi.PermitSource;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A caller's own source of permits gets back what it granted, whatever it throws. */
class OwnPermitSourceTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final AtomicInteger released = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void aGrantedPermitThatThrowsWhenItIsAskedForItsTimeIsReleased(BlockingOrAsync mode) {
    RateLimiter limiter = RateLimiter.builder().permitSource(new Broken()).build();
    try (Calls calls = new Calls(TestClients.of(server).rateLimiter(limiter).build(), mode)) {
      assertThatThrownBy(calls::pay).isInstanceOf(LimitReachedException.class);

      assertThat(released).hasValue(1);
      assertThat(server.requests()).isEmpty();
    }
  }

  /** Grants, and does not say when. */
  private final class Broken implements PermitSource {
    @Override
    public CompletionStage<Reservation> reserve(String operation, Duration maxWait) {
      return CompletableFuture.completedFuture(
          new Reservation() {
            @Override
            public boolean granted() {
              return true;
            }

            @Override
            public Duration readyIn() {
              throw new IllegalStateException("broken");
            }

            @Override
            public Duration use() {
              return Duration.ZERO;
            }

            @Override
            public void release() {
              released.incrementAndGet();
            }
          });
    }

    @Override
    public void pause(Duration time) {}

    @Override
    public void sync(long remaining) {}

    @Override
    public long remaining() {
      return 0;
    }

    @Override
    public Duration retryAfter() {
      return Duration.ZERO;
    }
  }
}
