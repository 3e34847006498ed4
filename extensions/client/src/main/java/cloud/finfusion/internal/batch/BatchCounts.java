package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.metrics.BatchRecord;
import java.time.Duration;
import java.util.List;

/** Counts the items of results by their kind. */
final class BatchCounts {
  private BatchCounts() {}

  static BatchRecord of(String operation, List<? extends ChunkEnd<?>> chunks, Duration elapsed) {
    return new BatchRecord(
        operation,
        count(chunks, BatchItem.Succeeded.class),
        count(chunks, BatchItem.Failed.class),
        count(chunks, BatchItem.Unknown.class),
        count(chunks, BatchItem.Skipped.class),
        chunks.stream().mapToInt(ChunkEnd::requests).sum(),
        chunks.stream().mapToInt(ChunkEnd::sentAgain).sum(),
        elapsed);
  }

  private static int count(List<? extends ChunkEnd<?>> chunks, Class<?> kind) {
    return (int)
        chunks.stream().flatMap(each -> each.results().stream()).filter(kind::isInstance).count();
  }
}
