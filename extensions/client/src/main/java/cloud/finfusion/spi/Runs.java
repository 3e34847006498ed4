package cloud.finfusion.spi;

import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.runtime.GeneratedModel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Runs of many calls, for generated facades and for your own. They use the clock, the retry rules
 * and the listeners of the client. Thread-safe.
 */
public interface Runs {
  /**
   * Sends the items in as few requests as their number needs and waits for the result of each.
   *
   * @throws cloud.finfusion.runtime.InvalidArgumentException if an item or an option cannot be
   *     sent; then nothing was
   */
  <I extends GeneratedModel<?>, V> BatchResult<V> batch(
      BatchOperation<I, V> operation, List<I> items, BatchOptions<? super I> options);

  /**
   * Sends them without holding a thread; the future fails with the exceptions that {@link #batch}
   * throws. Cancelling the future ends its requests.
   */
  <I extends GeneratedModel<?>, V> CompletableFuture<BatchResult<V>> batchAsync(
      BatchOperation<I, V> operation, List<I> items, BatchOptions<? super I> options);

  /**
   * Returns a run of the items of an iterator, of any length, which starts with {@code run()}.
   *
   * @throws cloud.finfusion.runtime.InvalidArgumentException if an option does not fit the
   *     operation
   */
  <I extends GeneratedModel<?>, V> BulkRun bulk(
      BatchOperation<I, V> operation,
      Iterator<? extends I> items,
      BulkOptions<? super I, ? super V> options);
}
