package cloud.finfusion.verification.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.CheckpointStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The run itself, and what it took in its first and its last tenth. */
final class SmallHeap {
  private static final int TENTHS = 10;

  private final long tenth;
  private final List<Long> nanos = new ArrayList<>(); // at the end of each tenth
  private final List<Long> bytes = new ArrayList<>(); // in use then, after a collection
  private long items;

  private SmallHeap(long items) {
    this.tenth = items / TENTHS;
  }

  /** Takes the sandbox's URL and key and the number of payments. */
  public static void main(String[] args) throws Exception {
    long items = Long.parseLong(args[2]);
    SmallHeap heap = new SmallHeap(items);
    BulkOptions<Object, Object> options =
        BulkOptions.builder()
            .batch(BatchOptions.builder().batchId("million").build())
            .checkpoint(
                CheckpointStore.file(Files.createTempDirectory("bulk").resolve("checkpoint")))
            .onResult(result -> heap.count())
            .build();
    try (FinFusion client =
        FinFusion.builder().baseUrl(URI.create(args[0])).apiKey(args[1]).build()) {
      heap.mark();
      heap.report(client.payments().bulk(Payments.of(items), options).run());
    }
  }

  private void count() {
    items++;
    if (items % tenth == 0) {
      mark();
    }
  }

  private void mark() {
    System.gc();
    nanos.add(System.nanoTime());
    bytes.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  private void report(BulkResult result) {
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    line("items done", result.progress().succeeded());
    line("requests", result.progress().requests());
    line("time, s", result.progress().elapsed().toSeconds());
    line("peak heap, KB", peak >> 10);
    line("heap after the first tenth, KB", bytes.get(1) >> 10);
    line("heap after the last tenth, KB", bytes.get(TENTHS) >> 10);
    line("time of the second tenth, ms", took(2));
    line("time of the last tenth, ms", took(TENTHS));
    System.out.printf(
        "%-45s %12.2f%n", "last tenth / second tenth, time", (double) took(TENTHS) / took(2));
  }

  private long took(int tenth) {
    return (nanos.get(tenth) - nanos.get(tenth - 1)) / 1_000_000;
  }

  private static void line(String what, long count) {
    System.out.printf("%-45s %12d%n", what, count);
  }
}
