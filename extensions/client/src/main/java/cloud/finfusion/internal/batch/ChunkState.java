package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchItem;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.call.ItemError;
import cloud.finfusion.spi.BatchEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The items that start in one request: which still have no result, and what came of the others.
 * Decides which items are sent again; never waits and sends nothing. Not thread-safe.
 */
final class ChunkState<I, V> {
  private final String itemsField;
  private final Map<Integer, BatchItem<V>> results = new TreeMap<>(); // by index
  private final Map<Integer, ItemError> refusals = new HashMap<>(); // by index, of those pending
  private final BitSet mayBeDone = new BitSet(); // by index
  private List<KeyedItem<I>> pending;
  private int requests;
  private int retries;
  private int sentAgain;

  ChunkState(String itemsField, List<KeyedItem<I>> items) {
    this.itemsField = itemsField;
    this.pending = items;
  }

  /** Returns the items of the next request; empty when each item has its result. */
  List<KeyedItem<I>> pending() {
    return pending;
  }

  /** Returns the results in input order. */
  List<BatchItem<V>> results() {
    return List.copyOf(results.values());
  }

  int requests() {
    return requests;
  }

  int sentAgain() {
    return sentAgain;
  }

  int retries() {
    return retries;
  }

  void requestStarts() {
    sentAgain += requests == 0 ? 0 : pending.size();
    requests++;
  }

  /**
   * Takes a response and returns how long to wait before what is pending is sent again; zero if
   * nothing is.
   *
   * @param facts what is known of the request, with any outcome
   * @param delays returns the wait before items of a status are sent again; null if they are not
   */
  Duration responded(
      List<BatchEntry<V>> entries, CallFacts facts, IntFunction<@Nullable Duration> delays) {
    Entries<V> byPlace = new Entries<>(entries, pending.size());
    Delays waits = new Delays(delays);
    List<KeyedItem<I>> again = new ArrayList<>();
    for (int place = 0; place < pending.size(); place++) {
      KeyedItem<I> item = pending.get(place);
      ItemError error = byPlace.error(place);
      if (error == null) {
        results.put(item.index(), withoutError(item, byPlace, place, facts));
      } else if (refused(item, error) && waits.allow(error)) {
        again.add(item);
      } else {
        results.put(item.index(), givenUp(item, facts));
      }
    }
    pending = List.copyOf(again);
    retries++;
    return waits.longest();
  }

  private BatchItem<V> withoutError(
      KeyedItem<I> item, Entries<V> entries, int place, CallFacts facts) {
    V value = entries.value(place);
    return value == null
        ? item.unknown(
            ItemRules.unreadable(
                with(facts, Outcome.UNKNOWN, true), item.key(), entries.problem(place)))
        : item.succeeded(value);
  }

  /** Notes what an item's error says of it. Returns whether the error may pass. */
  private boolean refused(KeyedItem<I> item, ItemError error) {
    refusals.put(item.index(), error);
    boolean before = mayBeDone.get(item.index()) && !error.provesNotDone();
    mayBeDone.set(item.index(), before || error.mayBeDone());
    return !error.isFinal();
  }

  /** Returns the result of an item that was refused and is not sent again. */
  private BatchItem<V> givenUp(KeyedItem<I> item, CallFacts facts) {
    ItemError error = refusals.get(item.index());
    if (error == null) {
      return item.skipped();
    }
    boolean passes = error.status() == 429 || error.status() >= 500 || error.mayBeDone();
    if (!mayBeDone.get(item.index())) {
      return item.failed(error.exception(with(facts, Outcome.REFUSED, passes)));
    }
    CallFacts unknown = with(facts, Outcome.UNKNOWN, true);
    return item.unknown(ItemRules.unknown(unknown, item.key(), error.exception(unknown)));
  }

  private CallFacts with(CallFacts facts, Outcome outcome, boolean retryable) {
    return new CallFacts(
        facts.operation(), outcome, retryable, requests, facts.elapsed(), facts.requestId());
  }

  /**
   * Takes the end of a request that failed. If it was refused because of some of its items, the
   * others are pending still.
   */
  void failed(RuntimeException thrown) {
    BitSet named = ItemRules.named(thrown, itemsField, pending.size());
    boolean unknown = ItemRules.mayBeDone(thrown);
    List<KeyedItem<I>> again = new ArrayList<>();
    for (int i = 0; i < pending.size(); i++) {
      KeyedItem<I> item = pending.get(i);
      if (!named.isEmpty() && !named.get(i)) {
        again.add(item);
      } else if (unknown || mayBeDone.get(item.index())) {
        results.put(item.index(), item.unknown(thrown));
      } else {
        results.put(item.index(), item.failed(thrown));
      }
    }
    pending = List.copyOf(again);
  }

  /** Gives up what is pending: what was refused keeps that error, the rest was never sent. */
  void stopped(CallFacts facts) {
    pending.forEach(item -> results.put(item.index(), givenUp(item, facts)));
    pending = List.of();
  }
}
