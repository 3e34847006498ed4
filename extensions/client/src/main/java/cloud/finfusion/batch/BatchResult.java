package cloud.finfusion.batch;

import cloud.finfusion.error.BatchFailedException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.metrics.BatchRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a batch: one result for each item, in input order. Immutable.
 *
 * <pre>{@code
 * BatchResult<Customer> result = client.customers().createBatch(items, options);
 * result.failed().forEach(item -> log.warn("item {}", item.index(), item.error()));
 * }</pre>
 *
 * @param items the result of each item, in input order
 * @param record the numbers of the batch: requests, items by kind, items sent again
 * @param <V> what is made of an item
 */
public record BatchResult<V>(List<BatchItem<V>> items, BatchRecord record) {
  /** Copies the list. */
  public BatchResult {
    items = List.copyOf(items);
  }

  /** Returns the items that were done. */
  public List<BatchItem.Succeeded<V>> succeeded() {
    return ofKind(BatchItem.Succeeded.class);
  }

  /** Returns the items that were not done, each with its typed error. */
  public List<BatchItem.Failed<V>> failed() {
    return ofKind(BatchItem.Failed.class);
  }

  /** Returns the items that may have been done, each with its idempotency key. */
  public List<BatchItem.Unknown<V>> unknown() {
    return ofKind(BatchItem.Unknown.class);
  }

  /** Returns the items that were never sent. */
  public List<BatchItem.Skipped<V>> skipped() {
    return ofKind(BatchItem.Skipped.class);
  }

  @SuppressWarnings("unchecked") // each kind of an item of V is a kind of V
  private <K> List<K> ofKind(Class<? super K> kind) {
    return (List<K>) items.stream().filter(kind::isInstance).toList();
  }

  /**
   * Does nothing if each item was done.
   *
   * @throws BatchFailedException if an item failed, may have been done or was skipped; its cause is
   *     the first item's error
   */
  public void throwIfAnyFailed() {
    if (record.succeeded() < items.size()) {
      throw new BatchFailedException(facts(), sentence(), firstError());
    }
  }

  private CallFacts facts() {
    Outcome outcome = record.unknown() > 0 ? Outcome.UNKNOWN : Outcome.REFUSED;
    int requests = Math.toIntExact(record.requests());
    return new CallFacts(record.operation(), outcome, false, requests, record.elapsed(), null);
  }

  private String sentence() {
    return "of %d items %d failed, %d may have been done and %d were skipped. "
            .formatted(items.size(), record.failed(), record.unknown(), record.skipped())
        + "See the items of the result.";
  }

  private @Nullable RuntimeException firstError() {
    return items.stream().map(BatchItem::error).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
