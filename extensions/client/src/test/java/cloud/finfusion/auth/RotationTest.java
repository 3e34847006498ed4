package cloud.finfusion.auth;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.RetryRecord;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that changes while calls are on their way. */
class RotationTest {
  private static final int THREADS = 100;

  private volatile String key = "dev_old";
  @AutoClose private final FakeServer server = new FakeServer();

  private FinFusion.Builder client() {
    return TestClients.of(server).credential(() -> key);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C148 rotated in the wait for a retry: the new key, the same idempotency key")
  void inTheWait(BlockingOrAsync mode) {
    server.responds(status(503), json(Samples.PAYMENT));
    CallListener rotating =
        new CallListener() {
          @Override
          public void retryScheduled(RetryRecord retry) {
            key = "dev_new";
          }
        };
    try (Calls calls = new Calls(client().listener(rotating).build(), mode)) {
      calls.pay();

      assertThat(server.headers("Authorization"))
          .containsExactly("Bearer dev_old", "Bearer dev_new");
      assertThat(server.headers("Idempotency-Key").stream().distinct())
          .hasSize(1)
          .doesNotContainNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C147 rotated while 100 threads call: no call fails, each request has one of the keys")
  void underLoad(BlockingOrAsync mode) throws Exception {
    server.responds(json(Samples.CUSTOMER));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Calls calls = new Calls(client().build(), mode)) {
      List<Future<?>> before = start(threads, calls);
      key = "dev_new";
      List<Future<?>> after = start(threads, calls);
      for (Future<?> each : after) {
        each.get(20, TimeUnit.SECONDS);
      }
      for (Future<?> each : before) {
        each.get(20, TimeUnit.SECONDS);
      }

      assertThat(server.headers("Authorization"))
          .hasSize(2 * THREADS)
          .isSubsetOf("Bearer dev_old", "Bearer dev_new")
          .filteredOn("Bearer dev_new"::equals)
          .hasSizeGreaterThanOrEqualTo(THREADS);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Future<?>> start(ExecutorService threads, Calls calls) {
    List<Future<?>> started = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      started.add(threads.submit(() -> calls.customer("cust_1")));
    }
    return started;
  }
}
