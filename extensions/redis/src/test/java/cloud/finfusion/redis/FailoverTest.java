package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.spi.PermitSource;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A master that is killed, of a sentinel. */
class FailoverTest {
  @Test
  @DisplayName("C118 the replica takes over: a share of the plan meanwhile, and no second burst")
  void failover() throws IOException {
    try (RedisProcess master = RedisProcess.launch();
        RedisProcess replica =
            RedisProcess.launch("--replicaof", "127.0.0.1", Integer.toString(master.port()));
        RedisProcess sentinel = RedisProcess.sentinel(master);
        FinFusionRedis redis =
            FinFusionRedis.builder()
                .uri(RedisURI.Builder.sentinel("127.0.0.1", sentinel.port(), "main").build())
                .commandTimeout(Duration.ofSeconds(1))
                .build()) {
      PermitSource permits = RedisRateLimiter.builder(redis).build().permitSource();
      Await.until(() -> knowsReplica(sentinel), () -> "the sentinel does not know the replica");
      TestPermits.drain(permits);

      master.kill();

      Await.until(() -> !available(permits), () -> "still available");
      Await.until(() -> available(permits), () -> "still degraded");
      assertThat(TestPermits.drain(permits)).isLessThan(50);
      assertThat(TestPermits.left(replica)).isLessThan(50);
    }
  }

  private static boolean available(PermitSource permits) {
    TestPermits.reserve(permits, Duration.ZERO);
    return !permits.degraded();
  }

  private static boolean knowsReplica(RedisProcess sentinel) {
    return TestRedis.command(sentinel, commands -> commands.info("sentinel")).contains("slaves=1");
  }
}
