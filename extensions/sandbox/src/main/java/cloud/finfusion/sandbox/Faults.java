package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.BrokenResponses;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.faults.FaultResponses;
import cloud.finfusion.sandbox.internal.faults.GzipBomb;
import cloud.finfusion.sandbox.internal.faults.NamedFault;
import cloud.finfusion.sandbox.internal.faults.Pauses;
import cloud.finfusion.sandbox.internal.faults.RandomFaults;
import cloud.finfusion.sandbox.internal.faults.RequestScope;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import cloud.finfusion.sandbox.internal.spec.OperationNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Injects faults. Each fault names an operation as the SDK does, {@code payments.create}, or by its
 * {@code operationId}, {@code createPayment}. It applies to that operation's next requests,
 * whatever they contain, in the order in which the faults were queued. An operation that the
 * specification does not have is an {@link UnknownOperationException}.
 */
public final class Faults {
  private final OperationNames names;
  private final FaultQueues queues;
  private final Pauses pauses;
  private final List<RequestScope> scopes = new CopyOnWriteArrayList<>();

  Faults(OperationNames names, FaultQueues queues, Pauses pauses) {
    this.names = names;
    this.queues = queues;
    this.pauses = pauses;
  }

  /** Responds with this status and its error envelope; the work is not done. */
  public Faults status(String operation, int times, int status) {
    return add(
        operation, times, String.valueOf(status), Fault.beforeWork(FaultResponses.status(status)));
  }

  /** As {@link #status(String, int, int)}, with headers such as {@code Retry-After}. */
  public Faults status(String operation, int times, int status, Map<String, String> headers) {
    return add(
        operation,
        times,
        String.valueOf(status),
        Fault.beforeWork(FaultResponses.status(status).with(headers)));
  }

  /** Responds with a page of HTML, as a proxy would; the work is not done. */
  public Faults html(String operation, int times, int status) {
    return add(operation, times, status + " html", Fault.beforeWork(FaultResponses.html(status)));
  }

  /** Responds with a redirect to this location; the work is not done. */
  public Faults redirect(String operation, int times, int status, URI location) {
    return add(
        operation,
        times,
        status + " redirect",
        Fault.beforeWork(FaultResponses.redirect(status, location)));
  }

  /** Delays the work; its idempotency key is in progress meanwhile. */
  public Faults delay(String operation, int times, Duration delay) {
    return add(operation, times, "delay", Fault.slow(() -> pauses.pause(delay)));
  }

  /** Does the work, then closes the connection without sending a byte. */
  public Faults dropAfterWork(String operation, int times) {
    return add(operation, times, "drop-after-work", Fault.afterWork(ResponseWriter.dropped()));
  }

  /** Closes the connection without sending a byte; the work is not done. */
  public Faults dropBeforeWork(String operation, int times) {
    return add(operation, times, "drop", Fault.beforeWork(ResponseWriter.dropped()));
  }

  /** Does the work, then resets the connection (RST) without sending a byte. */
  public Faults resetAfterWork(String operation, int times) {
    return add(operation, times, "reset-after-work", Fault.afterWork(ResponseWriter.reset()));
  }

  /** Resets the connection (RST) without sending a byte; the work is not done. */
  public Faults resetBeforeWork(String operation, int times) {
    return add(operation, times, "reset", Fault.beforeWork(ResponseWriter.reset()));
  }

  /** Does the work, then closes the connection half way through the announced length. */
  public Faults truncate(String operation, int times) {
    return add(operation, times, "truncate", Fault.sending(BrokenResponses::truncated));
  }

  /** Does the work, then sends the whole body as one chunk and closes without the last chunk. */
  public Faults truncateChunked(String operation, int times) {
    return add(
        operation, times, "truncate-chunked", Fault.sending(BrokenResponses::withoutLastChunk));
  }

  /** Does the work, then sends the headers at once and one byte of the body after each pause. */
  public Faults drip(String operation, int times, Duration pause) {
    Runnable wait = () -> pauses.pause(pause);
    return add(
        operation,
        times,
        "drip",
        Fault.sending(response -> BrokenResponses.dripping(response, wait)));
  }

  /** Does the work, then sends a gzip in place of the response, small but this large unpacked. */
  public Faults gzipBomb(String operation, int times, long unpackedBytes) {
    return add(operation, times, "gzip-bomb", Fault.afterWork(GzipBomb.of(unpackedBytes)));
  }

  /** Does the work, then sends this response in place of its own. */
  public Faults response(String operation, int times, int status, String contentType, String body) {
    return add(
        operation,
        times,
        status + " response",
        Fault.afterWork(FaultResponses.of(status, contentType, body)));
  }

  /**
   * Injects random faults into requests that no queued fault applies to. The returned mix is empty
   * at first, and replaces the operation's previous mix.
   */
  public FaultMix randomly(String operation, long seed) {
    RandomFaults mix = new RandomFaults(seed);
    queues.mix(known(operation), mix);
    return new FaultMix(mix);
  }

  /**
   * As {@link #randomly(String, long)}, for all operations together. A later mix of one operation
   * replaces this one there.
   */
  public FaultMix randomly(long seed) {
    RandomFaults mix = new RandomFaults(seed);
    names.all().forEach(operation -> queues.mix(operation, mix));
    return new FaultMix(mix);
  }

  /** Applies a fault to all requests from now on, or after some, unless the rule is narrowed. */
  Rule rule(RequestScope scope, Fault fault) {
    queues.add(scope, fault);
    return rule(scope);
  }

  /** Narrows and ends what applies to this scope. */
  Rule rule(RequestScope scope) {
    scopes.add(scope);
    return new Rule(this, scope);
  }

  /**
   * Ends all that goes wrong: queued faults, rules and random faults. For tests that share a
   * sandbox, after each one.
   */
  public void end() {
    scopes.forEach(RequestScope::end);
    scopes.clear();
    queues.clear();
  }

  /** How many requests got a fault. */
  public int injected() {
    return queues.injected();
  }

  private Faults add(String operation, int times, String name, Fault fault) {
    queues.add(known(operation), times, new NamedFault(name, fault));
    return this;
  }

  /** The name of an operation that is named in either way. */
  String known(String operation) {
    return names
        .find(operation)
        .orElseThrow(
            () ->
                new UnknownOperationException(
                    operation, names.near(operation), names.all().toList()));
  }

  /**
   * Says which requests something applies to: all from now on, whatever their operation, unless it
   * is narrowed.
   *
   * <pre>{@code
   * sandbox.failing(503).on("payments.create").times(2);
   * }</pre>
   */
  public static final class Rule {
    private final Faults faults;
    private final RequestScope scope;

    Rule(Faults faults, RequestScope scope) {
      this.faults = faults;
      this.scope = scope;
    }

    /** Applies it to this operation's requests only. */
    public Rule on(String operation) {
      scope.on(faults.known(operation));
      return this;
    }

    /** Applies it to no further request. */
    public void end() {
      scope.end();
    }

    /** Applies it to this many more requests only, 1 or more. */
    public Rule times(int requests) {
      scope.times(requests);
      return this;
    }
  }
}
