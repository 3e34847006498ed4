package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkFailures;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.batch.CheckpointStore;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallerContext;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.PaymentBatchItem;
import cloud.finfusion.spi.BatchEntry;
import cloud.finfusion.spi.BatchOperation;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Batches and bulk runs whose listeners, references, iterators and checkpoints throw. */
final class ForeignRuns {
  private static final String THROWN = "thrown";
  private static final CustomerBatchItem ITEM =
      CustomerBatchItem.builder().email("ada@example.com").build();

  private ForeignRuns() {}

  static List<ForeignRow> rows() {
    return List.of(
        unchanged("CallListener.runStarted", batch((options, thrower) -> options)),
        unchanged("CallerContext.enter", batch((options, thrower) -> options)),
        unchanged("CallerContext.Scope.close", batch((options, thrower) -> options)),
        unchanged("CallListener.batchEnded", batch((options, thrower) -> options)),
        unchanged("CallListener.bulkProgressed", bulk((options, thrower) -> options)),
        ends(
            "BatchOptions.Builder.reference(Function)",
            THROWN,
            batch((options, thrower) -> options.reference(item -> thrower.or("order-17")))),
        unchanged(
            "BulkOptions.Builder.onProgress(Consumer)",
            bulk((options, thrower) -> options.onProgress(progress -> thrower.run()))),
        ends(
            "BulkOptions.Builder.onResult(Consumer)",
            THROWN,
            bulk((options, thrower) -> options.onResult(result -> thrower.run()))),
        ends("CheckpointStore.open", THROWN, bulk(checkpoint("open"))),
        ends("CheckpointStore.save", THROWN, bulk(checkpoint("save"))),
        ends("CheckpointStore.close", THROWN, bulk(checkpoint("close"))),
        ends(
            "Customers.bulk(Iterator)",
            THROWN,
            iterator((client, items) -> client.customers().bulk(items, BulkOptions.none()))),
        ends("Payments.bulk(Iterator)", THROWN, iterator(ForeignRuns::payments)),
        ends("Runs.bulk(Iterator)", THROWN, iterator(ForeignRuns::ownBulk)),
        ends(
            "BatchOperation.<init>(Function)",
            THROWN,
            own(t -> operation(item -> t.or(item).idempotencyKey(), item -> item))),
        ends("BatchOperation.<init>(BiFunction)", THROWN, own(t -> operation(item -> null, t::or))),
        ends("BulkFailures.read(Function)", THROWN, ForeignRuns::failures));
  }

  private static ForeignRow.Scenario batch(
      BiFunction<
              BatchOptions.Builder<CustomerBatchItem>,
              Thrower,
              BatchOptions.Builder<CustomerBatchItem>>
          change) {
    return (thrower, mode) ->
        ended(
            thrower,
            client -> {
              BatchOptions<CustomerBatchItem> options =
                  change.apply(BatchOptions.builder(), thrower).build();
              int done =
                  mode.of(
                          () -> client.customers().createBatch(List.of(ITEM), options),
                          () -> client.async().customers().createBatch(List.of(ITEM), options))
                      .succeeded()
                      .size();
              return done + " done";
            });
  }

  private static ForeignRow.Scenario bulk(
      BiFunction<
              BulkOptions.Builder<CustomerBatchItem, Object>,
              Thrower,
              BulkOptions.Builder<CustomerBatchItem, Object>>
          change) {
    return (thrower, mode) ->
        ended(
            thrower,
            client -> {
              BulkOptions.Builder<CustomerBatchItem, Object> options = BulkOptions.builder();
              options.batch(BatchOptions.builder().batchId("import-7").build());
              return run(client, List.of(ITEM).iterator(), change.apply(options, thrower).build());
            });
  }

  private static String run(
      FinFusion client,
      Iterator<CustomerBatchItem> items,
      BulkOptions<? super CustomerBatchItem, Object> options) {
    return client.customers().bulk(items, options).run().progress().succeeded() + " done";
  }

  /** A bulk run of an iterator. */
  private interface Bulk {
    BulkRun of(FinFusion client, Iterator<CustomerBatchItem> items);
  }

  private static ForeignRow.Scenario iterator(Bulk bulk) {
    return (thrower, mode) ->
        ended(
            thrower,
            client -> {
              Iterator<CustomerBatchItem> items =
                  List.of(ITEM).stream().map(thrower::or).iterator();
              return bulk.of(client, items).run().progress().processed() + " done";
            });
  }

  private static BulkRun payments(FinFusion client, Iterator<CustomerBatchItem> items) {
    Iterator<PaymentBatchItem> payments =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return items.hasNext();
          }

          @Override
          public PaymentBatchItem next() {
            var unused = items.next();
            return PaymentBatchItem.builder()
                .amount(Samples.payment().amount())
                .paymentMethod(Samples.payment().paymentMethod())
                .build();
          }
        };
    return client.payments().bulk(payments, BulkOptions.none());
  }

  private static BulkRun ownBulk(FinFusion client, Iterator<CustomerBatchItem> items) {
    BatchOperation<CustomerBatchItem, Object> own =
        operation(CustomerBatchItem::idempotencyKey, item -> item);
    return client.resource(Transport::runs).bulk(own, items, BulkOptions.none());
  }

  private static ForeignRow.Scenario own(
      Function<Thrower, BatchOperation<CustomerBatchItem, Object>> operation) {
    return (thrower, mode) ->
        ended(
            thrower,
            client ->
                client
                        .resource(Transport::runs)
                        .batch(operation.apply(thrower), List.of(ITEM), BatchOptions.none())
                        .items()
                        .size()
                    + " done");
  }

  private static BatchOperation<CustomerBatchItem, Object> operation(
      Function<CustomerBatchItem, @Nullable String> key, UnaryOperator<CustomerBatchItem> withKey) {
    return new BatchOperation<>(
        "own.createBatch",
        "items",
        100,
        key,
        (item, made) -> withKey.apply(item),
        (items, options) ->
            CompletableFuture.completedFuture(List.of(new BatchEntry<>(0, "made", null, null))));
  }

  private static String failures(Thrower thrower, BlockingOrAsync mode) throws Exception {
    Path file = Files.createTempFile("failures", ".jsonl");
    Files.writeString(
        file, "{\"position\":0,\"kind\":\"failed\",\"item\":{\"email\":\"ada@example.com\"}}\n");
    try (BulkFailures<CustomerBatchItem> failures =
        BulkFailures.read(file, json -> CustomerBatchItem.fromJson(thrower.or(json)))) {
      return ended(
          thrower,
          client ->
              run(client, failures.iterator(), BulkOptions.<CustomerBatchItem, Object>none()));
    } finally {
      Files.delete(file);
    }
  }

  private static BiFunction<
          BulkOptions.Builder<CustomerBatchItem, Object>,
          Thrower,
          BulkOptions.Builder<CustomerBatchItem, Object>>
      checkpoint(String method) {
    return (options, thrower) ->
        options.checkpoint(
            new CheckpointStore() {
              private void at(String place) {
                if (place.equals(method)) {
                  thrower.run();
                }
              }

              @Override
              public @Nullable String open() {
                at("open");
                return null;
              }

              @Override
              public void save(String state) {
                at("save");
              }

              @Override
              public void close() {
                at("close");
              }
            });
  }

  /** What is done with a client. */
  private interface Task {
    String with(FinFusion client);
  }

  private static String ended(Thrower thrower, Task task) {
    try (FakeServer server = new FakeServer();
        FinFusion client =
            TestClients.of(server)
                .listener(
                    new CallListener() {
                      @Override
                      public CallerContext runStarted() {
                        return thrower.or(
                            () -> {
                              thrower.run();
                              return thrower::run;
                            });
                      }

                      @Override
                      public void batchEnded(BatchRecord batch) {
                        thrower.run();
                      }

                      @Override
                      public void bulkProgressed(BulkProgress progress) {
                        thrower.run();
                      }
                    })
                .build()) {
      server.responds(
          FakeServer.json("{\"results\":[{\"index\":0,\"customer\":" + Samples.CUSTOMER + "}]}"));
      thrower.arm(true);
      return task.with(client);
    } catch (Throwable thrown) {
      return THROWN;
    }
  }
}
