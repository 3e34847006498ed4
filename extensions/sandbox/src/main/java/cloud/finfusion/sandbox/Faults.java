package cloud.finfusion.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What shall go wrong. Each fault names an operation by its {@code operationId} and meets that
 * operation's next requests, whatever they hold, in the order in which the faults were queued.
 */
public final class Faults {
  private final FaultQueues queues;
  private final Pauses pauses;

  Faults(Set<String> operationIds, Pauses pauses) {
    this.queues = new FaultQueues(operationIds);
    this.pauses = pauses;
  }

  /** Answers with this status and its error envelope; the work is not done. */
  public Faults status(String operationId, int times, int status) {
    return add(operationId, times, refusing(status));
  }

  /** As {@link #status(String, int, int)}, with headers such as {@code Retry-After}. */
  public Faults status(String operationId, int times, int status, Map<String, String> headers) {
    return add(operationId, times, Fault.beforeWork(answer(status).with(headers)));
  }

  /** Answers with a page of HTML, as a proxy in between would; the work is not done. */
  public Faults html(String operationId, int times, int status) {
    String page = "<!DOCTYPE html>\n<html><body><h1>%d</h1></body></html>\n".formatted(status);
    return add(operationId, times, Fault.beforeWork(answer(status, "text/html", page)));
  }

  /** Sends the caller to another place; the work is not done. */
  public Faults redirect(String operationId, int times, int status, URI location) {
    if (status < 300 || status > 399) {
      throw new IllegalArgumentException("A redirect has a status 300 to 399, not " + status);
    }
    return status(operationId, times, status, Map.of("Location", location.toString()));
  }

  /** Does the work this much later, keeping its idempotency key in progress meanwhile. */
  public Faults delay(String operationId, int times, Duration delay) {
    return add(operationId, times, Fault.slow(() -> pauses.pause(delay)));
  }

  /** Does the work, then closes the connection without a byte of answer. */
  public Faults dropAfterWork(String operationId, int times) {
    return add(operationId, times, Fault.afterWork(ResponseWriter.dropped()));
  }

  /** Closes the connection without a byte of answer; the work is not done. */
  public Faults dropBeforeWork(String operationId, int times) {
    return add(operationId, times, Fault.beforeWork(ResponseWriter.dropped()));
  }

  /** Does the work, then resets the connection (RST) without a byte of answer. */
  public Faults resetAfterWork(String operationId, int times) {
    return add(operationId, times, Fault.afterWork(ResponseWriter.reset()));
  }

  /** Resets the connection (RST) without a byte of answer; the work is not done. */
  public Faults resetBeforeWork(String operationId, int times) {
    return add(operationId, times, Fault.beforeWork(ResponseWriter.reset()));
  }

  /** Does the work, then closes the connection half way through the answer's announced length. */
  public Faults truncate(String operationId, int times) {
    return add(operationId, times, Fault.spoiling(BrokenResponses::truncated));
  }

  /** Does the work, then sends its whole answer as a chunk, and closes without the last chunk. */
  public Faults truncateChunked(String operationId, int times) {
    return add(operationId, times, Fault.spoiling(BrokenResponses::unended));
  }

  /** Does the work, then sends the headers at once and a byte of its answer after each pause. */
  public Faults drip(String operationId, int times, Duration pause) {
    Runnable wait = () -> pauses.pause(pause);
    return add(
        operationId, times, Fault.spoiling(answer -> BrokenResponses.dripping(answer, wait)));
  }

  /** Does the work, then sends a small gzip in place of its answer, so large when unpacked. */
  public Faults gzipBomb(String operationId, int times, long unpackedBytes) {
    return add(operationId, times, Fault.afterWork(GzipBomb.of(unpackedBytes)));
  }

  /** Does the work, then sends this in place of its answer. */
  public Faults answer(String operationId, int times, int status, String contentType, String body) {
    return add(operationId, times, Fault.afterWork(answer(status, contentType, body)));
  }

  /**
   * Lets things go wrong by chance, for requests that meet no queued fault: the mix that is
   * returned, empty at first, replaces the operation's last one.
   */
  public FaultMix randomly(String operationId, long seed) {
    FaultMix mix = new FaultMix(seed);
    queues.mix(operationId, mix);
    return mix;
  }

  /** How many requests have met a fault. */
  public int injected() {
    return queues.injected();
  }

  Faults add(String operationId, int times, Fault fault) {
    queues.add(operationId, times, fault);
    return this;
  }

  ResponseWriter inject(String operationId, OperationWork work) {
    return queues.next(operationId).map(fault -> fault.around(work)).orElseGet(work::run);
  }

  static Fault refusing(int status) {
    return Fault.beforeWork(answer(status));
  }

  private static ApiResponse answer(int status) {
    requireStatus(status);
    return status < 400
        ? ApiResponse.empty(status)
        : new ApiError(status, ErrorCode.of(status).message).answer();
  }

  private static ApiResponse answer(int status, String contentType, String body) {
    requireStatus(status);
    return new ApiResponse(status, Map.of("Content-Type", contentType), body);
  }

  private static void requireStatus(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("A final HTTP status is 200 to 599, not " + status);
    }
  }
}
