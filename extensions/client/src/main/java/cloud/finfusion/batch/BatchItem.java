package cloud.finfusion.batch;

import org.jspecify.annotations.Nullable;

/**
 * One item of a batch and what came of it: {@link Succeeded}, {@link Failed}, {@link Unknown} or
 * {@link Skipped}. Immutable.
 *
 * @param <V> what is made of an item
 */
public abstract sealed class BatchItem<V>
    permits BatchItem.Succeeded, BatchItem.Failed, BatchItem.Unknown, BatchItem.Skipped {
  private final int index;
  private final transient @Nullable String reference;
  private final transient String idempotencyKey;

  private BatchItem(int index, @Nullable String reference, String idempotencyKey) {
    this.index = index;
    this.reference = reference;
    this.idempotencyKey = idempotencyKey;
  }

  /** Returns the item's place in the input, from 0. */
  public int index() {
    return index;
  }

  /** Returns what {@link BatchOptions.Builder#reference} gave for the item; null without one. */
  public @Nullable String reference() {
    return reference;
  }

  /**
   * Returns the idempotency key under which the item is sent; empty for an item of a bulk run that
   * cannot be made or has no reference, which is never sent.
   */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** Returns why the item was not done, or why that is not known; null for the other kinds. */
  @Nullable RuntimeException error() {
    return null;
  }

  /** Shows the kind and the place; no key, no reference and no value. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + index + "]";
  }

  /** The item was done. */
  public static final class Succeeded<V> extends BatchItem<V> {
    private final transient V value;

    /** An item that was done, and what was made of it. */
    public Succeeded(int index, @Nullable String reference, String idempotencyKey, V value) {
      super(index, reference, idempotencyKey);
      this.value = value;
    }

    /** Returns what was made of the item. */
    public V value() {
      return value;
    }
  }

  /** The item was not done. */
  public static final class Failed<V> extends BatchItem<V> {
    private final RuntimeException error;

    /** An item that was not done, and why. */
    public Failed(
        int index, @Nullable String reference, String idempotencyKey, RuntimeException error) {
      super(index, reference, idempotencyKey);
      this.error = error;
    }

    /**
     * Returns why the item was not done: the {@link cloud.finfusion.error.FinFusionException} that
     * a call for it alone would have thrown, or the {@link
     * cloud.finfusion.runtime.InvalidArgumentException} if it cannot be sent.
     */
    @Override
    public RuntimeException error() {
      return error;
    }
  }

  /**
   * The item may have been done. Do not send it under another idempotency key: look it up, or run
   * the batch again with the same {@code batchId} or references.
   */
  public static final class Unknown<V> extends BatchItem<V> {
    private final RuntimeException error;

    /** An item that may have been done, and why nothing more is known. */
    public Unknown(
        int index, @Nullable String reference, String idempotencyKey, RuntimeException error) {
      super(index, reference, idempotencyKey);
      this.error = error;
    }

    /** Returns why nothing more is known. */
    @Override
    public RuntimeException error() {
      return error;
    }
  }

  /** The item was never sent, as the run had stopped before. */
  public static final class Skipped<V> extends BatchItem<V> {
    /** An item that was never sent. */
    public Skipped(int index, @Nullable String reference, String idempotencyKey) {
      super(index, reference, idempotencyKey);
    }
  }
}
