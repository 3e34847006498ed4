package cloud.finfusion.batch;

import static cloud.finfusion.batch.BatchSamples.customers;
import static cloud.finfusion.batch.BatchSamples.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint is of one run, whole, and in one hand; else the run says so before it sends. */
class CheckpointTest {
  private final FakeServer server = new FakeServer().responds(done(2));
  private final FinFusion client = TestClients.of(server).build();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private Path file() {
    return folder.resolve("import.checkpoint");
  }

  private BulkResult run(int items, String batchId, CheckpointStore store) {
    BulkOptions<Object, Object> options =
        BulkOptions.builder()
            .batch(BatchOptions.builder().batchSize(2).concurrency(1).batchId(batchId).build())
            .checkpoint(store)
            .build();
    return client.customers().bulk(customers(items).iterator(), options).run();
  }

  private BulkResult run(int items) {
    return run(items, "import-7", CheckpointStore.file(file()));
  }

  private String written() throws IOException {
    run(4);
    return Files.readString(file());
  }

  @Test
  void aFinishedRunSendsNothingMore() throws Exception {
    assertThat(written()).contains("\"position\":4").doesNotContain("import-7", "@example.com");

    BulkResult again = run(4);

    assertThat(again.isAllDone()).isTrue();
    assertThat(again.progress().succeeded()).isEqualTo(4);
    assertThat(server.requests()).hasSize(2);
    assertThat(folder.resolve("import.checkpoint.tmp")).doesNotExist();
  }

  @Test
  void theCheckpointOfAnotherRunIsRefused() throws Exception {
    written();

    assertThatThrownBy(() -> run(4, "import-8", CheckpointStore.file(file())))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("got that of another run");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void theCheckpointOfAnotherServerIsRefused() throws Exception {
    written();
    try (FakeServer other = new FakeServer().responds(done(2));
        FinFusion elsewhere = TestClients.of(other).build()) {
      BulkOptions<Object, Object> options =
          BulkOptions.builder()
              .batch(BatchOptions.builder().batchId("import-7").build())
              .checkpoint(CheckpointStore.file(file()))
              .build();

      assertThatThrownBy(() -> elsewhere.customers().bulk(customers(4).iterator(), options).run())
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("URL and environment");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.98})
  void aCutCheckpointIsRefused(double share) throws Exception {
    String whole = written();
    Files.writeString(file(), whole.substring(0, (int) (whole.length() * share)));

    assertThatThrownBy(() -> run(4))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("got a cut or other text");
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "{}",
        "{\"format\":\"finfusion-bulk-2\",\"run\":\"x\"}",
        "{\"format\":null,\"run\":null}",
        "\u0000",
      })
  void anotherTextIsRefused(String text) throws Exception {
    Files.writeString(file(), text);

    assertThatThrownBy(() -> run(4)).isInstanceOf(CheckpointException.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"position", "finished", "open", "counts", "failuresBytes"})
  void aCheckpointWithoutOneOfItsPartsIsRefused(String part) throws Exception {
    Files.writeString(file(), written().replace("\"" + part + "\"", "\"other\""));

    assertThatThrownBy(() -> run(4)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void aCheckpointInUseIsRefused() {
    CheckpointStore first = CheckpointStore.file(file());
    assertThat(first.open()).isNull();

    assertThatThrownBy(() -> run(4))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("another run has it");
    first.close();

    assertThat(run(4).isAllDone()).isTrue();
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    CheckpointStore store = CheckpointStore.file(folder.resolve("none").resolve("x"));

    assertThatThrownBy(() -> run(4, "import-7", store))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Check the folder and its rights");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aShorterInputThanBeforeIsRefused() throws Exception {
    written();

    assertThatThrownBy(() -> run(3))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("at least 4 items, got 3");
  }

  @Test
  void aLongerInputThanBeforeGoesOn() throws Exception {
    written();

    assertThat(run(6).progress().processed()).isEqualTo(6);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void aStoreThatCannotWriteEndsTheRunBeforeAnythingIsSent() {
    CheckpointStore full =
        new CheckpointStore() {
          @Override
          public @Nullable String open() {
            return null;
          }

          @Override
          public void save(String state) {
            throw new CheckpointException("the disk is full", null);
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(() -> run(4, "import-7", full)).hasMessage("the disk is full");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anotherBatchSizeResumesTheSameChunks() {
    CheckpointStore store = CheckpointStore.file(file());
    BulkOptions.Builder<Object, Object> options =
        BulkOptions.builder().checkpoint(store).stopAfterFailures(1);
    server.responds(FakeServer.status(402), done(1));
    client
        .customers()
        .bulk(
            customers(7).iterator(),
            options
                .batch(BatchOptions.builder().batchSize(3).concurrency(1).batchId("b").build())
                .build())
        .run();

    BulkResult result =
        client
            .customers()
            .bulk(
                customers(7).iterator(),
                options
                    .batch(BatchOptions.builder().batchSize(1).concurrency(1).batchId("b").build())
                    .build())
            .run();

    assertThat(result.progress().failed()).isEqualTo(3);
    assertThat(result.progress().succeeded()).isEqualTo(4);
  }
}
