package cloud.finfusion.pipeline;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.auth.KeyAge;
import cloud.finfusion.cache.AnswerCache;
import cloud.finfusion.cache.Cache;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/**
 * How every call travels, facade or raw Retrofit interface, blocking or not. Outermost first:
 *
 * <pre>
 * WATCH CALL     once         operation, outcome, attempts, duration     {@link WatchedCall}
 * CACHE          once         keeps answers, equal reads share a trip     {@link CachedCall}
 * STAMP          once         idempotency key, request id, user agent    {@link Stamp}
 * DEADLINE       once         one budget of time for all that follows    {@link ResilientCall}
 * RETRY          loops        asks RetryDecision                         {@link ResilientCalls}
 * PERMIT         per attempt  token, circuit, concurrency, plan: all     {@link Gate}
 * SIGN           per attempt  reads the credential as late as possible   {@link Sign}
 * WATCH ATTEMPT  per attempt  measures the wire and only the wire        {@link WatchAttempt}
 * </pre>
 *
 * Each order but this one was measured to fail: permits outside retry let 10 permits become 30
 * requests, stamping inside retry sent 3 keys for one payment, signing before the permit sent
 * expired tokens, signing outside retry reported a 503 as a 401.
 */
public final class Pipeline {
  private Pipeline() {}

  /** Puts the layers together, innermost first. */
  public static RetrofitTransport assemble(Settings settings) {
    AnswerCache<Trip> answers =
        settings.cache() == null
            ? null
            : new AnswerCache<>(settings.cache(), settings.time()::nanos);
    Watch watch = new Watch(settings.listeners(), CacheLayer.afterWrites(answers));
    OkHttpClient wire =
        Wire.client(
            settings,
            new Sign(
                settings.credential(),
                settings.environment(),
                new KeyUse(watch, settings.time(), settings.keyCreatedAt(), KeyAge::warned)),
            new HttpLog(HttpLog.LOG, settings.time()),
            new WatchAttempt(watch, settings.time()));
    ResilientCalls calls =
        new ResilientCalls(wire, new Stamp(settings), permits(settings), watch, settings);
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(settings.baseUrl())
            .callFactory(calls)
            .addCallAdapterFactory(
                new WatchedCallFactory(
                    watch,
                    settings.time(),
                    answers == null ? null : new CacheLayer(answers, calls, settings.credential())))
            .addConverterFactory(new ArgumentConverters())
            .addConverterFactory(new JsonConverters())
            .build();
    return new RetrofitTransport(retrofit, calls, answers == null ? Cache.none() : answers);
  }

  private static Permits permits(Settings settings) {
    List<Permits> sources = new ArrayList<>();
    if (settings.credential() instanceof FetchedCredential fetched) {
      sources.add(new CredentialPermits(fetched)); // first: what fetches it may need the others
    }
    if (settings.circuitBreaker() != null) {
      sources.add(new CircuitPermits(settings.circuitBreaker(), settings.time()));
    }
    if (settings.maxConcurrent() < Integer.MAX_VALUE) {
      sources.add(new ConcurrentPermits(settings.maxConcurrent()));
    }
    if (settings.rateLimiter() != null) {
      sources.add(new PlanPermits(settings.rateLimiter(), settings.time()));
    }
    return Permits.all(sources);
  }
}
