package cloud.finfusion.internal.batch;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.spi.BatchEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the items of one chunk, and again those that were refused for a passing reason, until each
 * has its result. Holds no thread; guarded by its own lock, under which foreign code never runs.
 */
final class ChunkRun<I extends GeneratedModel<?>, V> {
  private final RunTerms<I, V> terms;
  private final ChunkState<I, V> state; // guarded by this
  private final CompletableFuture<ChunkEnd<V>> done = new CompletableFuture<>();
  private boolean stopped; // guarded by this
  private boolean cancelled; // guarded by this
  private @Nullable CompletableFuture<List<BatchEntry<V>>> inFlight; // guarded by this
  private Runnable endWait = () -> {}; // guarded by this
  private volatile @Nullable String requestId;

  ChunkRun(RunTerms<I, V> terms, List<KeyedItem<I>> items) {
    this.terms = terms;
    this.state = new ChunkState<>(terms.operation().itemsField(), items);
  }

  /** Starts; the future never fails. */
  CompletableFuture<ChunkEnd<V>> start() {
    send();
    return done;
  }

  private void send() {
    Duration deadline = terms.requestDeadline(); // read once, as time passes between two readings
    List<I> items;
    synchronized (this) {
      if (stopped) {
        state.stopped(facts(Outcome.REFUSED));
      } else if (RunTerms.isOver(deadline)) {
        state.failed(terms.overdue());
      }
      items = state.pending().stream().map(KeyedItem::item).toList();
      if (!items.isEmpty()) {
        state.requestStarts();
      }
    }
    if (items.isEmpty()) {
      end();
    } else {
      sent(request(items, deadline));
    }
  }

  private CompletableFuture<List<BatchEntry<V>>> request(List<I> items, Duration deadline) {
    try {
      CallOptions options = terms.requestOptions(deadline, id -> requestId = id);
      return terms.operation().send().apply(items, options);
    } catch (Throwable refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  private void sent(CompletableFuture<List<BatchEntry<V>>> request) {
    boolean late;
    synchronized (this) {
      inFlight = request;
      late = cancelled;
    }
    if (late) {
      request.cancel(true);
    }
    var unused = request.whenComplete(this::ended);
  }

  private void ended(@Nullable List<BatchEntry<V>> entries, @Nullable Throwable thrown) {
    Duration wait;
    synchronized (this) {
      wait = result(entries, thrown);
    }
    if (wait.isZero()) {
      send();
    } else {
      waitFor(wait);
    }
  }

  private Duration result(@Nullable List<BatchEntry<V>> entries, @Nullable Throwable thrown) {
    try {
      return entries == null ? failed(thrown) : responded(entries);
    } catch (Throwable unexpected) { // memory or stack ran out: the items have results all the same
      String sentence = "the response came and this program could not take it up.";
      return failed(new CallCancelledException(facts(Outcome.UNKNOWN), sentence, unexpected));
    }
  }

  private Duration responded(List<BatchEntry<V>> entries) {
    Duration left = terms.requestDeadline();
    return state.responded(
        entries,
        facts(Outcome.REFUSED),
        status -> terms.services().retryDelay(status, state.retries(), left));
  }

  private Duration failed(@Nullable Throwable thrown) {
    state.failed(typed(thrown));
    return Duration.ZERO;
  }

  /** Returns the exception itself, or one that says what is known of the request. */
  private RuntimeException typed(@Nullable Throwable thrown) {
    Throwable reason = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (reason instanceof RuntimeException known && !(reason instanceof CancellationException)) {
      return known;
    }
    String sentence =
        reason instanceof CancellationException
            ? "the run was cancelled while the request was in flight."
            : "the request ended with an error of this program.";
    return new CallCancelledException(facts(Outcome.UNKNOWN), sentence, reason);
  }

  private void waitFor(Duration wait) {
    Runnable endsWait = terms.services().afterWait(wait, this::send);
    boolean late;
    synchronized (this) {
      endWait = endsWait;
      late = stopped;
    }
    if (late) {
      endsWait.run();
    }
  }

  /** Starts nothing new from now on; a wait goes on. */
  synchronized void sendNothingMore() {
    stopped = true;
  }

  /** Starts nothing new: what is in flight is still awaited, a wait ends now. */
  void stop() {
    Runnable endsWait;
    synchronized (this) {
      stopped = true;
      endsWait = endWait;
    }
    endsWait.run();
  }

  /** Stops, and ends the request that is in flight. */
  void cancel() {
    CompletableFuture<?> request;
    synchronized (this) {
      cancelled = true;
      request = inFlight;
    }
    stop();
    if (request != null) {
      request.cancel(true);
    }
  }

  private CallFacts facts(Outcome outcome) {
    return terms.facts(outcome, state.requests(), requestId);
  }

  private void end() {
    ChunkEnd<V> end;
    synchronized (this) {
      end = new ChunkEnd<>(state.results(), state.requests(), state.sentAgain());
    }
    done.complete(end);
  }
}
