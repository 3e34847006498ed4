package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import java.util.List;

/**
 * Items of a bulk run that are sent together.
 *
 * @param span where they stand in the input
 * @param items those to send
 * @param withheld those that are not sent: an earlier run may have sent them too long ago, or they
 *     got no key
 * @param known the results of those that are not sent
 */
record BulkChunk<I, V>(
    Span span, List<KeyedItem<I>> items, List<KeyedItem<I>> withheld, List<BatchItem<V>> known) {
  /** Copies the lists. */
  BulkChunk {
    items = List.copyOf(items);
    withheld = List.copyOf(withheld);
    known = List.copyOf(known);
  }
}
