package cloud.finfusion.spi;

import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.OpenEnum;
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

  /**
   * Blocks until the resource is in one of the states, and returns it then. Each read is a call of
   * its own, with permits, retries and a deadline; it and the events of its listeners are on
   * threads of the client.
   *
   * @param states the states to wait for; none for any that is final
   * @throws cloud.finfusion.error.UnexpectedStateException if it reaches another final state
   * @throws cloud.finfusion.error.WaitTimeoutException if the time to wait is over
   * @throws cloud.finfusion.error.CallCancelledException if the thread is interrupted or the client
   *     closed
   */
  <T> T waitUntil(WaitOperation<T> operation, WaitOptions options, OpenEnum<?>... states);

  /**
   * Waits without holding a thread; the future fails with the exceptions that {@link #waitUntil}
   * throws. Ending it by {@code cancel}, {@code orTimeout} or {@code completeExceptionally} ends
   * the wait and its call.
   */
  <T> CompletableFuture<T> waitUntilAsync(
      WaitOperation<T> operation, WaitOptions options, OpenEnum<?>... states);
}
