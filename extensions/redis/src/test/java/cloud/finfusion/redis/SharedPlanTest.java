package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients of two instances whose plan allows five requests. */
class SharedPlanTest {
  private static final int BURST = 5;

  private final RedisProcess redis = RedisProcess.launch();
  private final Sandbox sandbox = Sandbox.start();
  private final FinFusionRedis one = redis.connect("shop");
  private final FinFusionRedis other = redis.connect("shop");
  private final Queue<String> threads = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    one.close();
    other.close();
    sandbox.close();
    redis.close();
  }

  private FinFusion client(FinFusionRedis connection, long limit, Duration maxWait) {
    RateLimiter plan =
        RateLimiter.builder().maxRequests(limit).burst(BURST).maxWait(maxWait).build();
    return FinFusion.builder()
        .baseUrl(sandbox.baseUri())
        .apiKey(sandbox.apiKey())
        .rateLimiter(RedisRateLimiter.builder(connection).plan(plan).build())
        .listener(
            new CallListener() {
              @Override
              public void attemptStarted(AttemptStarted attempt) {
                threads.add(Thread.currentThread().getName());
              }
            })
        .build();
  }

  @Test
  void togetherTheySendWhatThePlanAllows() {
    try (FinFusion first = client(one, 100, Duration.ZERO);
        FinFusion second = client(other, 100, Duration.ZERO)) {
      int sent = 0;
      for (int i = 0; i < BURST; i++) {
        sent += lists(first) ? 1 : 0;
        sent += listsAsync(second) ? 1 : 0;
      }

      assertThat(sent).isBetween(BURST, BURST + 2); // the time adds one in 600 ms
    }
  }

  @Test
  void whoWaitsGoesOnOnItsOwnThreads() {
    try (FinFusion waiting = client(one, 3000, Duration.ofMinutes(1))) {
      for (int i = 0; i <= BURST; i++) {
        assertThat(lists(waiting)).isTrue();
        assertThat(listsAsync(waiting)).isTrue();
      }

      assertThat(threads)
          .hasSize(2 * (BURST + 1))
          .noneMatch(name -> name.startsWith("lettuce") || name.startsWith("CompletableFuture"));
    }
  }

  private static boolean lists(FinFusion client) {
    try {
      client.customers().list().pages().iterator().next();
      return true;
    } catch (LimitReachedException limit) {
      return false;
    }
  }

  private static boolean listsAsync(FinFusion client) {
    try {
      client.async().customers().list().first().join();
      return true;
    } catch (CompletionException limit) {
      assertThat(limit).hasCauseInstanceOf(LimitReachedException.class);
      return false;
    }
  }
}
