package cloud.finfusion.internal.transport;

import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.internal.batch.BatchRun;
import cloud.finfusion.internal.batch.BulkLoop;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.internal.wait.StateWait;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.OpenEnum;
import cloud.finfusion.spi.BatchOperation;
import cloud.finfusion.spi.Runs;
import cloud.finfusion.spi.WaitOperation;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The runs of one client. */
record ClientRuns(RunServices services) implements Runs {
  @Override
  public <I extends GeneratedModel<?>, V> BatchResult<V> batch(
      BatchOperation<I, V> operation, List<I> items, BatchOptions<? super I> options) {
    return BatchRun.of(services, operation, items, options).run();
  }

  @Override
  public <I extends GeneratedModel<?>, V> CompletableFuture<BatchResult<V>> batchAsync(
      BatchOperation<I, V> operation, List<I> items, BatchOptions<? super I> options) {
    try {
      return BatchRun.of(services, operation, items, options).start();
    } catch (RuntimeException refused) { // errors come through the future, whenever they are found
      return CompletableFuture.failedFuture(refused);
    }
  }

  @Override
  public <I extends GeneratedModel<?>, V> BulkRun bulk(
      BatchOperation<I, V> operation,
      Iterator<? extends I> items,
      BulkOptions<? super I, ? super V> options) {
    return BulkLoop.of(services, operation, items, options);
  }

  @Override
  public <T> T waitUntil(WaitOperation<T> operation, WaitOptions options, OpenEnum<?>... states) {
    return StateWait.of(services, captured(operation), options, states).join();
  }

  @Override
  public <T> CompletableFuture<T> waitUntilAsync(
      WaitOperation<T> operation, WaitOptions options, OpenEnum<?>... states) {
    return StateWait.of(services, captured(operation), options, states).start();
  }

  /** The same operation, whose reads have the context of this thread wherever they start. */
  private <T> WaitOperation<T> captured(WaitOperation<T> operation) {
    RunServices.CallMaker calls = services.capture();
    return new WaitOperation<>(
        operation.name(),
        operation.stateField(),
        operation.state(),
        operation.finalStates(),
        operation.failures(),
        options -> calls.make(() -> operation.read().apply(options)));
  }
}
