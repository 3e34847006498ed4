package cloud.finfusion.batch;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.metrics.BulkProgress;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a bulk run is made. Immutable.
 *
 * <pre>{@code
 * BulkOptions.builder()
 *     .batch(BatchOptions.builder().batchId("import-7").build())
 *     .checkpoint(CheckpointStore.file(Path.of("import-7.checkpoint")))
 *     .failures(Path.of("import-7.failures.jsonl"))
 *     .build()
 * }</pre>
 *
 * @param <I> an item
 * @param <V> what is made of an item
 */
public final class BulkOptions<I, V> {
  private final BatchOptions<? super I> batch;
  private final @Nullable CheckpointStore checkpoint;
  private final Duration keyLifetime;
  private final @Nullable Path failures;
  private final long stopAfterFailures;
  private final @Nullable Long total;
  private final @Nullable Consumer<? super BulkProgress> onProgress;
  private final Duration progressInterval;
  private final @Nullable Consumer<? super BatchItem<? extends V>> onResult;

  private BulkOptions(Builder<I, V> builder) {
    batch = builder.batch;
    checkpoint = builder.checkpoint;
    keyLifetime = builder.keyLifetime;
    failures = builder.failures;
    stopAfterFailures = builder.stopAfterFailures;
    total = builder.total;
    onProgress = builder.onProgress;
    progressInterval = builder.progressInterval;
    onResult = builder.onResult;
  }

  /** Returns the defaults. */
  public static <I, V> BulkOptions<I, V> none() {
    return BulkOptions.<I, V>builder().build();
  }

  /** Returns a new builder. */
  public static <I, V> Builder<I, V> builder() {
    return new Builder<>();
  }

  /** Returns how the batches are sent. */
  public BatchOptions<? super I> batch() {
    return batch;
  }

  /** Returns where the state of the run is kept; null for nowhere. */
  public @Nullable CheckpointStore checkpoint() {
    return checkpoint;
  }

  /** Returns for how long the server knows an idempotency key. */
  public Duration keyLifetime() {
    return keyLifetime;
  }

  /** Returns the file of the items that were not done; null for none. */
  public @Nullable Path failures() {
    return failures;
  }

  /** Returns how many items may fail before the run stops. */
  public long stopAfterFailures() {
    return stopAfterFailures;
  }

  /** Returns how many items there are; null if that is not known. */
  public @Nullable Long total() {
    return total;
  }

  /** Returns the listener of the progress; null if there is none. */
  public @Nullable Consumer<? super BulkProgress> onProgress() {
    return onProgress;
  }

  /** Returns how often the progress is reported at most. */
  public Duration progressInterval() {
    return progressInterval;
  }

  /** Returns what is given each result; null if nothing is. */
  public @Nullable Consumer<? super BatchItem<? extends V>> onResult() {
    return onResult;
  }

  @Override
  public String toString() {
    return "BulkOptions{batch="
        + batch
        + ", keyLifetime="
        + keyLifetime
        + ", stopAfterFailures="
        + stopAfterFailures
        + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder<I, V> {
    private BatchOptions<? super I> batch = BatchOptions.none();
    private @Nullable CheckpointStore checkpoint;
    private Duration keyLifetime = Duration.ofHours(24);
    private @Nullable Path failures;
    private long stopAfterFailures = Long.MAX_VALUE;
    private @Nullable Long total;
    private @Nullable Consumer<? super BulkProgress> onProgress;
    private Duration progressInterval = Duration.ofSeconds(1);
    private @Nullable Consumer<? super BatchItem<? extends V>> onResult;

    private Builder() {}

    /**
     * How the batches are sent: their size, how many at once, how the items' keys are made. With
     * {@code continueOnError(false)} the run stops after the first item that was not done. Default:
     * the defaults of {@link BatchOptions}.
     */
    public Builder<I, V> batch(BatchOptions<? super I> options) {
      this.batch = options;
      return this;
    }

    /**
     * Keeps the state of the run, so that a run that was stopped or killed is resumed by running it
     * again with the same input. Needs {@link BatchOptions.Builder#batchId} or a reference
     * function, as only stable keys make that safe. Default: none, the run starts at the first
     * item.
     */
    public Builder<I, V> checkpoint(CheckpointStore store) {
      this.checkpoint = store;
      return this;
    }

    /**
     * For how long the server knows an idempotency key; more than zero. A resumed run does not send
     * what it had sent longer ago: those items may have been done, and are reported so. Default 24
     * h (assumed by the specification).
     */
    public Builder<I, V> keyLifetime(Duration time) {
      this.keyLifetime = time;
      return this;
    }

    /**
     * Writes each item that was not done, or may have been, to this file, a line of JSON each.
     * {@link BulkFailures} reads it, to send them again. The file holds the items whole: protect it
     * as their source. A resumed run appends; else the file is replaced, and the input itself is
     * refused. Default: none.
     */
    public Builder<I, V> failures(Path file) {
      this.failures = file;
      return this;
    }

    /**
     * Stops the run when so many of its items were not done or may have been; at least 1. Default:
     * never.
     */
    public Builder<I, V> stopAfterFailures(long items) {
      this.stopAfterFailures = items;
      return this;
    }

    /** How many items there are, for the time that is left; at least 0. Default: not known. */
    public Builder<I, V> total(long items) {
      this.total = items;
      return this;
    }

    /**
     * Adds a listener of the progress, called on the run's thread at most once per interval, and
     * once at the end. Exceptions it throws are logged and ignored.
     */
    public Builder<I, V> onProgress(Consumer<? super BulkProgress> listener) {
      this.onProgress = listener;
      return this;
    }

    /** How often the progress is reported at most; not negative. Default 1 s. */
    public Builder<I, V> progressInterval(Duration interval) {
      this.progressInterval = interval;
      return this;
    }

    /**
     * Takes the result of each item, in input order within a batch, on the run's thread. If it
     * throws, the run ends with that exception, and a run that resumes has the same results again:
     * each result is given at least once.
     */
    public Builder<I, V> onResult(Consumer<? super BatchItem<? extends V>> receiver) {
      this.onResult = receiver;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public BulkOptions<I, V> build() {
      InvalidArgumentException.unlessPresent("batch", batch);
      InvalidArgumentException.unlessPresent("keyLifetime", keyLifetime);
      InvalidArgumentException.unlessPresent("progressInterval", progressInterval);
      if (checkpoint != null && batch.batchId() == null && batch.reference() == null) {
        throw new InvalidArgumentException(
            "checkpoint",
            "expected a batchId or a reference function beside it, got none: a resumed run would"
                + " do items twice. Set one in batch(…)");
      }
      if (keyLifetime.isNegative() || keyLifetime.isZero()) {
        throw new InvalidArgumentException(
            "keyLifetime", "expected more than zero, got " + keyLifetime);
      }
      if (progressInterval.isNegative()) {
        throw new InvalidArgumentException(
            "progressInterval", "expected zero or more, got " + progressInterval);
      }
      Checks.atLeastOne("stopAfterFailures", stopAfterFailures);
      if (total != null && total < 0) {
        throw new InvalidArgumentException("total", "expected at least 0, got " + total);
      }
      return new BulkOptions<>(this);
    }
  }
}
