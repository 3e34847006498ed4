package cloud.finfusion.internal;

import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.auth.KeyAge;
import cloud.finfusion.internal.auth.KeyUse;
import cloud.finfusion.internal.auth.SignInterceptor;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.call.AttemptTimes;
import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.call.CallServices;
import cloud.finfusion.internal.call.OpenCalls;
import cloud.finfusion.internal.call.RetryPlanner;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.guard.FallbackExecutor;
import cloud.finfusion.internal.guard.SerialExecutor;
import cloud.finfusion.internal.http.HttpClientFactory;
import cloud.finfusion.internal.log.HttpLog;
import cloud.finfusion.internal.metrics.AttachedReporters;
import cloud.finfusion.internal.metrics.RunningClient;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.internal.permit.CircuitPermits;
import cloud.finfusion.internal.permit.ClientPermits;
import cloud.finfusion.internal.permit.ConcurrencyPermits;
import cloud.finfusion.internal.permit.RatePermits;
import cloud.finfusion.internal.transport.RetrofitTransport;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.ratelimit.RateLimiter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the layers that each call passes, from a facade or a raw Retrofit interface,
 * blocking or not. Outermost first:
 *
 * <pre>
 * OBSERVE CALL     once         operation, outcome, attempts, duration   ObservedCall, Completion
 * DEADLINE         once         one budget of time for all that follows  CallContext, CallLoop
 * CACHE            once         a cached response ends the call; equal
 *                               reads share one exchange                 RetrofitTransport, CallLoop
 * HEADERS          once         idempotency key, request id, user agent  CallHeaders
 * RETRY            loops        whether and when to try again            CallLoop, RetryPlanner
 * PERMIT           per attempt  token, rate, concurrency, circuit        CallLoop, Permits
 * SIGN             per attempt  reads the credential as late as possible SignInterceptor
 * OBSERVE ATTEMPT  per attempt  measures the wire and only the wire      ObserveAttempt
 * </pre>
 *
 * Each order but this one was measured to fail: permits outside retry let 10 permits become 30
 * requests, headers inside retry sent 3 keys for one payment, signing before the permit sent
 * expired tokens, signing outside retry reported a 503 as a 401. docs/architecture.md describes the
 * whole way.
 */
public final class Pipeline {
  private Pipeline() {}

  /** Puts the layers together. */
  public static RetrofitTransport assemble(ClientOptions options) {
    RetryPlanner retries = new RetryPlanner(options.retry(), options.random(), options.time());
    AttachedReporters reporters = reporters(options, retries);
    try {
      return assemble(options, retries, reporters);
    } catch (Throwable refused) {
      reporters.detach().run();
      throw refused;
    }
  }

  private static RetrofitTransport assemble(
      ClientOptions options, RetryPlanner retries, AttachedReporters reporters) {
    CallEvents events = events(options, reporters);
    OkHttpClient client = httpClient(options, events);
    Executor executor = new FallbackExecutor(client.dispatcher().executorService());
    ClientPermits permits = permits(options, events, executor);
    CallServices services =
        new CallServices(
            options,
            client,
            executor,
            client.connectionPool()::evictAll,
            permits.with(plan(options)),
            cache(options, events),
            events,
            retries,
            new AttemptTimes(),
            new OpenCalls());
    return new RetrofitTransport(
        services,
        (origin, changed) -> derived(origin, permits, changed),
        () -> close(client, services, reporters));
  }

  /** The layers of a derived client are the same objects, but for what its options change. */
  private static CallServices derived(
      CallServices origin, ClientPermits permits, ClientOptions changed) {
    return origin.derived(changed, permits.with(plan(changed)));
  }

  private static AttachedReporters reporters(ClientOptions options, RetryPlanner retries) {
    Metrics metrics = options.metrics();
    if (metrics == null) {
      return new AttachedReporters(List.of(), () -> {});
    }
    return AttachedReporters.of(
        new RunningClient(metrics.client(), metrics.detailed(), options, retries::budget),
        Access.of(Metrics.class, metrics));
  }

  private static CallEvents events(ClientOptions options, AttachedReporters reporters) {
    List<CallListener> listeners = new ArrayList<>(options.listeners());
    listeners.addAll(reporters.listeners());
    return new CallEvents(listeners);
  }

  private static OkHttpClient httpClient(ClientOptions options, CallEvents events) {
    KeyUse keyUse = new KeyUse(events, options.time(), options.keyCreatedAt(), KeyAge::warned);
    return HttpClientFactory.create(
        options,
        new SignInterceptor(options.environment(), keyUse),
        new HttpLog(HttpLog.LOG, options.time()));
  }

  private static void close(
      OkHttpClient client, CallServices services, AttachedReporters reporters) {
    client.dispatcher().executorService().shutdown();
    if (services.options().httpClient() == null) { // else the connections are the caller's
      client.connectionPool().evictAll();
    }
    if (services.cache() != null) {
      services.cache().close();
    }
    reporters.detach().run();
    services.time().close();
  }

  private static @Nullable ResponseCache<SharedRead> cache(
      ClientOptions options, CallEvents events) {
    return options.cache() == null
        ? null
        : new ResponseCache<>(options.cache(), options.time()::nanos, events::cacheEvicted);
  }

  private static ClientPermits permits(
      ClientOptions options, CallEvents events, Executor executor) {
    ConcurrencyPermits concurrency =
        options.maxConcurrent() < Integer.MAX_VALUE
            ? new ConcurrencyPermits(options.maxConcurrent())
            : null;
    return new ClientPermits(circuit(options, events, executor), concurrency);
  }

  private static @Nullable RatePermits plan(ClientOptions options) {
    RateLimiter limiter = options.rateLimiter();
    return limiter == null ? null : new RatePermits(limiter.permitSource());
  }

  private static @Nullable CircuitPermits circuit(
      ClientOptions options, CallEvents events, Executor executor) {
    if (options.circuitBreaker() == null) {
      return null;
    }
    events.circuitChanged("closed");
    Executor inOrder = new SerialExecutor(executor); // the last state is the one that is
    return new CircuitPermits(
        options.circuitBreaker(),
        options.time(),
        state -> inOrder.execute(() -> events.circuitChanged(state)));
  }
}
