package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import org.jspecify.annotations.Nullable;

/**
 * An item with the key under which it is sent.
 *
 * @param index its place in the run's input
 * @param reference the caller's reference of it; null if there is none
 * @param key its idempotency key
 * @param given the item as the caller gave it
 * @param item the item with the key
 */
record KeyedItem<I>(int index, @Nullable String reference, String key, I given, I item) {
  <V> BatchItem<V> succeeded(V value) {
    return new BatchItem.Succeeded<>(index, reference, key, value);
  }

  <V> BatchItem<V> failed(RuntimeException error) {
    return new BatchItem.Failed<>(index, reference, key, error);
  }

  <V> BatchItem<V> unknown(RuntimeException error) {
    return new BatchItem.Unknown<>(index, reference, key, error);
  }

  <V> BatchItem<V> skipped() {
    return new BatchItem.Skipped<>(index, reference, key);
  }

  /** Shows nothing of the item. */
  @Override
  public String toString() {
    return "KeyedItem[" + index + "]";
  }
}
