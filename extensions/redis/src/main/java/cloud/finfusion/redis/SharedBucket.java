package cloud.finfusion.redis;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The bucket of one account in Redis. Each request is one round trip, and carries the time until
 * which its sender waits for it, by the server's clock: one that Redis executes later, as after it
 * stood still, takes no permits that nobody would use. Thread-safe; never waits.
 */
final class SharedBucket {
  private static final Script SCRIPT = Script.read("bucket.lua");

  /** The server's own clock; anything else is a test's. */
  static final Supplier<String> SERVER_CLOCK = () -> "";

  private static final long LONGEST_PAUSE =
      TimeUnit.NANOSECONDS.toMicros(Duration.ofHours(1).toNanos());

  private final RedisCommands redis;
  private final String key;
  private final Plan plan;
  private final LongSupplier clock;
  private final Supplier<String> serverClock;
  private volatile BucketState state;

  SharedBucket(
      RedisCommands redis,
      String key,
      Plan plan,
      LongSupplier clock,
      Supplier<String> serverClock) {
    this.redis = redis;
    this.key = key;
    this.plan = plan;
    this.clock = clock;
    this.serverClock = serverClock;
    this.state = BucketState.full(plan, clock.getAsLong());
  }

  BucketState state() {
    return state;
  }

  /** Sends a request. A failure opens the circuit. */
  CompletableFuture<BucketResponse> send(BucketRequest request) {
    return exchange(request)
        .thenCompose(response -> response.isTooLate() ? again(request) : completed(response))
        .whenComplete(
            (response, failure) -> {
              if (failure != null) {
                redis.circuit().failed(failure, () -> exchange(BucketRequest.PROBE));
              }
            });
  }

  /** Another server has another clock; what its response said of it is used now. */
  private CompletionStage<BucketResponse> again(BucketRequest request) {
    return exchange(request)
        .thenCompose(
            response ->
                response.isTooLate()
                    ? CompletableFuture.failedStage(new IllegalStateException("clock"))
                    : completed(response));
  }

  private static CompletionStage<BucketResponse> completed(BucketResponse response) {
    return CompletableFuture.completedFuture(response);
  }

  private CompletableFuture<BucketResponse> exchange(BucketRequest request) {
    long sentAt = clock.getAsLong();
    String[] arguments = arguments(request, sentAt);
    return redis
        .<List<Long>>send(
            commands -> SCRIPT.send(commands, ScriptOutputType.MULTI, key, arguments),
            late -> releaseLate(BucketResponse.of(late)))
        .thenApply(values -> learned(BucketResponse.of(values), sentAt));
  }

  /** The sender of the request went on without its response. */
  private void releaseLate(BucketResponse late) {
    if (late.granted() > 0) {
      var unused = send(BucketRequest.release(late.granted()));
    }
  }

  /** The server read its clock between the sending and the response. */
  private BucketResponse learned(BucketResponse response, long sentAt) {
    long received = clock.getAsLong();
    long at = sentAt + (received - sentAt) / 2;
    long units = response.isTooLate() ? state.units(received) : response.units();
    state = new BucketState(plan, units, response.now(), at);
    return response;
  }

  private String[] arguments(BucketRequest request, long now) {
    BucketState known = state;
    return new String[] {
      Long.toString(plan.limit()),
      Long.toString(plan.period()),
      Long.toString(plan.burst()),
      Long.toString(known.serverTimeIn(redis.timeout().toNanos(), now)),
      Long.toString(known.units(now)),
      Integer.toString(request.asked()),
      Long.toString(request.maxWait()),
      Integer.toString(request.returned()),
      Long.toString(request.remaining()),
      Long.toString(request.pause()),
      Long.toString(LONGEST_PAUSE),
      serverClock.get()
    };
  }
}
