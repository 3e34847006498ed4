package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.batch.CheckpointStore;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of docs/batches.md, run against the sandbox. */
class BatchesRecipesTest {
  @AutoClose private final FinFusion client = RecipeSandbox.client();
  @TempDir private Path folder;
  private long shown;
  private @Nullable Duration last;

  @Test
  void importMany() {
    Iterator<CustomerBatchItem> items =
        IntStream.range(0, 250)
            .mapToObj(i -> CustomerBatchItem.builder().email("a" + i + "@b.example").build())
            .iterator();

    BulkOptions<CustomerBatchItem, Customer> options =
        BulkOptions.<CustomerBatchItem, Customer>builder()
            .batch(BatchOptions.builder().batchId("import-2026-10").build()) // makes the keys
            .checkpoint(CheckpointStore.file(folder.resolve("import.checkpoint")))
            .failures(folder.resolve("import.failures.jsonl"))
            .onProgress(progress -> show(progress.processed(), progress.eta()))
            .build();

    BulkRun run = client.customers().bulk(items, options); // an iterator of any length
    BulkResult result = run.run(); // run.cancel(), from any thread, leaves a state that goes on

    assertThat(result.isAllDone()).isTrue();
    assertThat(shown).isEqualTo(250);
    assertThat(last).as("at the end nothing is left").isIn(null, Duration.ZERO);
  }

  private void show(long processed, @Nullable Duration left) {
    shown = processed;
    last = left;
  }
}
