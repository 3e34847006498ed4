package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customer;
import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.done;
import static cloud.finfusion.batch.BatchSamples.refused;
import static cloud.finfusion.batch.BatchSamples.results;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.TestClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bulk run that ended early in an unusual way leaves a state from which nothing is lost. */
class BulkResumeTest {
  private final FakeServer server = new FakeServer().responds(done(2));
  private final FakeTime time = FakeTime.flowing();
  private FinFusion client = TestOptions.time(TestClients.of(server), time).build();
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

  private CheckpointStore checkpoint() {
    return CheckpointStore.file(folder.resolve("import.checkpoint"));
  }

  private Path failures() {
    return folder.resolve("import.failures");
  }

  private BulkResult run(int items, BulkOptions<CustomerBatchItem, Customer> options) {
    return client.customers().bulk(customers(items).iterator(), options).run();
  }

  @Test
  void aRowThatCouldNotBeBuiltIsPassedOverByTheRunThatResumes() {
    client
        .customers()
        .bulk(new Rows(), two().checkpoint(checkpoint()).stopAfterFailures(1).build())
        .run();

    BulkResult resumed =
        client.customers().bulk(new Rows(), two().checkpoint(checkpoint()).build()).run();

    assertThat(resumed.progress().processed()).isEqualTo(4);
    assertThat(resumed.progress().failed()).isEqualTo(1);
  }

  private static final class Rows implements Iterator<CustomerBatchItem> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < 4;
    }

    @Override
    public CustomerBatchItem next() {
      int number = next++;
      if (number == 1) {
        throw new InvalidArgumentException("email", "expected an address");
      }
      return customer(number);
    }
  }

  @Test
  void anItemWithoutAReferenceIsInTheFailuresFile() {
    server.responds(done(1));
    run(
        2,
        BulkOptions.<CustomerBatchItem, Customer>builder()
            .batch(
                BatchOptions.<CustomerBatchItem>builder()
                    .reference(item -> item.email().startsWith("c1") ? " " : item.email())
                    .build())
            .failures(failures())
            .build());

    assertThat(fedIn()).containsExactly("c1@example.com");
  }

  private List<String> fedIn() {
    try (BulkFailures<CustomerBatchItem> read =
        BulkFailures.read(failures(), CustomerBatchItem::fromJson)) {
      Iterator<CustomerBatchItem> items = read.iterator();
      List<String> emails = new ArrayList<>();
      items.forEachRemaining(each -> emails.add(each.email()));
      return emails;
    }
  }

  @Test
  void whatWasSentLongerAgoThanAKeyLivesIsNotFedInAgain() {
    BulkOptions.Builder<CustomerBatchItem, Customer> options =
        two().checkpoint(checkpoint()).failures(failures());
    leavesAChunkOpen(options);
    time.advance(Duration.ofHours(25).toNanos());

    BulkResult resumed = run(2, options.onResult(item -> {}).build());

    assertThat(resumed.progress().unknown()).isEqualTo(2);
    assertThat(fedIn()).isEmpty();
  }

  private void leavesAChunkOpen(BulkOptions.Builder<CustomerBatchItem, Customer> options) {
    options.onResult(
        item -> {
          throw new IllegalStateException("full");
        });
    assertThatThrownBy(() -> run(2, options.build())).hasMessage("full");
  }

  @Test
  void aReceiverThatInterruptsItsThreadEndsTheRunInOrder() {
    server.responds(results(refused(0, "PAY001"), refused(1, "PAY001")));
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .checkpoint(checkpoint())
            .failures(failures())
            .onResult(item -> Thread.currentThread().interrupt())
            .build();

    BulkResult result = run(6, options);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.end()).isEqualTo(BulkResult.End.INTERRUPTED);
    assertThat(result.progress().processed()).isEqualTo(2);
    assertThat(fedIn()).hasSize(2);
  }

  @Test
  void anInputThatInterruptsItsThreadEndsTheRunInOrder() {
    Iterator<CustomerBatchItem> all = customers(6).iterator();
    Iterator<CustomerBatchItem> input =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public CustomerBatchItem next() {
            Thread.currentThread().interrupt();
            return all.next();
          }
        };

    BulkResult result =
        client.customers().bulk(input, two().checkpoint(checkpoint()).build()).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.end()).isEqualTo(BulkResult.End.INTERRUPTED);
  }

  @Test
  void aFailuresFileThatIsReadIsNotReplaced() throws Exception {
    Files.writeString(
        failures(),
        "{\"position\":0,\"kind\":\"unknown\",\"item\":{\"email\":\"c7@example.com\"}}\n",
        StandardCharsets.UTF_8);
    String before = Files.readString(failures());

    try (BulkFailures<CustomerBatchItem> read =
        BulkFailures.read(failures(), CustomerBatchItem::fromJson)) {
      assertThatThrownBy(
              () ->
                  client
                      .customers()
                      .bulk(read.iterator(), two().failures(failures()).build())
                      .run())
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("Name another");
    }

    assertThat(Files.readString(failures())).isEqualTo(before);
  }

  @Test
  void closingTheClientLeavesTheRestForTheNextRun() {
    BulkOptions<CustomerBatchItem, Customer> options =
        two().checkpoint(checkpoint()).onResult(item -> client.close()).build();

    BulkResult result = run(100, options);

    assertThat(result.progress().failed()).isZero();
    assertThat(result.progress().processed()).isEqualTo(2);
    assertThat(result.end()).isEqualTo(BulkResult.End.CANCELLED);
  }

  @Test
  void aStoreThatASecondRunTriedIsFreeAfterTheFirst() {
    CheckpointStore store = checkpoint();
    BulkOptions<CustomerBatchItem, Customer> options =
        two()
            .checkpoint(store)
            .onResult(
                item ->
                    assertThatThrownBy(() -> run(2, two().checkpoint(store).build()))
                        .isInstanceOf(CheckpointException.class))
            .build();
    run(2, options);

    assertThat(run(4, two().checkpoint(checkpoint()).build()).isAllDone()).isTrue();
  }

  @Test
  void aCheckpointThatIsNoTextIsFreeAfterItsRefusal() throws Exception {
    Path path = folder.resolve("import.checkpoint");
    Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff});
    assertThatThrownBy(() -> run(2, two().checkpoint(checkpoint()).build()))
        .isInstanceOf(CheckpointException.class);
    Files.delete(path);

    assertThat(run(2, two().checkpoint(checkpoint()).build()).isAllDone()).isTrue();
  }

  @Test
  void timesWithoutEndAreAllowed() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    BulkOptions.Builder<CustomerBatchItem, Customer> options =
        two().checkpoint(checkpoint()).keyLifetime(forever).progressInterval(forever);
    leavesAChunkOpen(options);

    assertThat(run(2, options.onResult(item -> {}).build()).isAllDone()).isTrue();
  }
}
