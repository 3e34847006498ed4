package cloud.finfusion.internal.options;

import cloud.finfusion.auth.Environment;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.internal.credential.Credentials;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a client, checked by {@code FinFusion.Builder}.
 *
 * @param baseUrl where the API is, with a slash at its end
 * @param credentials sign requests
 * @param keyCreatedAt when the key was made; null if that is not known
 * @param environment keys of the other one are refused
 * @param idempotency whether writes carry a key
 * @param retry whether and when to try again
 * @param circuitBreaker when to stop sending to a server that is down; null for never
 * @param maxConcurrent how many attempts may be on the wire at once; the largest int for any number
 * @param rateLimiter when attempts may start; null for at once
 * @param cache which responses are cached; null for none
 * @param network how connections are made; null for the JVM's settings
 * @param httpClient a caller's own client whose connections are used; null for none
 * @param connectTimeout the time for a connection
 * @param timeout the time for an attempt
 * @param deadline the time for a call
 * @param maxResponseBytes how large a decoded body may be
 * @param userAgent the value of User-Agent
 * @param listeners the listeners of calls
 * @param metrics what is measured; null for nothing
 * @param logContext whether calls are put into the log's context
 * @param time the clock, the waits and the timer
 * @param random numbers from 0 to below 1, for the jitter
 */
public record ClientOptions(
    HttpUrl baseUrl,
    Credentials credentials,
    @Nullable Instant keyCreatedAt,
    Environment environment,
    Idempotency idempotency,
    RetryOptions retry,
    @Nullable CircuitBreakerOptions circuitBreaker,
    int maxConcurrent,
    @Nullable RateLimiter rateLimiter,
    @Nullable CacheOptions cache,
    @Nullable NetworkOptions network,
    @Nullable OkHttpClient httpClient,
    Duration connectTimeout,
    Duration timeout,
    Duration deadline,
    long maxResponseBytes,
    String userAgent,
    List<CallListener> listeners,
    @Nullable Metrics metrics,
    boolean logContext,
    Time time,
    DoubleSupplier random) {
  /** Returns the same options but for these. */
  public ClientOptions with(
      RetryOptions retries, @Nullable RateLimiter limiter, Duration attempt, Duration call) {
    return new ClientOptions(
        baseUrl,
        credentials,
        keyCreatedAt,
        environment,
        idempotency,
        retries,
        circuitBreaker,
        maxConcurrent,
        limiter,
        cache,
        network,
        httpClient,
        connectTimeout,
        attempt,
        call,
        maxResponseBytes,
        userAgent,
        listeners,
        metrics,
        logContext,
        time,
        random);
  }

  /** Shows where the client sends and how it retries, never a key. */
  @Override
  public String toString() {
    return "{" + baseUrl + ", " + environment + ", " + credentials + ", " + retry + "}";
  }
}
