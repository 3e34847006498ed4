package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import java.util.List;

/**
 * What came of a chunk.
 *
 * @param results the result of each item, in input order
 * @param requests how many requests were made
 * @param sentAgain how many items were sent again, counted once each time
 */
record ChunkEnd<V>(List<BatchItem<V>> results, int requests, int sentAgain) {
  /** Copies the list. */
  ChunkEnd {
    results = List.copyOf(results);
  }

  boolean isAllDone() {
    return results.stream().allMatch(BatchItem.Succeeded.class::isInstance);
  }
}
