package cloud.finfusion.stress;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;

/** One client's life: calls from 12 threads, then silence, then calls while it is closed. */
final class Round implements AutoCloseable {
  static final int THREADS = 12;
  static final int SLOTS = 24;
  static final int PLAN = 1_000_000;
  private static final Duration CLOSING = Duration.ofMillis(300);

  final RoundThreads threads;
  final Chance chance;
  final UnreliableApi api;
  final LatePermits permits;
  final RateLimiter plan;
  final CallBook book;
  final Results results = new Results();
  final OkHttpClient http;
  final FinFusion client;
  final LeakLog leaks = new LeakLog();
  private final RotatingToken token;
  private final Killer killer;

  Round(RoundThreads threads, long seed) {
    this.threads = threads;
    chance = new Chance(seed);
    api = new UnreliableApi(chance);
    plan = RateLimiter.builder().maxRequests(PLAN).burst(PLAN).clock(() -> 0).build();
    permits = new LatePermits(Reservations.source(plan), chance);
    book = new CallBook(chance);
    http = ThrowingHttp.client(chance);
    token = new RotatingToken(chance);
    killer = new Killer(chance);
    client = client();
  }

  private FinFusion client() {
    return FinFusion.builder()
        .baseUrl(api.uri())
        .environment(Environment.SANDBOX)
        .credential(token)
        .httpClient(http)
        .listener(book)
        .timeout(Duration.ofMillis(60))
        .deadline(Duration.ofSeconds(30))
        .retry(
            RetryOptions.builder()
                .initialDelay(Duration.ofMillis(1))
                .maxDelay(Duration.ofMillis(3))
                .build())
        .rateLimiter(
            RateLimiter.builder()
                .permitSource(permits)
                .onLimitReached(reached -> chance.mayThrow(2))
                .build())
        .maxConcurrent(SLOTS)
        .circuitBreaker(
            CircuitBreakerOptions.builder().failures(6).openFor(Duration.ofMillis(5)).build())
        .cache(
            CacheOptions.builder()
                .ttl(Duration.ofMillis(5))
                .invalidateOn("customer.*")
                .onInvalidate(key -> chance.mayThrow(2))
                .build())
        .build();
  }

  /** Returns what does not hold; nothing if all does. */
  List<String> run(Duration time) {
    Violations violations = new Violations();
    callFor(time, () -> {});
    chance.rest(true);
    new ChecksInSilence(this, violations).run();
    chance.rest(false);
    callFor(CLOSING, this::closeSoon);
    killer.close();
    new ChecksOfTheEnd(this, violations).run();
    new ChecksOfCalls(this, violations).run();
    return violations.found();
  }

  /** Whether every call that was made has its result and its last event. */
  boolean isSilent() {
    return results.all().size() == results.made() && book.callsEnded() == book.callsStarted();
  }

  private void callFor(Duration time, Runnable meanwhile) {
    long until = System.nanoTime() + time.toNanos();
    List<Thread> callers =
        IntStream.range(0, THREADS)
            .mapToObj(i -> new Caller(client, book, results, killer, chance))
            .map(caller -> new Thread(threads, () -> caller.callUntil(until), "caller"))
            .toList();
    callers.forEach(Thread::start);
    meanwhile.run();
    callers.forEach(Round::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void closeSoon() {
    LockSupport.parkNanos(CLOSING.toNanos() * 9 / 10);
    book.closing();
    client.close();
  }

  /** A payment as a caller makes one, not ended by anybody. */
  CompletableFuture<?> pay() {
    String name = results.nextName();
    book.name(name);
    CallOptions patient = CallOptions.builder().timeout(Duration.ofSeconds(30)).build();
    return client
        .async()
        .payments()
        .create(Samples.payment(), patient)
        .whenComplete((payment, thrown) -> results.end(name, payment, thrown));
  }

  @Override
  public void close() {
    client.close();
    killer.close();
    permits.close();
    token.close();
    leaks.close();
    api.close();
  }
}
