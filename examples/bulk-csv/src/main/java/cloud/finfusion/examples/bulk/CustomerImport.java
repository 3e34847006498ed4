package cloud.finfusion.examples.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkFailures;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.batch.CheckpointStore;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Creates the customers of a file. Run again it goes on where it was, and a customer that may exist
 * is not created twice: the idempotency keys are made of the references.
 */
final class CustomerImport {
  private static final Duration PROGRESS = Duration.ofMillis(200);

  private final FinFusion client;
  private final Arguments arguments;
  private final StopSignal signal;
  private final PrintStream out;

  CustomerImport(FinFusion client, Arguments arguments, StopSignal signal, PrintStream out) {
    this.client = client;
    this.arguments = arguments;
    this.signal = signal;
    this.out = out;
  }

  BulkResult run() {
    Path failures = arguments.failures();
    return failures == null ? importCsv(Objects.requireNonNull(arguments.csv())) : again(failures);
  }

  private BulkResult importCsv(Path csv) {
    long total = CsvLines.count(csv, arguments.part());
    try (CsvLines lines = CsvLines.open(csv, arguments.part())) {
      return send(new CustomerRows(lines), total);
    }
  }

  private BulkResult again(Path file) {
    try (BulkFailures<CustomerBatchItem> failures =
        BulkFailures.read(file, CustomerBatchItem::fromJson)) {
      return send(failures.iterator(), null);
    }
  }

  private BulkResult send(Iterator<CustomerBatchItem> customers, @Nullable Long total) {
    try (ProgressView view = ProgressView.of(out, total)) {
      BulkOptions.Builder<CustomerBatchItem, Customer> options =
          options().onProgress(view::show).progressInterval(PROGRESS);
      if (total != null) {
        options.total(total);
      }
      BulkRun run = client.customers().bulk(customers, options.build());
      signal.ends(run);
      return run.run();
    }
  }

  private BulkOptions.Builder<CustomerBatchItem, Customer> options() {
    StateFiles files = files();
    return BulkOptions.<CustomerBatchItem, Customer>builder()
        .batch(BatchOptions.<CustomerBatchItem>builder().reference(CustomerRows::reference).build())
        .checkpoint(CheckpointStore.file(files.checkpoint()))
        .failures(files.failures())
        .stopAfterFailures(arguments.stopAfter());
  }

  StateFiles files() {
    return StateFiles.of(
        Objects.requireNonNull(arguments.input()), arguments.part(), arguments.state());
  }
}
