package cloud.finfusion.pipeline;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call on its way. Travels as a tag of the request, so that every layer finds
 * it. Written by one thread at a time, read by any.
 */
final class Journey {
  private final Operation operation;
  private final CallOptions options;
  private final Time time;
  private final long startedAt;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile String host = "";
  private volatile Duration permitIn = Duration.ZERO;
  private volatile boolean sent;
  private volatile boolean maybeDone;
  private volatile String token = "";
  private volatile boolean replaced;
  private volatile @Nullable String idempotencyKey;
  private volatile @Nullable Response lastAnswer;

  Journey(Operation operation, CallOptions options, Time time) {
    this.operation = operation;
    this.options = options;
    this.time = time;
    this.startedAt = time.nanos();
  }

  /** The journey of a request that is on its way. */
  static Journey of(Request request) {
    Journey journey = request.tag(Journey.class);
    if (journey == null) {
      throw new IllegalStateException("a request outside the pipeline");
    }
    return journey;
  }

  Operation operation() {
    return operation;
  }

  CallOptions options() {
    return options;
  }

  long startedAt() {
    return startedAt;
  }

  Instant now() {
    return time.now();
  }

  Duration elapsed() {
    return Duration.ofNanos(time.nanos() - startedAt);
  }

  /** Starts the next attempt and returns its number; the first is 1. */
  int nextAttempt() {
    sent = false;
    return attempts.incrementAndGet();
  }

  int attempts() {
    return attempts.get();
  }

  /** The running attempt has a connection and starts to write to it. */
  void markSent() {
    sent = true;
  }

  boolean sent() {
    return sent;
  }

  /** An attempt may have been done, though nobody said so. */
  void markMaybeDone() {
    maybeDone = true;
  }

  boolean maybeDone() {
    return maybeDone;
  }

  void stamped(String toHost, @Nullable String key) {
    host = toHost;
    idempotencyKey = key;
  }

  void signed(String with) {
    token = with;
  }

  /** Whether a credential that was refused may be replaced: once a call, or it would not end. */
  boolean mayReplaceCredential() {
    return !replaced;
  }

  void replacesCredential() {
    replaced = true;
  }

  /** What the last attempt was signed with; empty if with nothing. Never shown. */
  String token() {
    return token;
  }

  String host() {
    return host;
  }

  @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /** Keeps an answer; of an error the body too, because Retrofit uses up the answer's own. */
  void answered(Response answer) {
    lastAnswer = answer.isSuccessful() ? answer : Bodies.copy(answer);
  }

  /** The last answer, even if a later attempt brought none. */
  @Nullable Response lastAnswer() {
    return lastAnswer;
  }

  /** No permit came in time; the next one comes after this. */
  void refused(Duration nextPermit) {
    permitIn = nextPermit;
  }

  Duration permitIn() {
    return permitIn;
  }

  /** Whether doing it twice does no harm. */
  boolean repeatable() {
    return operation.read() || idempotencyKey != null;
  }

  CallFacts facts(Outcome outcome, boolean retryable) {
    Response answer = lastAnswer;
    String requestId = answer == null ? null : answer.header(Stamp.REQUEST_ID);
    return new CallFacts(operation.name(), outcome, retryable, attempts(), elapsed(), requestId);
  }
}
