package cloud.finfusion.internal.options;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline is made of; checked by {@code FinFusion.Builder}.
 *
 * @param baseUrl where the API is, with a slash at its end
 * @param credential what requests are signed with
 * @param keyCreatedAt when the key was made; null if that is not known
 * @param environment which keys are refused
 * @param idempotency whether writes carry a key
 * @param retry whether and when to try again
 * @param circuitBreaker when a server that is down is left alone; null for never
 * @param maxConcurrent how many attempts may be on the wire at once; the largest int for any number
 * @param rateLimiter when attempts may start; null for at once
 * @param cache which answers are kept; null for none
 * @param network how connections are made; null for as the JVM has it
 * @param httpClient a user's own client to connect like; null for none
 * @param connectTimeout the time for a connection
 * @param timeout the time for an attempt
 * @param deadline the time for a call
 * @param maxResponseBytes how large a decoded answer may be
 * @param userAgent what the client calls itself
 * @param listeners who is told of calls
 * @param time the clock and the waits
 * @param random numbers from 0 to below 1, for the jitter
 */
public record ClientOptions(
    HttpUrl baseUrl,
    Credential credential,
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
    Time time,
    DoubleSupplier random) {
  /** Where a client sends and how it retries; never a key. */
  @Override
  public String toString() {
    return "{" + baseUrl + ", " + environment + ", " + kind() + ", " + retry + "}";
  }

  private String kind() {
    return Kinds.SHOWN.contains(credential.getClass())
        ? credential.toString()
        : credential.getClass().getName();
  }

  /** The SDK's credentials, which hide their token; another may be a record, which shows it. */
  private static final class Kinds {
    private static final Set<Class<?>> SHOWN =
        Set.of(
            Credential.apiKey("key").getClass(),
            Credential.apiKey(() -> null).getClass(),
            OAuthCredential.class,
            RotatingKey.class);
  }
}
