package cloud.finfusion;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.cache.Cache;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.Pipeline;
import cloud.finfusion.internal.auth.KeyAge;
import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.internal.credential.Credentials;
import cloud.finfusion.internal.libraries.Libraries;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.internal.transport.RetrofitTransport;
import cloud.finfusion.internal.webhook.ClientWebhooks;
import cloud.finfusion.internal.webhook.EventHistory;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.resource.AsyncResources;
import cloud.finfusion.resource.FinFusionResources;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The client: {@code client.payments().create(params)}.
 *
 * <h2>Share it</h2>
 *
 * Make one and keep it; it is thread-safe and holds the connections. Close it only if the program
 * goes on without it.
 *
 * <h2>What every call gets</h2>
 *
 * One deadline, retries that never do a write twice, a credential read for each attempt, and typed
 * errors, subclasses of {@link cloud.finfusion.error.FinFusionException}.
 */
public final class FinFusion extends FinFusionResources implements AutoCloseable {
  // transient: no secret where fields are printed
  private final transient RetrofitTransport transport;
  private final transient AsyncResources async;
  private final transient ClientOptions settings;
  private final transient @Nullable WebhookVerifier verifier;
  private final transient Webhooks webhooks;
  private final transient SettingNames names;
  private final transient @Nullable RateLimiter plan; // its accounts' limiters are not it

  private FinFusion(
      RetrofitTransport transport,
      ClientOptions settings,
      @Nullable WebhookVerifier verifier,
      SettingNames names,
      @Nullable RateLimiter plan) {
    super(transport);
    this.verifier = verifier;
    this.names = names;
    this.plan = plan;
    this.transport = transport;
    this.async = new AsyncResources(transport);
    this.settings = settings;
    this.webhooks =
        new ClientWebhooks(
            verifier,
            transport::invalidateFamily,
            transport.events()::webhookVerified,
            new EventHistory(
                params -> events().list(params), params -> async.events().list(params)),
            names.orSet("FINFUSION_WEBHOOK_SECRET"));
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client made of the settings of its machine, as {@link Builder#fromEnv} reads them;
   * short for {@code builder().fromEnv().build()}.
   *
   * @throws ConfigurationException if the key is not set, or a value cannot work
   */
  public static FinFusion fromEnv() {
    return builder().fromEnv().build();
  }

  /**
   * Returns the same resources, asynchronous: no thread is held while a call waits, and cancelling
   * a future ends its call. A stage added to a future runs on a thread of the client and must not
   * block; use {@code thenApplyAsync} and the like for one that does.
   */
  public AsyncResources async() {
    return async;
  }

  /**
   * Returns a generated Retrofit interface, for full headers and raw error bodies. Its calls pass
   * the same layers; a response with an error status is returned, not thrown.
   */
  public <A> A api(Class<A> type) {
    return transport.api(type);
  }

  /**
   * Returns a facade of your own, {@code client.resource(Invoices::new)}, whose calls run through
   * this client. The facade is generated from your specification or written by hand. Make it once
   * and keep it.
   */
  public <R> R resource(Function<Transport, R> facade) {
    return facade.apply(transport);
  }

  /**
   * Sends one small request, for a health check, and returns how long the call took: at most 5 s,
   * retries included. The API documents no operation for this, so the call is {@code payments.list}
   * with a limit of one. A key that may not read payments passes too: the server is there and knows
   * it.
   *
   * @throws FinFusionException saying why the server cannot be used: not reached, down, the key
   *     refused, no permit
   */
  public Duration ping() {
    return HealthCheck.of(payments(), HealthCheck.LIMIT, settings.time());
  }

  /**
   * The same with a time limit of its own, and one attempt. Only a request that met a connection
   * closed meanwhile, or a key replaced meanwhile, is sent again at once. The limit includes the
   * wait for a permit, if this client has a rate limiter.
   *
   * @param limit more than zero, at most one day
   * @throws FinFusionException saying why the server cannot be used
   */
  public Duration ping(Duration limit) {
    Checks.upToOneDay("ping", limit);
    transport.refuseIfClosed(); // the client derived for the one attempt does not know
    FinFusion once = withOptions(options -> options.retries(0));
    return HealthCheck.of(once.payments(), limit, settings.time());
  }

  /**
   * Returns a client with other defaults of its calls, {@code client.withOptions(o ->
   * o.deadline(ofSeconds(5)))}. It shares connections, threads, credential, circuit, cache,
   * listeners and metrics with this client, and costs little. Closing it refuses its own new calls,
   * ends its own waiting ones and nothing else, so it need not be closed; closing the client that
   * was built closes all that are derived from it.
   *
   * @param changes sets the defaults, on this thread
   * @throws InvalidArgumentException naming the setting that is out of bounds
   */
  public FinFusion withOptions(Consumer<CallDefaults> changes) {
    InvalidArgumentException.unlessPresent("withOptions", changes);
    CallDefaults defaults = new CallDefaults(settings, plan);
    changes.accept(defaults);
    ClientOptions changed = defaults.of(settings);
    return new FinFusion(transport.derived(changed), changed, verifier, names, defaults.plan());
  }

  /**
   * Asks the API how old a key is, and logs a warning if the key is older than 90 days. Meant for a
   * check that runs once a day.
   *
   * @param keyId the key's id, as {@code key_123}; not the key
   * @return the age; null if the API does not say when the key was made
   */
  public @Nullable Duration keyAge(String keyId) {
    OffsetDateTime since = apiKeys().verify(keyId).createdAt();
    return since == null
        ? null
        : KeyAge.warned(Duration.between(since.toInstant(), settings.time().instant()));
  }

  /** Returns the cached responses of this client; there are none without {@link Builder#cache}. */
  public Cache cache() {
    return transport.cache();
  }

  /**
   * Returns the verifier of this client's webhooks. Each genuine event drops the cached responses
   * that it concerns. Without {@link Builder#webhookSecrets} events can only be listed, and
   * verifying one throws a {@link ConfigurationException}.
   */
  public Webhooks webhooks() {
    return webhooks;
  }

  /**
   * Refuses new calls and ends waiting ones; an attempt on the wire may finish. Closing twice is
   * allowed. Clients derived by {@link #withOptions} are closed too; closing one of those closes
   * nothing else.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** Shows where the client sends and how it retries; never a key. */
  @Override
  public String toString() {
    return "FinFusion" + settings;
  }

  /** Collects the settings of a client; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private final List<CallListener> listeners = new ArrayList<>();
    private transient @Nullable Credential
        credential; // transient: no secret where fields are printed
    private final transient Map<String, Credential> ofSchemes = new LinkedHashMap<>();
    private transient @Nullable OAuthOptions oauth;
    private @Nullable Instant keyCreatedAt;
    private @Nullable Environment environment;
    private URI baseUrl = BaseUrl.DOCUMENTED;
    private Idempotency idempotency = Idempotency.ASSUMED;
    private RetryOptions retry = RetryOptions.builder().build();
    private @Nullable CircuitBreakerOptions circuitBreaker;
    private int maxConcurrent = ANY_NUMBER;
    private @Nullable RateLimiter rateLimiter;
    private @Nullable CacheOptions cache;
    private transient @Nullable WebhookVerifier webhookVerifier;
    private transient @Nullable NetworkOptions network;
    private transient @Nullable OkHttpClient httpClient;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration timeout = Duration.ofSeconds(30);
    private Duration deadline = Duration.ofSeconds(60);
    private long maxResponseBytes = 10 << 20;
    private transient @Nullable Metrics metrics;
    private boolean logContext;
    private SettingNames names = SettingNames.OF_BUILDER;
    private @Nullable Time time;
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    /** Starts with the defaults; the same as {@link FinFusion#builder()}. */
    public Builder() {}

    /**
     * Takes {@code FINFUSION_API_KEY}, or the file that {@code FINFUSION_API_KEY_FILE} names, which
     * is read again when it changes; and {@code FINFUSION_ENV} (see {@link Environment#of}), {@code
     * FINFUSION_BASE_URL} and {@code FINFUSION_WEBHOOK_SECRET}, each if it is set. A system
     * property, as {@code finfusion.api.key}, wins over its variable. Call this first: what is
     * called later on the builder replaces what was read, and what was called before is replaced.
     *
     * @throws ConfigurationException naming the variable or property whose value cannot work
     */
    public Builder fromEnv() {
      return fromEnv(EnvironmentVariables.ofThisProcess());
    }

    Builder fromEnv(EnvironmentVariables given) {
      names = names.reading();
      var key = given.key();
      if (key != null) {
        credential = key.value();
        oauth = null;
        names = names.withKey(key.name());
      }
      var where = given.environment();
      if (where != null) {
        environment = where.value();
        names = names.withEnvironment(where.name());
      }
      var webhooks = given.webhooks();
      if (webhooks != null) {
        webhookVerifier = webhooks.value();
      }
      var url = given.baseUrl();
      return url == null ? this : baseUrl(url.value());
    }

    /**
     * The API key. Required, unless there is another credential.
     *
     * @throws ConfigurationException if the key holds a character that a header cannot hold
     */
    public Builder apiKey(String key) {
      return credential(Credential.apiKey(key));
    }

    /** Signs requests with this credential, where one fixed API key is not enough. */
    public Builder credential(Credential source) {
      this.credential = source;
      names = names.withKey(SettingNames.OF_BUILDER.key());
      return this;
    }

    /**
     * Signs the operations of a security scheme with this credential; for facades that you generate
     * of a specification whose schemes are more than a bearer token, as a key in a header or {@link
     * Credential#basic}. An operation is signed by the first of its alternatives whose schemes all
     * have a credential; a scheme of a bearer token without one takes the client's own. Where a
     * bearer token can sign a whole specification, as FinFusion's, its name is not asked for: that
     * is {@link #credential(Credential)}. Call it again for another scheme. Default: none.
     *
     * @param scheme its name in the specification, under {@code components.securitySchemes}
     */
    public Builder credential(String scheme, Credential source) {
      InvalidArgumentException.unlessPresent("scheme", scheme);
      InvalidArgumentException.unlessPresent("credential", source);
      if (scheme.isBlank()) {
        throw new InvalidArgumentException(
            "scheme", "expected the name of a security scheme, got a blank text. Name one");
      }
      ofSchemes.put(scheme, source);
      return this;
    }

    /**
     * Signs requests with OAuth client credentials instead of a key. A token does not name its
     * environment, so call {@link #environment} too.
     */
    public Builder oauth(OAuthOptions options) {
      if (names.isKeyOfEnvironment()) { // what is called later wins
        credential = null;
        names = names.withKey(SettingNames.OF_BUILDER.key());
      }
      this.oauth = options;
      return this;
    }

    /**
     * When the key was made. The log warns once of a key older than 90 days (documented by the
     * vendor: rotate every 90 days). Default: not known. See {@link FinFusion#keyAge}.
     */
    public Builder keyCreatedAt(Instant time) {
      this.keyCreatedAt = time;
      return this;
    }

    /** Which keys are accepted. Default: the one that the key's prefix names. */
    public Builder environment(Environment where) {
      this.environment = where;
      names = names.withEnvironment(SettingNames.OF_BUILDER.environment());
      return this;
    }

    /**
     * Where the API is: HTTPS, or HTTP to this machine. Default {@code https://api.finfusion.cloud}
     * (documented by the vendor).
     */
    public Builder baseUrl(URI url) {
      this.baseUrl = url;
      return this;
    }

    /** Whether writes carry an idempotency key. Default {@link Idempotency#ASSUMED}. */
    public Builder idempotency(Idempotency rules) {
      this.idempotency = rules;
      return this;
    }

    /** Whether and when to try again. Default: the vendor's numbers, see {@link RetryOptions}. */
    public Builder retry(RetryOptions options) {
      this.retry = options;
      return this;
    }

    /** How often to try again at most; short for {@link #retry}. */
    public Builder retries(int times) {
      return retry(retry.toBuilder().maxRetries(times).build());
    }

    /** Ends calls at once while the server is down. Default: none, each call tries. */
    public Builder circuitBreaker(CircuitBreakerOptions options) {
      this.circuitBreaker = options;
      return this;
    }

    /**
     * How many requests of this client may be under way at once; at least 1. The others wait in
     * order, within their deadlines. Of use where the server returns the code RATE002, whose limit
     * is not documented. Default: any number.
     */
    public Builder maxConcurrent(int requests) {
      this.maxConcurrent = requests;
      return this;
    }

    /**
     * Limits when attempts may start. Clients that share a plan share the instance. Default: none,
     * every attempt starts at once and the server refuses those beyond the plan.
     */
    public Builder rateLimiter(RateLimiter limiter) {
      this.rateLimiter = limiter;
      return this;
    }

    /**
     * Caches the responses of reads that the specification marks; each client has a cache of its
     * own. Default: none, each read goes to the server.
     */
    public Builder cache(CacheOptions options) {
      this.cache = options;
      return this;
    }

    /**
     * The secret of your webhook endpoint, {@code whsec_…}; two while one secret replaces the
     * other. Short for {@link #webhookVerifier}. Default: none, webhooks cannot be verified.
     *
     * @throws ConfigurationException if a secret is blank or holds white space; the message does
     *     not show it
     */
    public Builder webhookSecrets(String... secrets) {
      return webhookVerifier(Webhooks.verifier(secrets));
    }

    /**
     * Verifies webhooks with more settings than the secrets, as another tolerance or a replay
     * guard.
     */
    public Builder webhookVerifier(WebhookVerifier verifier) {
      this.webhookVerifier = verifier;
      return this;
    }

    /**
     * How connections are made: proxy, trust, client certificate, pins. Default: the JVM's
     * settings.
     */
    public Builder network(NetworkOptions options) {
      this.network = options;
      return this;
    }

    /**
     * An OkHttp client of yours whose connections are to be used. The SDK takes its connection
     * pool, DNS, proxy, sockets, TLS trust, protocols, pins, event listener and interceptors; a
     * setting of {@link #network} overrides them, and a trust setting there also replaces its
     * client certificate. The rest is the SDK's: retries, no redirects, TLS 1.2 or newer, host
     * names checked, time limits, threads. {@link FinFusion#close} does not close this client.
     * Default: none.
     *
     * <p>Application interceptors run outside the SDK's: they see bodies but no credential. Network
     * interceptors and the event listener see all that is sent, the key included. An interceptor
     * ends the call with a {@link ConfigurationException} if it throws, sends a request twice, to
     * another host, with another method or idempotency key, returns the response to another
     * request, reads the body of a response it returns, or changes the chain's retries,
     * authenticator, cookies, cache, sockets or host name verifier.
     */
    public Builder httpClient(OkHttpClient base) {
      this.httpClient = base;
      return this;
    }

    /**
     * The time to connect to an address, proxy tunnel and TLS handshake included; at least 1 ms, at
     * most one day. Default 10 s.
     */
    public Builder connectTimeout(Duration limit) {
      this.connectTimeout = limit;
      return this;
    }

    /**
     * The time for one attempt; more than zero, at most one day. Default 30 s (documented by the
     * vendor).
     */
    public Builder timeout(Duration limit) {
      this.timeout = limit;
      return this;
    }

    /**
     * The time for a call, waits and retries included; more than zero, at most one day. Default 60
     * s.
     */
    public Builder deadline(Duration limit) {
      this.deadline = limit;
      return this;
    }

    /**
     * How large a response body may be after decompression, in bytes; at least 1. Default 10 MiB.
     */
    public Builder maxResponseBytes(long bytes) {
      this.maxResponseBytes = bytes;
      return this;
    }

    /** Adds a listener for call and attempt events. Call it again to add more. */
    public Builder listener(CallListener listener) {
      InvalidArgumentException.unlessPresent("listener", listener);
      if (listener instanceof Metrics) {
        throw new InvalidArgumentException(
            "listener", "expected a listener, got a Metrics. Give it to metrics(…)");
      }
      listeners.add(listener);
      return this;
    }

    /**
     * Measures what the client does, for its own snapshot, alerts and reporters. Each client has
     * metrics of its own. Default: nothing is measured.
     */
    public Builder metrics(Metrics measures) {
      this.metrics = measures;
      return this;
    }

    /**
     * Puts each call into the context of the log (SLF4J's MDC) of a thread, while code of the call
     * runs there: the SDK's own lines, listeners, {@code onResponse}, and the stages of a future
     * that the SDK completes. The keys are {@code finfusion.operation}, {@code finfusion.call_id},
     * which each request of the call carries as {@code X-Request-Id} unless the caller gives that
     * header to an operation that declares it, and {@code finfusion.request_id}, the id in the last
     * response. Afterwards the thread has what it had before. Default: off, the context is not
     * touched.
     */
    public Builder logContext(boolean on) {
      this.logContext = on;
      return this;
    }

    Builder time(Time source) {
      this.time = source;
      return this;
    }

    Builder random(DoubleSupplier source) {
      this.random = source;
      return this;
    }

    /**
     * Returns the client.
     *
     * @throws ConfigurationException if there is no key, or if key, environment and URL do not fit
     *     together, or if a library on the class path is too old
     * @throws InvalidArgumentException naming the setting that is out of bounds
     */
    public FinFusion build() {
      Libraries.check(cache != null);
      checkOptions();
      TokenEndpoint endpoint = new TokenEndpoint();
      ClientOptions settings = settings(endpoint, time == null ? new SystemTime() : time);
      FinFusion client =
          new FinFusion(Pipeline.assemble(settings), settings, webhookVerifier, names, rateLimiter);
      endpoint.connect(client.transport);
      return client;
    }

    private void checkOptions() {
      InvalidArgumentException.unlessPresent("baseUrl", baseUrl);
      InvalidArgumentException.unlessPresent("retry", retry);
      InvalidArgumentException.unlessPresent("idempotency", idempotency);
      Checks.upToOneDay("connectTimeout", connectTimeout);
      if (connectTimeout.toMillis() == 0) {
        throw new InvalidArgumentException(
            "connectTimeout", "expected at least 1 ms, got " + connectTimeout);
      }
      Checks.upToOneDay("timeout", timeout);
      Checks.upToOneDay("deadline", deadline);
      Checks.atLeastOne("maxResponseBytes", maxResponseBytes);
      Checks.atLeastOne("maxConcurrent", maxConcurrent);
    }

    private ClientOptions settings(TokenEndpoint endpoint, Time clock) {
      Credential signer =
          CredentialChoice.of(credential, oauth, ofSchemes.keySet(), names, endpoint, clock);
      return new ClientOptions(
          BaseUrl.checked(baseUrl),
          new Credentials(signer, ofSchemes),
          keyCreatedAt,
          CredentialChoice.environmentOf(signer, environment, names),
          idempotency,
          retry,
          circuitBreaker,
          maxConcurrent,
          rateLimiter,
          cache,
          network,
          httpClient,
          connectTimeout,
          timeout,
          deadline,
          maxResponseBytes,
          SdkVersion.USER_AGENT,
          List.copyOf(listeners),
          metrics,
          logContext,
          clock,
          random);
    }
  }
}
