package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.done;
import static cloud.finfusion.batch.BatchSamples.kinds;
import static cloud.finfusion.batch.BatchSamples.refused;
import static cloud.finfusion.batch.BatchSamples.results;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch that is ended early, or whose time runs out, says what came of each item. */
class BatchEndsTest {
  private final FakeServer server = new FakeServer();
  private final FakeTime time = FakeTime.flowing();
  private final Queue<BatchRecord> records = new ConcurrentLinkedQueue<>();
  private FinFusion client = client(time).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private FinFusion.Builder client(FakeTime clock) {
    return TestOptions.time(TestClients.of(server), clock)
        .listener(
            new CallListener() {
              @Override
              public void batchEnded(BatchRecord batch) {
                records.add(batch);
                throw new StackOverflowError("listeners are foreign code");
              }
            });
  }

  private static BatchOptions.Builder<Object> two() {
    return BatchOptions.builder().concurrency(1).batchSize(2);
  }

  @Test
  @DisplayName("C180 a thousand requests keep to the plan: 8.5 minutes for 100,000 items")
  void aBatchKeepsToThePlan() {
    server.responds(done(100));
    client =
        client(time)
            .rateLimiter(
                RateLimiter.standard().toBuilder()
                    .maxWait(Duration.ofMinutes(1))
                    .clock(time::nanos)
                    .build())
            .build();
    long started = time.nanos();

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(customers(100_000), BatchOptions.builder().concurrency(1).build());

    assertThat(result.succeeded()).hasSize(100_000);
    assertThat(server.requests()).hasSize(1000);
    assertThat(result.record().requestsSaved()).isEqualTo(99_000);
    assertThat(Duration.ofNanos(time.nanos() - started))
        .isBetween(Duration.ofSeconds(509), Duration.ofSeconds(511));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C180 what is not sent in time fails with a deadline error, each item")
  void theDeadlineOfTheRunIsPerItem(BlockingOrAsync mode) {
    server.responds(done(2));
    CallOptions threeSeconds =
        CallOptions.builder()
            .onResponse(info -> time.advance(Duration.ofSeconds(3).toNanos()))
            .build();
    BatchOptions<Object> options =
        two().deadline(Duration.ofSeconds(5)).requestOptions(threeSeconds).build();

    BatchResult<Customer> result =
        mode.of(
            () -> client.customers().createBatch(customers(6), options),
            () -> client.async().customers().createBatch(customers(6), options));

    assertThat(kinds(result)).isEqualTo("SSSSFF");
    assertThat(result.failed().get(1).error())
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessageContaining("the deadline of the whole run passed");
    FinFusionException last = (FinFusionException) result.failed().get(1).error();
    assertThat(last.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C180 time that ends between two readings of the clock is a deadline error too")
  void theDeadlineMayPassAtAnyReadingOfTheClock(BlockingOrAsync mode) {
    server.responds(done(2));
    BatchOptions<Object> options = two().deadline(Duration.ofSeconds(5)).build();
    for (int number = 1; number <= 8; number++) {
      atReading(number, () -> time.advance(Duration.ofSeconds(6).toNanos()));

      BatchResult<Customer> result =
          mode.of(
              () -> client.customers().createBatch(customers(2), options),
              () -> client.async().customers().createBatch(customers(2), options));

      assertThat(result.failed())
          .extracting(BatchItem::error)
          .hasOnlyElementsOfType(DeadlineExceededException.class);
    }
  }

  private void atReading(int number, Runnable action) {
    time.atNextLook(number == 1 ? action : () -> atReading(number - 1, action));
  }

  @Test
  void eachRequestHasItsOwnDeadlineByDefault() {
    server.responds(FakeServer.status(503, "Retry-After", "40"), done(2));

    assertThat(kinds(client.customers().createBatch(customers(4), two().build())))
        .isEqualTo("SSSS");
    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(
                customers(4),
                two()
                    .requestOptions(CallOptions.builder().deadline(Duration.ofSeconds(30)).build())
                    .build());
    assertThat(kinds(result)).isEqualTo("SSSS");
  }

  @Test
  void cancellingTheFutureEndsTheRequestsAndSendsNothingMore() throws Exception {
    FakeTime standing = FakeTime.standing();
    server.responds(results(refused(0, "RATE001"), refused(1, "RATE001")));
    client = client(standing).build();
    CompletableFuture<BatchResult<Customer>> future =
        client.async().customers().createBatch(customers(6), two().build());
    standing.awaitWait();

    future.cancel(true);

    assertThat(future).isCancelled();
    assertThat(server.requests()).hasSize(1);
    assertThat(standing.timers()).isZero();
  }

  @Test
  void closingTheClientEndsAWaitAtOnce() throws Exception {
    FakeTime standing = FakeTime.standing();
    server.responds(results(refused(0, "RATE001"), refused(1, "RATE001")));
    client = client(standing).build();
    CompletableFuture<BatchResult<Customer>> future =
        client.async().customers().createBatch(customers(4), two().build());
    standing.awaitWait();

    client.close();

    BatchResult<Customer> result = BlockingOrAsync.result(future);
    assertThat(kinds(result)).isEqualTo("FFFF");
    assertThat(result.failed().get(3).error()).hasMessageContaining("the client is closed");
  }

  @Test
  void anInterruptReportsWhatWasSentAndKeepsTheFlag() throws Exception {
    FakeTime standing = FakeTime.standing();
    server.responds(done(2), results(refused(0, "RATE001"), refused(1, "API001")));
    client = client(standing).build();
    CompletableFuture<BatchResult<Customer>> result = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              result.complete(client.customers().createBatch(customers(6), two().build()));
              flag.complete(Thread.interrupted());
            });
    thread.start();
    standing.awaitWait();

    thread.interrupt();
    thread.join(30_000);

    assertThat(flag.join()).isTrue();
    assertThat(kinds(result.join())).isEqualTo("SSFUSS");
    assertThat(result.join().skipped()).extracting(BatchItem::index).containsExactly(4, 5);
  }

  @Test
  void anInterruptedThreadSendsNothing() {
    Thread.currentThread().interrupt();
    try {
      BatchResult<Customer> result = client.customers().createBatch(customers(3), two().build());

      assertThat(result.skipped()).hasSize(3);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aRequestThatIsCancelledInFlightMakesItsItemsUnknown() throws Exception {
    server.responds(FakeServer.silence());
    client = client(FakeTime.standing()).build();
    CompletableFuture<BatchResult<Customer>> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> result.complete(client.customers().createBatch(customers(4), two().build())));
    thread.start();
    Await.until(() -> server.requests().size() == 1);

    thread.interrupt();
    thread.join(30_000);

    assertThat(kinds(result.join())).startsWith("UUSS");
    assertThat(result.join().unknown().get(0).error()).isInstanceOf(CallCancelledException.class);
    assertThat(result.join().skipped()).hasSize(2);
  }

  @Test
  void aBatchThatStopsDoesNotSendItemsAgain() {
    server.responds(
        results(refused(0, "PAY001"), refused(1, "PAY001")), results(refused(0, "RATE001")));

    BatchResult<Customer> result =
        client.customers().createBatch(customers(5), two().continueOnError(false).build());

    assertThat(kinds(result)).isEqualTo("FFSSS");
    assertThat(result.skipped()).hasSize(3);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void asManyRequestsAreInFlightAsTheOptionsSayAndNoMore() throws Exception {
    server.responds(FakeServer.silence());
    client = client(FakeTime.standing()).build();

    CompletableFuture<BatchResult<Customer>> future =
        client
            .async()
            .customers()
            .createBatch(customers(20), BatchOptions.builder().batchSize(2).concurrency(3).build());
    Await.until(() -> server.requests().size() == 3);
    future.cancel(true);

    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void listenersAreNotifiedOfTheBatchsNumbers() {
    server.responds(results(refused(0, "RATE001"), refused(1, "PAY001")), done(1), done(1));

    BatchResult<Customer> result = client.customers().createBatch(customers(3), two().build());

    assertThat(records).containsExactly(result.record());
    BatchRecord record = result.record();
    assertThat(record.operation()).isEqualTo("customers.createBatch");
    assertThat(record.items()).isEqualTo(3);
    assertThat(record.requests()).isEqualTo(3);
    assertThat(record.sentAgain()).isEqualTo(1);
    assertThat(record.itemsPerRequest()).isEqualTo(4 / 3.0);
    assertThat(record.failedShare()).isEqualTo(1 / 3.0);
    assertThat(record.requestsSaved()).isZero();
  }

  @Test
  void theResponseListenerSeesEachRequestAndErrorsNameTheRequest() {
    Queue<ResponseInfo> seen = new ConcurrentLinkedQueue<>();
    server.responds(
        FakeServer.response(200, "{\"results\": [" + refused(0, "PAY001") + "]}")
            .setHeader("X-Request-Id", "req_7")
            .build());

    BatchResult<Customer> result =
        client
            .customers()
            .createBatch(
                customers(1),
                two().requestOptions(CallOptions.builder().onResponse(seen::add).build()).build());

    assertThat(seen).hasSize(1);
    assertThat(((FinFusionException) result.failed().get(0).error()).requestId())
        .isEqualTo("req_7");
  }

  @Test
  void itemsSentAgainArePaidFromTheClientsBudget() {
    client = client(time).retry(RetryOptions.builder().budget(0.1, 1).build()).build();
    server.responds(results(refused(0, "RATE001"), refused(1, "RATE001")));

    client.customers().createBatch(customers(2), two().build());

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void neitherAResultNorOptionsShowAKeyOrAValue() {
    server.responds(done(1));
    BatchOptions<Object> options = two().batchId("import-7").build();

    BatchResult<Customer> result = client.customers().createBatch(customers(1), options);

    String key = result.items().get(0).idempotencyKey();
    assertThat(List.of(result.toString(), options.toString(), result.items().get(0).toString()))
        .noneMatch(text -> text.contains(key) || text.contains("@") || text.contains("import-7"));
  }
}
