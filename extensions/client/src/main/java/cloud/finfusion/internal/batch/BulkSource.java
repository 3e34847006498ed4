package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.batch.CheckpointException;
import cloud.finfusion.batch.RejectedItemException;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the input of a bulk run into chunks, and leaves out what an earlier run has finished. An
 * item that the iterator rejects, or that gets no key, fails alone.
 */
final class BulkSource<I extends GeneratedModel<?>, V> {
  private final RunTerms<I, V> terms;
  private final ItemKeys<I> keys;
  private final Iterator<? extends I> input;
  private final BulkState state;
  private final Duration keyLifetime;
  private long position;

  BulkSource(
      RunTerms<I, V> terms,
      ItemKeys<I> keys,
      Iterator<? extends I> input,
      BulkState state,
      Duration keyLifetime) {
    this.terms = terms;
    this.keys = keys;
    this.input = input;
    this.state = state;
    this.keyLifetime = keyLifetime;
  }

  /**
   * Reads the next chunk; null at the end of the input.
   *
   * @throws RuntimeException what the iterator throws
   * @throws CheckpointException if the input is shorter than what an earlier run has read of it
   */
  @Nullable BulkChunk<I, V> next() {
    while (true) {
      Span span = state.next(position, terms.batchSize());
      if (span.kind() != Span.Kind.SKIP) {
        return read(span);
      }
      skip(span);
    }
  }

  private void skip(Span span) {
    for (; position < span.to(); position++) {
      if (!input.hasNext()) {
        throw shorter();
      }
      try {
        input.next();
      } catch (RejectedItemException | InvalidArgumentException known) {
        // the earlier run has reported it
      }
    }
  }

  private @Nullable BulkChunk<I, V> read(Span span) {
    ReadItems<I, V> read = new ReadItems<>();
    boolean expired = isExpired(span);
    while (position < span.to() && input.hasNext()) {
      readItem(read, expired);
      position++;
    }
    if (read.size() < span.size() && position < state.reached()) {
      throw shorter();
    }
    return read.size() == 0 ? null : read.chunk(span);
  }

  private void readItem(ReadItems<I, V> read, boolean expired) {
    int index = Math.toIntExact(position);
    I given = null;
    try {
      given = input.next();
      KeyedItem<I> item = keys.keyed(index, position, given);
      if (expired) {
        read.withheld.add(item);
        read.known.add(item.unknown(tooOld(item.key())));
      } else {
        read.items.add(item);
      }
    } catch (RejectedItemException | InvalidArgumentException rejected) {
      read.known.add(new BatchItem.Failed<>(index, null, "", rejected));
      if (given != null) {
        read.withheld.add(new KeyedItem<>(index, null, "", given, given));
      }
    }
  }

  private boolean isExpired(Span span) {
    Instant sentAt = span.sentAt();
    return sentAt != null
        && Duration.between(sentAt, terms.services().now()).compareTo(keyLifetime) > 0;
  }

  private RuntimeException tooOld(String key) {
    CallFacts facts = terms.facts(Outcome.UNKNOWN, 0, null);
    String sentence =
        "an earlier run may have sent it, longer ago than a server knows its key ("
            + keyLifetime.toHours()
            + " h), so it is not sent again.";
    return ItemRules.unknown(facts, key, new CallCancelledException(facts, sentence, null));
  }

  private CheckpointException shorter() {
    return new CheckpointException(
        "checkpoint of "
            + terms.operation().name()
            + ": expected the input that the earlier run had read, at least "
            + state.reached()
            + " items, got "
            + position
            + ". Give the same input in the same order",
        null);
  }

  /** The items of a chunk while they are read. */
  private static final class ReadItems<I, V> {
    private final List<KeyedItem<I>> items = new ArrayList<>();
    private final List<KeyedItem<I>> withheld = new ArrayList<>();
    private final List<BatchItem<V>> known = new ArrayList<>();

    int size() {
      return items.size() + known.size();
    }

    BulkChunk<I, V> chunk(Span span) {
      return new BulkChunk<>(span.cut(size()), items, withheld, known);
    }
  }
}
