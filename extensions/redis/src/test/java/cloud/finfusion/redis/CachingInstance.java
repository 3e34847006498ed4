package cloud.finfusion.redis;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** An instance of a program: a client of a sandbox, whose cache shares invalidation. */
final class CachingInstance implements AutoCloseable {
  static final String SECRET = "whsec_1";
  static final Duration STALE_AT_MOST = Duration.ofHours(1);

  private final FinFusionRedis redis;
  private final AtomicLong later = new AtomicLong(); // what its clock is ahead
  private final RedisInvalidation invalidation;
  private final FinFusion client;
  private final List<String> dropped = new CopyOnWriteArrayList<>();

  CachingInstance(FinFusionRedis redis, Sandbox sandbox, String id) {
    this.redis = redis;
    this.invalidation =
        new RedisInvalidation(
            redis,
            id,
            STALE_AT_MOST,
            () -> System.nanoTime() + later.get(),
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    this.client = client(sandbox);
  }

  private FinFusion client(Sandbox sandbox) {
    CacheOptions cache =
        CacheOptions.builder()
            .invalidateOn("customer.*")
            .sharedInvalidation(invalidation)
            .onInvalidate(dropped::add)
            .build();
    return FinFusion.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUri())
        .webhookSecrets(SECRET)
        .cache(cache)
        .build();
  }

  FinFusion client() {
    return client;
  }

  RedisInvalidation invalidation() {
    return invalidation;
  }

  boolean isAvailable() {
    return redis.isAvailable();
  }

  /** Returns the keys that were dropped. */
  List<String> dropped() {
    return dropped;
  }

  CachingInstance untilCurrent() {
    Await.until(invalidation::isCurrent, () -> "not current");
    return this;
  }

  /** The time passes for which an instance may go on that cannot compare. */
  void staleTimePasses() {
    later.addAndGet(STALE_AT_MOST.toNanos());
  }

  /** Returns whether a read of this customer needs no request. */
  boolean isCached(String id) {
    long hits = client.cache().statistics().hits();
    read(id);
    return client.cache().statistics().hits() > hits;
  }

  Customer read(String id) {
    return client.customers().retrieve(id);
  }

  void rename(String id, String name) {
    var unused = client.customers().update(id, CustomerUpdateParams.builder().name(name).build());
  }

  void untilRead(String id, String name) {
    Await.until(() -> name.equals(read(id).name()), () -> read(id).name());
  }

  @Override
  public void close() {
    client.close();
    invalidation.close();
    redis.close();
  }
}
