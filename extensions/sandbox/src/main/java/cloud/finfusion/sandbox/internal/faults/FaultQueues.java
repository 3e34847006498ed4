package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
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
