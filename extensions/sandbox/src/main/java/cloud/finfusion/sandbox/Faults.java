package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.BrokenResponses;
import cloud.finfusion.sandbox.internal.faults.ConnectionFaults;
import cloud.finfusion.sandbox.internal.faults.Fault;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.faults.GzipBomb;
import cloud.finfusion.sandbox.internal.faults.NamedFault;
import cloud.finfusion.sandbox.internal.faults.Pauses;
import cloud.finfusion.sandbox.internal.faults.RandomFaults;
import cloud.finfusion.sandbox.internal.faults.RequestScope;
import cloud.finfusion.sandbox.internal.faults.ResponseFaults;
import cloud.finfusion.sandbox.internal.spec.OperationNames;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Injects faults. Each fault names an operation as the SDK does, {@code payments.create}, or by its
 * {@code operationId}, {@code createPayment}; an {@link UnknownOperationException} says that the
 * specification has no such operation. The fault is queued for this many of the operation's next
 * requests, at least 1, whatever they contain. Of several faults the one that was queued first
 * applies first.
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

  /**
   * Responds with this status, 200 to 599, and from 400 on with its error envelope; the work is not
   * done.
   */
  public Faults status(String operation, int times, int status) {
    return add(operation, times, ResponseFaults.status(status));
  }

  /** As {@link #status(String, int, int)}, with headers such as {@code Retry-After}. */
  public Faults status(String operation, int times, int status, Map<String, String> headers) {
    return add(operation, times, ResponseFaults.status(status, headers));
  }

  /** Responds with a page of HTML, as a proxy would; the work is not done. */
  public Faults html(String operation, int times, int status) {
    return add(operation, times, ResponseFaults.html(status));
  }

  /** Redirects to this location with a status of 300 to 399; the work is not done. */
  public Faults redirect(String operation, int times, int status, URI location) {
    return add(operation, times, ResponseFaults.redirect(status, location));
  }

  /** Delays the work; meanwhile its idempotency key is in progress. */
  public Faults delay(String operation, int times, Duration delay) {
    Fault fault = Fault.slow(() -> pauses.pause(delay));
    return add(operation, times, new NamedFault("delay", fault));
  }

  /** Does the work, then closes the connection without sending a byte. */
  public Faults dropAfterWork(String operation, int times) {
    return add(operation, times, ConnectionFaults.DROP_AFTER_WORK);
  }

  /** Closes the connection without sending a byte; the work is not done. */
  public Faults dropBeforeWork(String operation, int times) {
    return add(operation, times, ConnectionFaults.DROP);
  }

  /** Does the work, then resets the connection (RST) without sending a byte. */
  public Faults resetAfterWork(String operation, int times) {
    return add(operation, times, ConnectionFaults.RESET_AFTER_WORK);
  }

  /** Resets the connection (RST) without sending a byte; the work is not done. */
  public Faults resetBeforeWork(String operation, int times) {
    return add(operation, times, ConnectionFaults.RESET);
  }

  /** Does the work, then sends half of the announced length and closes the connection. */
  public Faults truncate(String operation, int times) {
    return add(operation, times, ConnectionFaults.TRUNCATE);
  }

  /** Does the work, then sends the whole body as one chunk and closes without the last chunk. */
  public Faults truncateChunked(String operation, int times) {
    Fault fault = Fault.sending(BrokenResponses::withoutLastChunk);
    return add(operation, times, new NamedFault("truncate-chunked", fault));
  }

  /** Does the work, then sends the headers at once and one byte of the body after each pause. */
  public Faults drip(String operation, int times, Duration pause) {
    Runnable wait = () -> pauses.pause(pause);
    Fault fault = Fault.sending(response -> BrokenResponses.dripping(response, wait));
    return add(operation, times, new NamedFault("drip", fault));
  }

  /**
   * Does the work, then sends a small gzip body in place of the response; unpacked it has this many
   * bytes.
   */
  public Faults gzipBomb(String operation, int times, long unpackedBytes) {
    Fault fault = Fault.afterWork(GzipBomb.of(unpackedBytes));
    return add(operation, times, new NamedFault("gzip-bomb", fault));
  }

  /** Does the work, then sends this response in place of its own. */
  public Faults response(String operation, int times, int status, String contentType, String body) {
    return add(operation, times, ResponseFaults.afterWork(status, contentType, body));
  }

  /**
   * Injects random faults into the operation's requests to which no queued fault and no rule
   * applies. The returned mix, to which faults are added, replaces the operation's previous one.
   */
  public FaultMix randomly(String operation, long seed) {
    RandomFaults mix = new RandomFaults(seed);
    queues.mix(known(operation), mix);
    return new FaultMix(mix);
  }

  /**
   * As {@link #randomly(String, long)}, with one mix for all operations. A later mix of one
   * operation replaces it for that operation only.
   */
  public FaultMix randomly(long seed) {
    RandomFaults mix = new RandomFaults(seed);
    names.all().forEach(operation -> queues.mix(operation, mix));
    return new FaultMix(mix);
  }

  /** Applies a fault to all requests of this scope. */
  Rule rule(RequestScope scope, NamedFault fault) {
    queues.add(scope, fault);
    return rule(scope);
  }

  /** The rule whose requests this scope describes. */
  Rule rule(RequestScope scope) {
    scopes.add(scope);
    return new Rule(names, scope);
  }

  /**
   * Ends all queued faults, random faults and rules, {@link Sandbox#declines(String)} included.
   * Tests that share a sandbox call it after each test.
   */
  public void end() {
    scopes.forEach(RequestScope::end);
    scopes.clear();
    queues.clear();
  }

  /** How many requests a fault was injected into, since the start. */
  public int injected() {
    return queues.injected();
  }

  private Faults add(String operation, int times, NamedFault fault) {
    queues.add(known(operation), times, fault);
    return this;
  }

  private String known(String operation) {
    return UnknownOperationException.requireKnown(names, operation);
  }

  /**
   * A rule of the sandbox, as {@link Sandbox#failing(int)} makes one. It applies to the requests of
   * all operations, without end; its methods narrow it or end it.
   *
   * <pre>{@code
   * sandbox.failing(503).on("payments.create").times(2);
   * }</pre>
   */
  public static final class Rule {
    private final OperationNames names;
    private final RequestScope scope;

    Rule(OperationNames names, RequestScope scope) {
      this.names = names;
      this.scope = scope;
    }

    /** Narrows the rule to the requests of this operation. */
    public Rule on(String operation) {
      scope.on(UnknownOperationException.requireKnown(names, operation));
      return this;
    }

    /** Ends the rule: it applies to no further request. */
    public void end() {
      scope.end();
    }

    /** Narrows the rule to this many more requests, 1 or more. */
    public Rule times(int requests) {
      scope.times(requests);
      return this;
    }
  }
}
