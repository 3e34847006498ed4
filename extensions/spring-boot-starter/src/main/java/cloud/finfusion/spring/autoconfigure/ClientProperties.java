package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.call.Idempotency;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The settings of one client: those of {@code finfusion} are the default client's, those of {@code
 * finfusion.clients.NAME} are of the client NAME. What is not set is as {@code FinFusion.builder()}
 * has it.
 *
 * @param apiKey The API key. One of this, api-key-file and oauth is required.
 * @param apiKeyFile A file that holds the API key; it is read again when it changes.
 * @param oauth OAuth client credentials, in place of an API key.
 * @param keyCreatedAt When the key was made; the log warns of a key that is older than 90 days.
 * @param env Whether money is real: sandbox, development or dev; production or prod. Default: the
 *     one that the key's prefix names.
 * @param baseUrl Where the API is: HTTPS, or HTTP to this machine. Default
 *     https://api.finfusion.cloud.
 * @param timeout The time for one attempt. Default 30s.
 * @param deadline The time for a call, with its retries and waits. Default 60s.
 * @param connectTimeout The time to connect to an address, with the TLS handshake. Default 10s.
 * @param maxConcurrent How many requests of the client may be under way at once. Default: any
 *     number.
 * @param maxResponseSize How large a response may be after decompression. Default 10MB.
 * @param idempotency Whether writes carry an idempotency key. Default assumed.
 * @param logContext Whether the log's context (MDC) holds each call while its code runs. Default
 *     false.
 * @param retry Whether and when calls are tried again.
 * @param circuitBreaker Ends calls at once while the server is down. Default: none.
 * @param rateLimit Limits when attempts may start. Default: none.
 * @param cache Caches the responses of reads that may be cached. Default: none.
 * @param webhook How webhooks are verified.
 */
@ConfigurationProperties("finfusion")
record ClientProperties(
    @Nullable String apiKey,
    @Nullable String apiKeyFile,
    @Nullable OAuthProperties oauth,
    @Nullable Instant keyCreatedAt,
    @Nullable String env,
    @Nullable URI baseUrl,
    @Nullable Duration timeout,
    @Nullable Duration deadline,
    @Nullable Duration connectTimeout,
    @Nullable Integer maxConcurrent,
    @Nullable DataSize maxResponseSize,
    @Nullable Idempotency idempotency,
    @Nullable Boolean logContext,
    @Nullable RetryProperties retry,
    @Nullable CircuitBreakerProperties circuitBreaker,
    @Nullable RateLimitProperties rateLimit,
    @Nullable CacheProperties cache,
    @Nullable WebhookProperties webhook) {

  /**
   * OAuth client credentials.
   *
   * @param clientId The id of the OAuth client; oauth is used if it is set.
   * @param clientSecret The secret of the OAuth client.
   * @param scopes The scopes to ask for. Default: those of the OAuth client.
   */
  record OAuthProperties(
      @Nullable String clientId, @Nullable String clientSecret, @Nullable List<String> scopes) {
    /** Shows no secret. */
    @Override
    public String toString() {
      return "OAuthProperties[clientId=" + clientId + ", scopes=" + scopes + "]";
    }
  }

  /**
   * Whether and when calls are tried again.
   *
   * @param maxRetries How often a call is tried again at most, 0 for never. Default 3.
   * @param initialDelay The wait before the first retry. Default 1s.
   * @param maxDelay The longest wait, unless the server asks for a longer one. Default 5s.
   * @param backoffFactor By how much each wait is longer than the one before. Default 2.
   * @param retryableStatuses The statuses after which a call is tried again. Default 408, 429, 500,
   *     502, 503, 504.
   */
  record RetryProperties(
      @Nullable Integer maxRetries,
      @Nullable Duration initialDelay,
      @Nullable Duration maxDelay,
      @Nullable Double backoffFactor,
      @Nullable List<Integer> retryableStatuses) {
    RetryProperties {
      retryableStatuses = unlessEmpty(retryableStatuses);
    }
  }

  /**
   * Ends calls at once while the server is down.
   *
   * @param enabled Whether there is a circuit breaker. Default: if another setting of it is there.
   * @param failures After how many failed attempts in a row the circuit opens. Default 10.
   * @param openFor How long after the last failure one attempt is let through. Default 30s.
   */
  record CircuitBreakerProperties(
      @Nullable Boolean enabled, @Nullable Integer failures, @Nullable Duration openFor) {
    boolean isWanted() {
      return enabled == null ? failures != null || openFor != null : enabled;
    }
  }

  /**
   * Limits when attempts may start.
   *
   * @param plan The plan of the account, whose numbers the other settings replace. Default
   *     standard, if another setting is there.
   * @param maxRequests How many requests in a period. Default: the plan's, 100 or 1000.
   * @param perMinutes How long the period is in minutes. Default 1.
   * @param burst How many requests may start at once after a rest. Default: the plan's, 150 or
   *     1500.
   * @param maxWait How long a call may wait for a permit. Default: its deadline.
   */
  record RateLimitProperties(
      @Nullable Plan plan,
      @Nullable Long maxRequests,
      @Nullable Long perMinutes,
      @Nullable Long burst,
      @Nullable Duration maxWait) {}

  /** The documented plans. */
  enum Plan {
    /** 100 requests a minute, burst 150. */
    STANDARD,
    /** 1000 requests a minute, burst 1500. */
    HIGH_VOLUME
  }

  /**
   * Caches the responses of reads.
   *
   * @param enabled Whether responses are cached. Default: if another setting of it is there.
   * @param ttl For how long a response is cached at most. Default 1h.
   * @param maxSize How many responses are cached. Default 1000.
   * @param invalidateOn Patterns of the keys that a write or a webhook drops, as customer.*.
   *     Default none.
   */
  record CacheProperties(
      @Nullable Boolean enabled,
      @Nullable Duration ttl,
      @Nullable Integer maxSize,
      @Nullable List<String> invalidateOn) {
    CacheProperties {
      invalidateOn = unlessEmpty(invalidateOn);
    }

    boolean isWanted() {
      return enabled == null ? ttl != null || maxSize != null || invalidateOn != null : enabled;
    }
  }

  /**
   * How webhooks are verified.
   *
   * @param secret The secret of the webhook endpoint, whsec_…; two, separated by a comma, while one
   *     replaces the other. Default: none, webhooks cannot be verified.
   * @param tolerance How far the timestamp may be from now. Default 5m.
   * @param maxBodySize How large a body may be. Default 1MB.
   */
  record WebhookProperties(
      @Nullable List<String> secret, @Nullable Duration tolerance, @Nullable DataSize maxBodySize) {
    /** Whether webhooks can be verified; a variable may be there and hold nothing. */
    boolean hasSecret() {
      return secret != null && secret.stream().anyMatch(StringUtils::hasText);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
      return "WebhookProperties[tolerance=" + tolerance + ", maxBodySize=" + maxBodySize + "]";
    }
  }

  /** What a blank property is bound to counts as not set. */
  private static <T> @Nullable List<T> unlessEmpty(@Nullable List<T> list) {
    return list == null || list.isEmpty() ? null : list;
  }

  /** Shows no secret; a URL may hold one. */
  @Override
  public String toString() {
    return "ClientProperties[env=" + env + ", oauth=" + oauth + ", webhook=" + webhook + "]";
  }
}
