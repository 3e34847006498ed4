package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.BrokenResponses;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.faults.FaultResponses;
import cloud.finfusion.sandbox.internal.faults.GzipBomb;
import cloud.finfusion.sandbox.internal.faults.Pauses;
import cloud.finfusion.sandbox.internal.faults.RandomFaults;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Injects faults. Each fault names an operation and applies to that operation's next requests,
 * whatever they contain, in the order in which the faults were queued.
 */
public final class Faults {
  private final FaultQueues queues;
  private final Pauses pauses;

  Faults(FaultQueues queues, Pauses pauses) {
    this.queues = queues;
    this.pauses = pauses;
  }

  /** Responds with this status and its error envelope; the work is not done. */
  public Faults status(String operationId, int times, int status) {
    return add(operationId, times, Fault.beforeWork(FaultResponses.status(status)));
  }

  /** As {@link #status(String, int, int)}, with headers such as {@code Retry-After}. */
  public Faults status(String operationId, int times, int status, Map<String, String> headers) {
    return add(operationId, times, Fault.beforeWork(FaultResponses.status(status).with(headers)));
  }

  /** Responds with a page of HTML, as a proxy would; the work is not done. */
  public Faults html(String operationId, int times, int status) {
    return add(operationId, times, Fault.beforeWork(FaultResponses.html(status)));
  }

  /** Responds with a redirect to this location; the work is not done. */
  public Faults redirect(String operationId, int times, int status, URI location) {
    return add(operationId, times, Fault.beforeWork(FaultResponses.redirect(status, location)));
  }

  /** Delays the work; its idempotency key is in progress meanwhile. */
  public Faults delay(String operationId, int times, Duration delay) {
    return add(operationId, times, Fault.slow(() -> pauses.pause(delay)));
  }

  /** Does the work, then closes the connection without sending a byte. */
  public Faults dropAfterWork(String operationId, int times) {
    return add(operationId, times, Fault.afterWork(ResponseWriter.dropped()));
  }

  /** Closes the connection without sending a byte; the work is not done. */
  public Faults dropBeforeWork(String operationId, int times) {
    return add(operationId, times, Fault.beforeWork(ResponseWriter.dropped()));
  }

  /** Does the work, then resets the connection (RST) without sending a byte. */
  public Faults resetAfterWork(String operationId, int times) {
    return add(operationId, times, Fault.afterWork(ResponseWriter.reset()));
  }

  /** Resets the connection (RST) without sending a byte; the work is not done. */
  public Faults resetBeforeWork(String operationId, int times) {
    return add(operationId, times, Fault.beforeWork(ResponseWriter.reset()));
  }

  /** Does the work, then closes the connection half way through the announced length. */
  public Faults truncate(String operationId, int times) {
    return add(operationId, times, Fault.sending(BrokenResponses::truncated));
  }

  /** Does the work, then sends the whole body as one chunk and closes without the last chunk. */
  public Faults truncateChunked(String operationId, int times) {
    return add(operationId, times, Fault.sending(BrokenResponses::withoutLastChunk));
  }

  /** Does the work, then sends the headers at once and one byte of the body after each pause. */
  public Faults drip(String operationId, int times, Duration pause) {
    Runnable wait = () -> pauses.pause(pause);
    return add(
        operationId, times, Fault.sending(response -> BrokenResponses.dripping(response, wait)));
  }

  /** Does the work, then sends a gzip in place of the response, small but this large unpacked. */
  public Faults gzipBomb(String operationId, int times, long unpackedBytes) {
    return add(operationId, times, Fault.afterWork(GzipBomb.of(unpackedBytes)));
  }

  /** Does the work, then sends this response in place of its own. */
  public Faults response(
      String operationId, int times, int status, String contentType, String body) {
    return add(operationId, times, Fault.afterWork(FaultResponses.of(status, contentType, body)));
  }

  /**
   * Injects random faults into requests that no queued fault applies to. The returned mix is empty
   * at first, and replaces the operation's previous mix.
   */
  public FaultMix randomly(String operationId, long seed) {
    RandomFaults mix = new RandomFaults(seed);
    queues.mix(operationId, mix);
    return new FaultMix(mix);
  }

  /** How many requests got a fault. */
  public int injected() {
    return queues.injected();
  }

  private Faults add(String operationId, int times, Fault fault) {
    queues.add(operationId, times, fault);
    return this;
  }
}
