package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.spi.PermitSource;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outage of Redis writes into the log; other tests log beside this one. */
class OutageLogTest {
  private static final String NAME = "logged-shop";
  private static final Logger LOG = Logger.getLogger("cloud.finfusion");

  private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
  private final Handler collector =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          if (record.getMessage().contains(NAME)) {
            records.add(record);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void collect() {
    LOG.addHandler(collector);
  }

  @AfterEach
  void stop() {
    LOG.removeHandler(collector);
  }

  @Test
  void anOutageIsOneWarningAndItsEndOneLine() {
    try (RedisProcess redis = RedisProcess.launch();
        FinFusionRedis connection = redis.connect(NAME)) {
      PermitSource permits = RedisRateLimiter.builder(connection).build().permitSource();
      TestPermits.reserve(permits, Duration.ZERO);

      redis.kill();
      TestPermits.drain(permits);
      redis.start();
      Await.until(
          () -> TestPermits.reserve(permits, Duration.ZERO).granted() && !permits.degraded(),
          () -> "still degraded");

      assertThat(records)
          .extracting(LogRecord::getLevel)
          .containsExactly(Level.WARNING, Level.INFO);
      assertThat(records.element().getMessage())
          .startsWith("Redis fails for " + NAME + " (Redis")
          .doesNotContain("\n");
    }
  }
}
