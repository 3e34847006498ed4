package cloud.finfusion.verification.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.CheckpointStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The program that is killed: makes payments in bulk, from where its checkpoint is. It may also end
 * itself, in the moment after a response has come and before the checkpoint says so.
 */
final class Child {
  private static final int KILLED = 137;

  private Child() {}

  /** Takes the sandbox's URL and key, the checkpoint, the number of payments and of results. */
  public static void main(String[] args) {
    AtomicLong left = new AtomicLong(Long.parseLong(args[4]));
    BulkOptions<Object, Object> options =
        BulkOptions.builder()
            .batch(BatchOptions.builder().batchSize(20).batchId("kill").build())
            .checkpoint(CheckpointStore.file(Path.of(args[2])))
            .onResult(
                result -> {
                  if (left.decrementAndGet() == 0) {
                    Runtime.getRuntime().halt(KILLED);
                  }
                })
            .build();
    try (FinFusion client =
        FinFusion.builder().baseUrl(URI.create(args[0])).apiKey(args[1]).build()) {
      client.payments().bulk(Payments.of(Long.parseLong(args[3])), options).run();
    }
  }
}
