package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults that are queued for each operation, and the random mixes behind the queues. */
public final class FaultQueues {
  private final Map<String, Queue<Fault>> queues;
  private final Map<String, RandomFaults> mixes = new ConcurrentHashMap<>();
  private final AtomicInteger injected = new AtomicInteger();

  public FaultQueues(Set<String> operationIds) {
    this.queues =
        operationIds.stream()
            .collect(Collectors.toMap(Function.identity(), id -> new ConcurrentLinkedQueue<>()));
  }

  public void add(String operationId, int times, Fault fault) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault applies to at least one request, not " + times);
    }
    queue(operationId).addAll(Collections.nCopies(times, fault));
  }

  public void mix(String operationId, RandomFaults mix) {
    queue(operationId);
    mixes.put(operationId, mix);
  }

  private Optional<Fault> next(String operationId) {
    Optional<Fault> next =
        Optional.ofNullable(queue(operationId).poll())
            .or(() -> Optional.ofNullable(mixes.get(operationId)).flatMap(RandomFaults::next));
    next.ifPresent(fault -> injected.incrementAndGet());
    return next;
  }

  /** The response of the work, changed by the operation's next fault if there is one. */
  public ResponseWriter inject(String operationId, OperationWork work) {
    return next(operationId).map(fault -> fault.apply(work)).orElseGet(work::run);
  }

  public int injected() {
    return injected.get();
  }

  private Queue<Fault> queue(String operationId) {
    Queue<Fault> queue = queues.get(operationId);
    if (queue == null) {
      throw new IllegalArgumentException(
          "The specification has no operation " + operationId + "; it has " + queues.keySet());
    }
    return queue;
  }
}
