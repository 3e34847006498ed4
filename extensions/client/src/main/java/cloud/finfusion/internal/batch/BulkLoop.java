package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.BatchOperation;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A bulk run as its caller has it: run once, its progress read and its end asked for from any
 * thread.
 */
public final class BulkLoop<I extends GeneratedModel<?>, V> implements BulkRun {
  private final RunTerms<I, V> terms;
  private final Iterator<? extends I> input;
  private final BulkOptions<? super I, ? super V> options;
  private final BulkMeter meter;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile boolean cancelled;

  private BulkLoop(
      RunTerms<I, V> terms,
      Iterator<? extends I> input,
      BulkOptions<? super I, ? super V> options) {
    this.terms = terms;
    this.input = input;
    this.options = options;
    this.meter = new BulkMeter(terms.operation().name(), terms.services()::nanos, options.total());
  }

  /**
   * Prepares a run; nothing is opened or read yet.
   *
   * @throws InvalidArgumentException if an option does not fit the operation
   */
  public static <I extends GeneratedModel<?>, V> BulkLoop<I, V> of(
      RunServices services,
      BatchOperation<I, V> operation,
      Iterator<? extends I> input,
      BulkOptions<? super I, ? super V> options) {
    InvalidArgumentException.unlessPresent(operation.name() + " items", input);
    InvalidArgumentException.unlessPresent(operation.name() + " options", options);
    RunTerms<I, V> terms = RunTerms.of(services, operation, options.batch());
    var unused = terms.batchSize(); // refuses one that is too large
    return new BulkLoop<>(terms, input, options);
  }

  @Override
  public BulkResult run() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("the run was started already. Make another with bulk(…)");
    }
    try (BulkBooks<I, V> books = open()) {
      RunTerms<I, V> fromNow = terms.started();
      ItemKeys<I> keys = new ItemKeys<>(terms.operation(), options.batch());
      BulkSource<I, V> source =
          new BulkSource<>(fromNow, keys, input, books.state(), options.keyLifetime());
      return new BulkPass<>(fromNow, options, source, books, meter, () -> cancelled).run();
    }
  }

  private BulkBooks<I, V> open() {
    return BulkBooks.open(terms.operation().name(), terms.services().destination(), options);
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public BulkProgress progress() {
    return meter.progress();
  }
}
