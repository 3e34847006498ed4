package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.LightServer;
import cloud.finfusion.testing.NoDelaySockets;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No more requests at once than asked for; the others wait in order, and none is lost. */
class MaxConcurrentTest {
  @AutoClose private final MockWebServer server = new MockWebServer();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private FinFusion.Builder client(int limit) throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
            return FakeServer.json(Samples.CUSTOMER);
          }
        });
    server.setServerSocketFactory(new NoDelaySockets());
    server.start();
    return FinFusion.builder()
        .apiKey(Samples.KEY)
        .baseUrl(server.url("/").uri())
        .maxConcurrent(limit);
  }

  @ParameterizedTest
  @EnumSource
  void aHundredCallsAtOnceAreNeverMoreThanThree(BlockingOrAsync mode) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(100);
    try (Calls calls = new Calls(client(3).build(), mode)) {
      List<CompletableFuture<?>> all =
          IntStream.range(0, 100)
              .<CompletableFuture<?>>mapToObj(
                  i -> CompletableFuture.runAsync(() -> calls.customer("cust_1"), callers))
              .toList();
      all.forEach(CompletableFuture::join);

      assertThat(most.get()).isBetween(1, 3);
      assertThat(server.getRequestCount()).isEqualTo(100);
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void aThousandAsyncCallsPassThroughTwoPlaces() throws Exception {
    try (FinFusion client = client(2).build()) {
      List<CompletableFuture<?>> all =
          IntStream.range(0, 1000)
              .<CompletableFuture<?>>mapToObj(i -> client.async().customers().retrieve("cust_1"))
              .toList();
      all.forEach(CompletableFuture::join);

      assertThat(most.get()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void theFirstThatWaitsIsTheNextToGoAndOneThatWasCancelledIsPassedOver() throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUri())
                .maxConcurrent(1)
                .build()) {
      sandbox.faults().delay("customers.retrieve", 1, Duration.ofMinutes(5));
      CompletableFuture<?> onTheWire = client.async().customers().retrieve("cust_1");
      CompletableFuture<?> cancelled = client.async().customers().retrieve("cust_2");
      CompletableFuture<?> waiting = client.async().customers().list().first();

      cancelled.cancel(true);
      assertThat(waiting).isNotDone();
      onTheWire.cancel(true);

      waiting.join();
      assertThat(sandbox.requests().toString()).doesNotContain("cust_2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallWaitsNoLongerThanItsDeadline(BlockingOrAsync mode) {
    CallOptions patient = CallOptions.builder().deadline(Duration.ofHours(1)).build();
    try (FakeServer silent = new FakeServer().responds(FakeServer.silence());
        Calls calls =
            new Calls(
                TestOptions.time(TestClients.of(silent), new SystemTime())
                    .deadline(Duration.ofMillis(200))
                    .maxConcurrent(1)
                    .build(),
                mode)) {
      CompletableFuture<?> first = calls.client().async().customers().retrieve("cust_1", patient);

      assertThatThrownBy(() -> calls.customer("cust_2"))
          .isInstanceOfSatisfying(
              DeadlineExceededException.class,
              late -> assertThat(late.outcome()).isEqualTo(Outcome.NOT_SENT));
      first.cancel(true);
    }
  }

  /** More than a stack holds of calls that wake one another; all wait when the first one ends. */
  @Test
  void fiveThousandThatAreRefusedOneAfterTheOtherAllEnd() throws Exception {
    CountDownLatch allWait = new CountDownLatch(1);
    RateLimiter empty = RateLimiter.builder().burst(1).failFast().clock(() -> 0).build();
    FinFusion.Builder builder = FinFusion.builder().apiKey(Samples.KEY).rateLimiter(empty);
    try (LightServer slow = new LightServer(path -> customerAfter(allWait));
        FinFusion client = builder.baseUrl(slow.uri()).maxConcurrent(1).build()) {
      List<CompletableFuture<Throwable>> all =
          IntStream.range(0, 5_000)
              .mapToObj(i -> client.async().customers().retrieve("cust_1"))
              .map(each -> each.handle((customer, failure) -> failure))
              .toList();
      allWait.countDown();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);

      assertThat(all.stream().map(CompletableFuture::join).filter(Objects::nonNull))
          .hasSize(4_999)
          .allSatisfy(refused -> assertThat(refused).isInstanceOf(LimitReachedException.class));
    }
  }

  private static byte[] customerAfter(CountDownLatch allWait) {
    try {
      allWait.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
    return LightServer.response(200, Samples.CUSTOMER);
  }

  @Test
  void boundsAreRefusedByName() {
    assertThatThrownBy(() -> FinFusion.builder().apiKey(Samples.KEY).maxConcurrent(0).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("maxConcurrent: expected at least 1, got 0. Raise it or leave it out");
  }
}
