package cloud.finfusion.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What shall go wrong. Each fault names an operation by its {@code operationId} and meets that
 * operation's next requests, whatever they hold, in the order in which the faults were queued.
 */
public final class Faults {
  private final Map<String, Queue<Fault>> queues;
  private final Pauses pauses;
  private final AtomicInteger injected = new AtomicInteger();

  Faults(Set<String> operationIds, Pauses pauses) {
    this.queues =
        operationIds.stream()
            .collect(Collectors.toMap(Function.identity(), id -> new ConcurrentLinkedQueue<>()));
    this.pauses = pauses;
  }

  /** Answers with this status and its error envelope; the work is not done. */
  public Faults status(String operationId, int times, int status) {
    return status(operationId, times, status, Map.of());
  }

  /** As {@link #status(String, int, int)}, with headers such as {@code Retry-After}. */
  public Faults status(String operationId, int times, int status, Map<String, String> headers) {
    requireStatus(status);
    return add(operationId, times, Fault.beforeWork(answer(status).with(headers)));
  }

  /** Does the work this much later, keeping its idempotency key in progress meanwhile. */
  public Faults delay(String operationId, int times, Duration delay) {
    return add(operationId, times, Fault.slow(() -> pauses.pause(delay)));
  }

  /** Does the work, then closes the connection without a byte of answer. */
  public Faults dropAfterWork(String operationId, int times) {
    return add(operationId, times, Fault.afterWork(Reply.dropped()));
  }

  /** Closes the connection without a byte of answer; the work is not done. */
  public Faults dropBeforeWork(String operationId, int times) {
    return add(operationId, times, Fault.beforeWork(Reply.dropped()));
  }

  /** Does the work, then sends this in place of its answer. */
  public Faults answer(String operationId, int times, int status, String contentType, String body) {
    requireStatus(status);
    Answer answer = new Answer(status, Map.of("Content-Type", contentType), body);
    return add(operationId, times, Fault.afterWork(answer));
  }

  /** How many requests have met a fault. */
  public int injected() {
    return injected.get();
  }

  Faults add(String operationId, int times, Fault fault) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault happens at least once, not " + times + " times");
    }
    queue(operationId).addAll(Collections.nCopies(times, fault));
    return this;
  }

  Reply inject(String operationId, Work work) {
    Fault fault = queue(operationId).poll();
    if (fault == null) {
      return work.run();
    }
    injected.incrementAndGet();
    return fault.around(work);
  }

  private Queue<Fault> queue(String operationId) {
    Queue<Fault> queue = queues.get(operationId);
    if (queue == null) {
      throw new IllegalArgumentException(
          "The specification has no operation " + operationId + "; it has " + queues.keySet());
    }
    return queue;
  }

  private static Answer answer(int status) {
    return status < 400
        ? Answer.empty(status)
        : new Refusal(status, ErrorCode.of(status).message).answer();
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("A final HTTP status is 200 to 599, not " + status);
    }
  }
}
