package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customer;
import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.done;
import static cloud.finfusion.batch.BatchSamples.done1;
import static cloud.finfusion.batch.BatchSamples.keys;
import static cloud.finfusion.batch.BatchSamples.refused;
import static cloud.finfusion.batch.BatchSamples.results;
import static cloud.finfusion.batch.BatchSamples.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TestClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bulk run reads an iterator, sends batches, shows its progress, and can be stopped and resumed.
 */
class BulkTest {
  private final FakeServer server = new FakeServer();
  private final FakeTime time = FakeTime.flowing();
  private final List<BulkProgress> heard = new ArrayList<>();
  private final FinFusion client =
      TestOptions.time(TestClients.of(server), time)
          .listener(
              new CallListener() {
                @Override
                public void bulkProgressed(BulkProgress progress) {
                  heard.add(progress);
                }
              })
          .build();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private BulkOptions.Builder<CustomerBatchItem, Customer> two() {
    return BulkOptions.<CustomerBatchItem, Customer>builder()
        .batch(BatchOptions.builder().batchSize(2).concurrency(1).batchId("import-7").build());
  }

  private Path checkpoint() {
    return folder.resolve("import.checkpoint");
  }

  private BulkResult run(int items, BulkOptions<CustomerBatchItem, Customer> options) {
    return client.customers().bulk(customers(items).iterator(), options).run();
  }

  private List<List<Integer>> requests() {
    return server.requests().stream().map(BatchSamples::sent).toList();
  }

  @Test
  void eachItemIsSentOnceAndCounted() {
    server.responds(done(2), results(done1(0), refused(1, "PAY001")), done(1));
    List<Integer> given = new ArrayList<>();

    BulkResult result = run(5, two().total(5).onResult(item -> given.add(item.index())).build());

    assertThat(result.end()).isEqualTo(BulkResult.End.COMPLETE);
    assertThat(result.isAllDone()).isFalse();
    BulkProgress progress = result.progress();
    assertThat(progress.processed()).isEqualTo(5);
    assertThat(progress.succeeded()).isEqualTo(4);
    assertThat(progress.failed()).isEqualTo(1);
    assertThat(progress.requests()).isEqualTo(3);
    assertThat(given).containsExactly(0, 1, 2, 3, 4);
    assertThat(requests()).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
  }

  @Test
  void anEmptyInputIsComplete() {
    BulkResult result = run(0, two().build());

    assertThat(result.isAllDone()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void progressIsReportedOncePerIntervalAndAtTheEnd() {
    server.responds(done(2));
    List<BulkProgress> reports = new ArrayList<>();
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .total(10)
            .onResult(item -> time.advance(Duration.ofMillis(300).toNanos()))
            .onProgress(
                progress -> {
                  reports.add(progress);
                  throw new StackOverflowError("listeners are foreign code");
                })
            .build();

    run(8, options);

    assertThat(reports).extracting(BulkProgress::processed).containsExactly(4L, 8L, 8L);
    assertThat(reports.get(0).rate()).isBetween(3.3, 3.4);
    assertThat(reports.get(0).eta()).isBetween(Duration.ofMillis(1790), Duration.ofMillis(1810));
    assertThat(heard).isEqualTo(reports);
  }

  @Test
  void aStoppedRunGoesOnWhereItWas() {
    server.responds(done(2));
    BulkRun[] run = new BulkRun[1];
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .checkpoint(CheckpointStore.file(checkpoint()))
            .onResult(
                item -> {
                  if (item.index() == 3 && run[0] != null) {
                    run[0].cancel();
                  }
                })
            .build();
    run[0] = client.customers().bulk(customers(7).iterator(), options);

    BulkResult stopped = run[0].run();
    run[0] = null;
    BulkResult resumed = run(7, options);

    assertThat(stopped.end()).isEqualTo(BulkResult.End.CANCELLED);
    assertThat(stopped.progress().processed()).isEqualTo(4);
    assertThat(resumed.end()).isEqualTo(BulkResult.End.COMPLETE);
    assertThat(resumed.progress().processed()).isEqualTo(7);
    assertThat(requests()).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5), List.of(6));
  }

  @Test
  void whatWasInFlightIsSentAgainUnderTheSameKeys() {
    server.responds(done(2));
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .checkpoint(CheckpointStore.file(checkpoint()))
            .onResult(
                item -> {
                  if (server.requests().size() == 2) {
                    throw new StackOverflowError("as if the process ended here");
                  }
                })
            .build();

    assertThat(catchThrowable(() -> run(6, options))).isInstanceOf(StackOverflowError.class);
    run(6, options);

    assertThat(requests())
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(2, 3), List.of(4, 5));
    assertThat(keys(server.requests().get(2))).isEqualTo(keys(server.requests().get(1)));
    assertThat(server.headers("Idempotency-Key")).doesNotHaveDuplicates();
  }

  @Test
  void whatWasSentLongerAgoThanAKeyLivesIsUnknownAndNotSent() throws Exception {
    server.responds(done(2));
    BulkOptions.Builder<CustomerBatchItem, Customer> options =
        two().checkpoint(CheckpointStore.file(checkpoint())).failures(folder.resolve("failures"));

    assertThat(
            catchThrowable(
                () ->
                    run(
                        6,
                        options
                            .onResult(
                                item -> {
                                  throw new IllegalStateException("full");
                                })
                            .build())))
        .isInstanceOf(IllegalStateException.class);
    time.advance(Duration.ofHours(25).toNanos());
    BulkResult result = run(6, options.onResult(item -> {}).build());

    assertThat(result.progress().unknown()).isEqualTo(2);
    assertThat(result.progress().succeeded()).isEqualTo(4);
    assertThat(requests()).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4, 5));
    assertThat(Files.readAllLines(folder.resolve("failures")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"kind\":\"unknown\"") && line.contains("24 h"));
  }

  @Test
  void whatFailedIsWrittenAndCanBeFedInAgain() throws Exception {
    Path failures = folder.resolve("failures.jsonl");
    server.responds(
        results(done1(0), refused(1, "PAY001")), FakeServer.json("{}"), done(2), done(2));

    run(4, two().failures(failures).build());
    List<String> firstKeys = keys(server.requests().get(1));
    try (BulkFailures<CustomerBatchItem> again =
        BulkFailures.read(failures, CustomerBatchItem::fromJson)) {
      client
          .customers()
          .bulk(
              again.iterator(),
              BulkOptions.builder().batch(BatchOptions.builder().concurrency(1).build()).build())
          .run();
    }

    assertThat(sent(server.requests().get(2))).containsExactly(1, 2, 3);
    assertThat(keys(server.requests().get(2)).subList(1, 3)).isEqualTo(firstKeys);
    assertThat(keys(server.requests().get(2)).get(0)).isNotIn(keys(server.requests().get(0)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(failures)))
        .isEqualTo("rw-------");
  }

  @Test
  void anItemThatTheInputRejectsFailsAlone() throws Exception {
    Path failures = folder.resolve("failures.jsonl");
    server.responds(done(1), done(2));
    Iterator<CustomerBatchItem> input =
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < 4;
          }

          @Override
          public CustomerBatchItem next() {
            int number = next++;
            if (number == 1) {
              throw new RejectedItemException("a;b", "line 2: expected an e-mail address");
            }
            return customer(number);
          }
        };

    BulkResult result = client.customers().bulk(input, two().failures(failures).build()).run();

    assertThat(result.progress().failed()).isEqualTo(1);
    assertThat(requests()).containsExactly(List.of(0), List.of(2, 3));
    assertThat(Files.readString(failures))
        .contains("\"kind\":\"rejected\"", "line 2: expected", "\"source\":\"a;b\"");
    try (BulkFailures<CustomerBatchItem> again =
        BulkFailures.read(failures, CustomerBatchItem::fromJson)) {
      assertThat(again.iterator()).toIterable().isEmpty();
    }
  }

  @Test
  void aNullItemAndOneWithoutReferenceFailAlone() {
    server.responds(done(1));
    List<@Nullable CustomerBatchItem> items = new ArrayList<>(customers(3));
    items.set(1, null);
    BulkOptions<CustomerBatchItem, Object> options =
        BulkOptions.<CustomerBatchItem, Object>builder()
            .batch(
                BatchOptions.<CustomerBatchItem>builder()
                    .reference(item -> item.email().startsWith("c2") ? "" : item.email())
                    .build())
            .build();

    @SuppressWarnings("NullAway") // what callers without nullness checks can pass
    BulkResult result = client.customers().bulk(items.iterator(), options).run();

    assertThat(result.progress().failed()).isEqualTo(2);
    assertThat(result.progress().succeeded()).isEqualTo(1);
  }

  @Test
  void theRunStopsAfterSoManyFailures() {
    server.responds(results(refused(0, "PAY001"), done1(1)));

    BulkResult result = run(20, two().stopAfterFailures(3).build());

    assertThat(result.end()).isEqualTo(BulkResult.End.TOO_MANY_FAILURES);
    assertThat(result.progress().failed()).isEqualTo(3);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aResumedRunCountsItsOwnFailuresOnly() {
    server.responds(results(refused(0, "PAY001"), done1(1)));
    BulkOptions<CustomerBatchItem, Customer> options =
        two().checkpoint(CheckpointStore.file(checkpoint())).stopAfterFailures(2).build();

    run(20, options);
    BulkResult second = run(20, options);

    assertThat(second.progress().failed()).isEqualTo(4);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void theDeadlineOfTheRunLeavesTheRestForTheNext() {
    server.responds(done(2));
    BulkOptions<CustomerBatchItem, Customer> options =
        BulkOptions.<CustomerBatchItem, Customer>builder()
            .batch(
                BatchOptions.builder()
                    .batchSize(2)
                    .concurrency(1)
                    .deadline(Duration.ofSeconds(5))
                    .build())
            .onResult(item -> time.advance(Duration.ofSeconds(2).toNanos()))
            .build();

    BulkResult result = run(20, options);

    assertThat(result.end()).isEqualTo(BulkResult.End.DEADLINE);
    assertThat(result.progress().processed()).isEqualTo(4);
  }

  @Test
  void anInterruptKeepsTheFlagAndWhatWasInFlightIsSentByTheNextRun() {
    server.responds(done(2));
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .checkpoint(CheckpointStore.file(checkpoint()))
            .onResult(
                item -> {
                  if (item.index() == 1 && server.requests().size() == 1) {
                    Thread.currentThread().interrupt();
                  }
                })
            .build();

    BulkResult result = run(6, options);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.end()).isEqualTo(BulkResult.End.INTERRUPTED);
    assertThat(run(6, options).progress().succeeded()).isEqualTo(6);
  }

  @Test
  void whatTheInputThrowsEndsTheRunAfterWhatIsInFlight() {
    server.responds(done(2));
    AtomicInteger given = new AtomicInteger();
    Iterator<CustomerBatchItem> input =
        customers(10).stream()
            .peek(
                item -> {
                  if (item.email().startsWith("c3")) {
                    throw new IllegalStateException("the file is gone");
                  }
                })
            .iterator();

    assertThatThrownBy(
            () ->
                client
                    .customers()
                    .bulk(input, two().onResult(item -> given.incrementAndGet()).build())
                    .run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the file is gone");
    assertThat(given).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aRefusedKeyEndsTheRunAndItsItemsAreSentByTheNext(int status) {
    server.responds(done(2), FakeServer.status(status), done(2));
    BulkOptions<CustomerBatchItem, Customer> options =
        two().checkpoint(CheckpointStore.file(checkpoint())).build();

    assertThatThrownBy(() -> run(6, options))
        .isInstanceOfAny(AuthenticationException.class, PermissionException.class);
    BulkResult resumed = run(6, options);

    assertThat(resumed.progress().succeeded()).isEqualTo(6);
    assertThat(requests())
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(2, 3), List.of(4, 5));
  }

  @Test
  void aRunIsStartedOnce() {
    BulkRun run = client.customers().bulk(customers(0).iterator(), two().build());
    run.run();

    assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCheckpointNeedsStableKeys() {
    assertThatThrownBy(
            () -> BulkOptions.builder().checkpoint(CheckpointStore.file(checkpoint())).build())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("checkpoint")
        .hasMessageContaining("batchId or a reference function");
  }
}
