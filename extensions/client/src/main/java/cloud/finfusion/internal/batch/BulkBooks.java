package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.CheckpointException;
import cloud.finfusion.batch.CheckpointStore;
import cloud.finfusion.batch.RejectedItemException;
import cloud.finfusion.internal.failures.FailureLine;
import cloud.finfusion.internal.failures.FailuresFile;
import cloud.finfusion.runtime.GeneratedModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk run leaves behind: the results that were given away, the failures file, the
 * checkpoint; written in this order, so that a checkpoint never says more than was written. Used by
 * the thread of the run.
 */
final class BulkBooks<I extends GeneratedModel<?>, V> implements AutoCloseable {
  private final @Nullable CheckpointStore checkpoint;
  private final @Nullable Consumer<? super BatchItem<? extends V>> receiver;
  private final BulkState state;
  private final @Nullable FailuresFile failures;

  private BulkBooks(
      BulkOptions<? super I, ? super V> options, BulkState state, @Nullable FailuresFile failures) {
    this.checkpoint = options.checkpoint();
    this.receiver = receiver(options);
    this.state = state;
    this.failures = failures;
  }

  @SuppressWarnings("unchecked") // what takes any V takes this one
  private static <V> @Nullable Consumer<? super BatchItem<? extends V>> receiver(
      BulkOptions<?, ? super V> options) {
    return (Consumer<? super BatchItem<? extends V>>) (Consumer<?>) options.onResult();
  }

  /**
   * Opens the books of a run.
   *
   * @param destination where the items are sent
   * @throws CheckpointException if the checkpoint is in use, cannot be read, or is of another run
   */
  static <I extends GeneratedModel<?>, V> BulkBooks<I, V> open(
      String operation, String destination, BulkOptions<? super I, ? super V> options) {
    CheckpointStore store = options.checkpoint();
    String stored = store == null ? null : store.open();
    try {
      BulkState state = state(run(operation, destination, options), stored);
      FailuresFile failures =
          options.failures() == null
              ? null
              : FailuresFile.open(options.failures(), state.failuresBytes());
      return new BulkBooks<>(options, state, failures);
    } catch (Throwable refused) {
      if (store != null) {
        store.close();
      }
      throw refused;
    }
  }

  /** A run against the sandbox must not count for one against the API. */
  private static String run(String operation, String destination, BulkOptions<?, ?> options) {
    String all = operation + "\n" + destination + "\n" + options.batch().batchId();
    return ByteString.encodeUtf8(all).sha256().hex();
  }

  private static BulkState state(String run, @Nullable String stored) {
    try {
      return stored == null ? new BulkState(run) : BulkState.of(run, stored);
    } catch (IllegalArgumentException foreign) {
      throw new CheckpointException(
          "checkpoint: "
              + foreign.getMessage()
              + ". Name the checkpoint of this run, or remove it to start anew",
          foreign);
    }
  }

  BulkState state() {
    return state;
  }

  boolean isResumable() {
    return checkpoint != null;
  }

  /** Notes that a span is sent from now on, before it is. */
  void opened(Span span) {
    state.opened(span);
    save();
  }

  /** Takes the results of a chunk. The checkpoint says so with the next save. */
  void finished(BulkChunk<I, V> chunk, List<BatchItem<V>> results, BulkCounts counts) {
    if (receiver != null) {
      results.forEach(receiver);
    }
    if (failures != null) {
      write(failures, chunk, results);
    }
    state.finished(chunk.span(), counts);
  }

  private void write(FailuresFile file, BulkChunk<I, V> chunk, List<BatchItem<V>> results) {
    Set<Integer> withheld = new HashSet<>();
    chunk.withheld().forEach(each -> withheld.add(each.index()));
    Map<Integer, KeyedItem<I>> sent = new HashMap<>();
    chunk.items().forEach(each -> sent.put(each.index(), each));
    chunk.withheld().forEach(each -> sent.put(each.index(), each));
    for (BatchItem<V> each : results) {
      KeyedItem<I> item = sent.get(each.index());
      if (each instanceof BatchItem.Failed<V> failed) {
        file.add(failed(failed, item));
      } else if (each instanceof BatchItem.Unknown<V> unknown) {
        file.add(unknown(unknown, item, withheld.contains(unknown.index())));
      }
    }
    state.setFailuresBytes(file.flush());
  }

  private FailureLine failed(BatchItem.Failed<V> failed, @Nullable KeyedItem<I> item) {
    return failed.error() instanceof RejectedItemException rejected
        ? new FailureLine(
            failed.index(), "rejected", null, rejected.getMessage(), null, null, rejected.source())
        : new FailureLine(
            failed.index(),
            "failed",
            failed.reference(),
            failed.error().getMessage(),
            item == null ? null : item.given().toJson(),
            null,
            null);
  }

  private FailureLine unknown(
      BatchItem.Unknown<V> unknown, @Nullable KeyedItem<I> item, boolean withheld) {
    String json = item == null ? null : item.item().toJson();
    return new FailureLine(
        unknown.index(),
        "unknown",
        unknown.reference(),
        unknown.error().getMessage(),
        withheld ? null : json,
        withheld ? json : null,
        null);
  }

  /** Writes the checkpoint, if there is one. */
  void save() {
    if (checkpoint != null) {
      checkpoint.save(state.toJson());
    }
  }

  /** Closes the files. */
  @Override
  public void close() {
    try {
      if (failures != null) {
        failures.close();
      }
    } finally {
      if (checkpoint != null) {
        checkpoint.close();
      }
    }
  }
}
