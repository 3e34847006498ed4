package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The faults that are queued for each operation, and behind the queues the rules and the random
 * mixes, of which the first that has a fault decides.
 */
public final class FaultQueues {
  private final Map<String, Queue<Fault>> queues = new ConcurrentHashMap<>();
  private final Rules<Fault> rules = new Rules<>();
  private final Map<String, RandomFaults> mixes = new ConcurrentHashMap<>();
  private final AtomicInteger injected = new AtomicInteger();

  public void add(String operation, int times, Fault fault) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault applies to at least one request, not " + times);
    }
    queue(operation).addAll(Collections.nCopies(times, fault));
  }

  public void mix(String operation, RandomFaults mix) {
    mixes.put(operation, mix);
  }

  /** Applies the fault to all requests from now on, within the scope. */
  public void add(RequestScope scope, Fault fault) {
    rules.add(scope, fault);
  }

  /** What is queued, by operation in the order in which it applies. */
  public List<QueuedFaults> queued() {
    return queues.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> runs(each.getKey(), each.getValue()).stream())
        .toList();
  }

  /** The rules that apply, oldest first; the operation is empty for all. */
  public List<QueuedFaults> rules() {
    return rules.current().stream()
        .map(
            each ->
                new QueuedFaults(
                    Objects.requireNonNullElse(each.scope().operation(), ""),
                    nameOf(each.value()),
                    each.scope().left()))
        .toList();
  }

  private static String nameOf(Fault fault) {
    return fault instanceof NamedFault named ? named.name() : "fault";
  }

  /** The share of the requests that get a random fault, by operation. */
  public SortedMap<String, Double> randomShares() {
    SortedMap<String, Double> shares = new TreeMap<>();
    mixes.forEach((operation, mix) -> shares.put(operation, mix.share()));
    return shares;
  }

  /** Ends all faults of an operation, also the random ones. */
  public void clear(String operation) {
    queue(operation).clear();
    mixes.remove(operation);
  }

  /** Ends all faults, the rules among them. */
  public void clear() {
    queues.values().forEach(Queue::clear);
    rules.clear();
    mixes.clear();
  }

  private static List<QueuedFaults> runs(String operation, Queue<Fault> queue) {
    List<QueuedFaults> runs = new ArrayList<>();
    for (Fault fault : queue) {
      String name = nameOf(fault);
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).fault().equals(name)) {
        runs.set(last, new QueuedFaults(operation, name, runs.get(last).times() + 1));
      } else {
        runs.add(new QueuedFaults(operation, name, 1));
      }
    }
    return runs;
  }

  private Optional<Fault> next(String operation) {
    Optional<Fault> next =
        Optional.ofNullable(queue(operation).poll())
            .or(() -> rules.next(operation))
            .or(() -> Optional.ofNullable(mixes.get(operation)).flatMap(RandomFaults::next));
    next.ifPresent(fault -> injected.incrementAndGet());
    return next;
  }

  /** The response of the work, changed by the operation's next fault if there is one. */
  public ResponseWriter inject(String operation, OperationWork work) {
    return next(operation).map(fault -> fault.apply(work)).orElseGet(work::run);
  }

  public int injected() {
    return injected.get();
  }

  private Queue<Fault> queue(String operation) {
    return queues.computeIfAbsent(operation, any -> new ConcurrentLinkedQueue<>());
  }
}
