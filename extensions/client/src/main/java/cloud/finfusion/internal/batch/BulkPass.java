package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkResult.End;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.guard.Rethrow;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.runtime.GeneratedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a bulk run: keeps a number of chunks in flight and books what came of them. One
 * thread does all of that; chunks hand their ends over in a queue.
 */
final class BulkPass<I extends GeneratedModel<?>, V> {
  private final RunTerms<I, V> terms;
  private final BulkOptions<? super I, ? super V> options;
  private final BulkSource<I, V> source;
  private final BulkBooks<I, V> books;
  private final BulkMeter meter;
  private final BooleanSupplier cancelled;
  private final BlockingQueue<Ended<I, V>> ends = new LinkedBlockingQueue<>();
  private final Set<ChunkRun<I, V>> inFlight = new HashSet<>();
  private @Nullable End end;
  private @Nullable Throwable failure;

  private record Ended<I extends GeneratedModel<?>, V>(
      BulkChunk<I, V> chunk, ChunkRun<I, V> run, ChunkEnd<V> end) {}

  BulkPass(
      RunTerms<I, V> terms,
      BulkOptions<? super I, ? super V> options,
      BulkSource<I, V> source,
      BulkBooks<I, V> books,
      BulkMeter meter,
      BooleanSupplier cancelled) {
    this.terms = terms;
    this.options = options;
    this.source = source;
    this.books = books;
    this.meter = meter;
    this.cancelled = cancelled;
  }

  BulkResult run() {
    meter.start(books.state().counts());
    do {
      orStop(this::startChunks);
      if (!inFlight.isEmpty()) {
        Ended<I, V> next = take();
        inFlight.remove(next.run());
        orStop(() -> book(next));
      }
    } while (!inFlight.isEmpty() || goesOn());
    orStop(books::save);
    report();
    return result();
  }

  /** Does a step; what it throws ends the run, after what is in flight. */
  private void orStop(Runnable step) {
    try {
      step.run();
    } catch (Throwable thrown) {
      if (failure == null) {
        failure = thrown;
      } else if (failure != thrown) {
        failure.addSuppressed(thrown);
      }
    }
  }

  private boolean goesOn() {
    if (end == null && cancelled.getAsBoolean()) {
      end = End.CANCELLED;
    }
    if (end == null && terms.services().isClosed()) {
      end = End.CANCELLED; // else all that is left would fail
    }
    if (end == null && terms.isOver()) {
      end = End.DEADLINE;
    }
    if (end == null && Thread.interrupted()) {
      interrupted();
    }
    return end == null && failure == null;
  }

  private void startChunks() {
    while (inFlight.size() < options.batch().concurrency() && goesOn()) {
      BulkChunk<I, V> chunk = source.next();
      if (chunk == null) {
        end = End.COMPLETE;
      } else {
        start(chunk);
      }
    }
  }

  private void start(BulkChunk<I, V> chunk) {
    Span span = chunk.span().sent(terms.services().now());
    books.opened(span);
    ChunkRun<I, V> run = new ChunkRun<>(terms, chunk.items());
    inFlight.add(run);
    var unused = run.start().thenAccept(came -> ends.add(new Ended<>(chunk, run, came)));
  }

  private Ended<I, V> take() {
    while (true) {
      try {
        return ends.take();
      } catch (InterruptedException stop) {
        interrupted();
      }
    }
  }

  /** Ends what is in flight; the flag is set again when the run ends. */
  private void interrupted() {
    end = End.INTERRUPTED;
    inFlight.forEach(ChunkRun::stop);
    inFlight.forEach(ChunkRun::cancel);
  }

  private void book(Ended<I, V> ended) {
    boolean cut = end == End.INTERRUPTED || terms.services().isClosed();
    if (cut && books.isResumable()) {
      return; // its chunk stays open, and the run that resumes sends it again
    }
    ChunkEnd<V> came = ended.end();
    throwIfAllRefused(came.results());
    List<BatchItem<V>> results = new ArrayList<>(came.results());
    results.addAll(ended.chunk().known());
    results.sort(Comparator.comparingInt(BatchItem::index));
    books.finished(
        ended.chunk(), results, BulkCounts.of(results, came.requests(), came.sentAgain()));
    meter.count(books.state().counts());
    long allowed = options.batch().continueOnError() ? options.stopAfterFailures() : 1;
    if (end == null && meter.notDone() >= allowed) {
      end = End.TOO_MANY_FAILURES;
    }
    if (meter.isReportDue(options.progressInterval())) {
      report();
    }
  }

  /**
   * A key that is refused would make each item fail that is left. The chunk stays open, so that a
   * run with another key sends it again.
   */
  private void throwIfAllRefused(List<BatchItem<V>> results) {
    boolean all = !results.isEmpty();
    for (BatchItem<V> each : results) {
      all &= each instanceof BatchItem.Failed<V> failed && isOfTheKey(failed.error());
    }
    if (all && results.get(0) instanceof BatchItem.Failed<V> first) {
      throw first.error();
    }
  }

  private static boolean isOfTheKey(RuntimeException error) {
    return error instanceof AuthenticationException || error instanceof PermissionException;
  }

  private void report() {
    BulkProgress progress = meter.progress();
    Consumer<? super BulkProgress> listener = options.onProgress();
    if (listener != null) {
      Guard.accept("onProgress", listener, progress);
    }
    terms.services().notify(each -> each.bulkProgressed(progress));
  }

  private BulkResult result() {
    if (end == End.INTERRUPTED) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw Rethrow.<RuntimeException>asItIs(failure);
    }
    return new BulkResult(end == null ? End.COMPLETE : end, meter.progress());
  }
}
