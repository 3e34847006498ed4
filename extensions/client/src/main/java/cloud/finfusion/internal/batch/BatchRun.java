package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.metrics.BatchRecord;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.BatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of a list, a number of chunks at a time. Holds no thread; guarded by its own
 * lock, under which foreign code never runs.
 */
public final class BatchRun<I extends GeneratedModel<?>, V> {
  private final RunTerms<I, V> terms;
  private final List<ChunkRun<I, V>> chunks;
  private final List<@Nullable ChunkEnd<V>> ends; // guarded by this
  private int next; // guarded by this
  private int inFlight; // guarded by this
  private boolean ended; // guarded by this
  private boolean stopped; // guarded by this
  private final AtomicInteger wanted = new AtomicInteger();
  private final CompletableFuture<BatchResult<V>> done = new CompletableFuture<>();

  private BatchRun(RunTerms<I, V> terms, List<ChunkRun<I, V>> chunks) {
    this.terms = terms;
    this.chunks = chunks;
    this.ends = new ArrayList<>();
    chunks.forEach(each -> ends.add(null));
  }

  /**
   * Prepares a run.
   *
   * @throws InvalidArgumentException if an item or an option cannot be sent
   */
  public static <I extends GeneratedModel<?>, V> BatchRun<I, V> of(
      RunServices services,
      BatchOperation<I, V> operation,
      List<I> items,
      BatchOptions<? super I> options) {
    InvalidArgumentException.unlessPresent(operation.name() + " items", items);
    InvalidArgumentException.unlessPresent(operation.name() + " options", options);
    RunTerms<I, V> terms = RunTerms.of(services, operation, options).started();
    ItemKeys<I> keys = new ItemKeys<>(operation, options);
    int size = terms.batchSize();
    List<ChunkRun<I, V>> chunks = new ArrayList<>();
    List<KeyedItem<I>> chunk = new ArrayList<>(size);
    int index = 0;
    for (I item : items) {
      chunk.add(keys.keyed(index, index, item));
      index++;
      if (chunk.size() == size) {
        chunks.add(new ChunkRun<>(terms, List.copyOf(chunk)));
        chunk.clear();
      }
    }
    if (!chunk.isEmpty()) {
      chunks.add(new ChunkRun<>(terms, List.copyOf(chunk)));
    }
    return new BatchRun<>(terms, chunks);
  }

  /**
   * Runs and waits for the result. An interrupt cancels what is in flight and sends nothing more;
   * the result says what came of each item, and the thread keeps its interrupt flag.
   */
  public BatchResult<V> run() {
    boolean interrupted = Thread.interrupted();
    if (interrupted) {
      cancel();
    }
    startChunks();
    try {
      while (true) {
        try {
          return done.get();
        } catch (InterruptedException stop) {
          interrupted = true;
          cancel();
        }
      }
    } catch (ExecutionException never) {
      throw new IllegalStateException("a run has a result in any case", never);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Starts; cancelling the future ends the requests in flight and sends nothing more. */
  public CompletableFuture<BatchResult<V>> start() {
    var unused =
        done.whenComplete(
            (result, ended) -> {
              if (ended != null) {
                cancel();
              }
            });
    startChunks();
    return done;
  }

  /** Stops all first, so that the end of a request does not start the next chunk. */
  private void cancel() {
    stop();
    chunks.forEach(ChunkRun::cancel);
  }

  /**
   * Starts chunks while fewer than the wanted number are in flight. One thread at a time does so,
   * so that chunks that end at once do not nest.
   */
  private void startChunks() {
    int calls = 1;
    if (wanted.getAndIncrement() != 0) {
      return;
    }
    while (calls != 0) {
      for (int place = nextPlace(); place >= 0; place = nextPlace()) {
        int started = place;
        var unused = chunks.get(place).start().thenAccept(end -> ended(started, end));
      }
      calls = wanted.addAndGet(-calls);
    }
    endIfAllEnded();
  }

  private synchronized int nextPlace() {
    if (next == chunks.size() || inFlight == terms.options().concurrency()) {
      return -1;
    }
    inFlight++;
    return next++;
  }

  private void ended(int place, ChunkEnd<V> end) {
    if (!terms.options().continueOnError() && !end.isAllDone() && isFirstToStop()) {
      stop(); // those that did not start skip their items
    }
    synchronized (this) {
      ends.set(place, end);
      inFlight--;
    }
    startChunks();
  }

  /** Marks all before a wait ends, as its chunk's end would start the next one. */
  private void stop() {
    chunks.forEach(ChunkRun::sendNothingMore);
    chunks.forEach(ChunkRun::stop);
  }

  /** Skipped chunks end in great number: only one of them stops all. */
  private synchronized boolean isFirstToStop() {
    boolean first = !stopped;
    stopped = true;
    return first;
  }

  private void endIfAllEnded() {
    List<ChunkEnd<V>> all = new ArrayList<>();
    synchronized (this) {
      if (ended || next < chunks.size() || inFlight > 0) {
        return;
      }
      ended = true;
      for (ChunkEnd<V> end : ends) {
        all.add(Objects.requireNonNull(end));
      }
    }
    List<BatchItem<V>> items = new ArrayList<>();
    all.forEach(each -> items.addAll(each.results()));
    BatchRecord record = BatchCounts.of(terms.operation().name(), all, terms.elapsed());
    terms.services().notify(listener -> listener.batchEnded(record));
    done.complete(new BatchResult<>(items, record));
  }
}
