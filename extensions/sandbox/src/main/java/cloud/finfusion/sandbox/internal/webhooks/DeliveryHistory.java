package cloud.finfusion.sandbox.internal.webhooks;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** All pending deliveries, and those that ended last, in the order of their events. Thread-safe. */
final class DeliveryHistory {
  private final int maxEnded;
  private final SortedMap<Long, Kept> deliveries = new TreeMap<>();

  /** The numbers of the ended deliveries, in the order of their ends. */
  private final Queue<Long> ended = new ArrayDeque<>();

  private long nextNumber;

  DeliveryHistory(int maxEnded) {
    this.maxEnded = maxEnded;
  }

  /** Adds a delivery before it is sent. */
  synchronized void add(Delivery delivery) {
    long number = nextNumber++;
    CompletableFuture<Void> recorded =
        delivery.ended().whenComplete((done, cancelled) -> recordEnd(number));
    deliveries.put(number, new Kept(delivery, recorded));
  }

  List<Delivery> list() {
    return kept().stream().map(Kept::delivery).toList();
  }

  /** Completes with these deliveries when all of them have ended and the history knows it. */
  CompletableFuture<List<Delivery>> whenNonePending() {
    List<Kept> now = kept();
    return CompletableFuture.allOf(
            now.stream().map(Kept::recorded).toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> now.stream().map(Kept::delivery).toList());
  }

  private synchronized List<Kept> kept() {
    return List.copyOf(deliveries.values());
  }

  private synchronized void recordEnd(long number) {
    ended.add(number);
    if (ended.size() > maxEnded) {
      deliveries.remove(ended.remove());
    }
  }

  /** A delivery, and the future that completes once its end is recorded here. */
  private record Kept(Delivery delivery, CompletableFuture<Void> recorded) {}
}
