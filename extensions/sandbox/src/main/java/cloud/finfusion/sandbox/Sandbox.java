package cloud.finfusion.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The FinFusion API on this machine, in memory; sandboxes side by side know nothing of each other.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   // point a client at sandbox.baseUri() with sandbox.apiKey()
 *   sandbox.faults().dropAfterWork("createPayment", 1);
 *   // … and look into sandbox.ledger() afterwards
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private final String apiKey;
  private final String apiKeyId;
  private final SandboxContext base;
  private final Pauses pauses = new Pauses();
  private final Faults faults;
  private final SandboxWebhooks webhooks;
  private final OperationHandlers behaviours;
  private final Simulation simulation;
  private final RequestPipeline api;
  private final JettyServer server;
  private final URI baseUri;

  private Sandbox(Builder options) {
    base = SandboxContext.of(options.spec.get(), options.clock);
    apiKey = options.apiKey;
    faults = new Faults(base.spec().operationIds(), pauses);
    webhooks = new SandboxWebhooks(base, options.webhookRetries, options.remoteAllowed);
    Events events = new Events(base, webhooks);
    Credentials keys = new Credentials(base.clock());
    ApiKeysHandler apiKeys = new ApiKeysHandler(base, keys);
    apiKeyId = apiKeys.adopt(apiKey);
    TokenHandler tokens =
        new TokenHandler(base.factory(), keys, options.oauthClients.copy(), options.tokenLifetime);
    behaviours = new OperationHandlers(base, events, apiKeys, tokens, webhooks.secrets());
    Execution execution = new Execution(base.spec().operations(), behaviours, base.clock());
    simulation = new Simulation(base, events, execution);
    RateLimits limits = new RateLimits(keys, options.plan, base.clock());
    api = new RequestPipeline(base.spec(), keys, limits, execution, faults);
    server =
        new JettyServer(
            options.host,
            options.port,
            new RequestHandler(api, options.host, options.remoteAllowed));
    baseUri = server.start();
  }

  /** Starts a sandbox on 127.0.0.1, on a port that is free, with the bundled specification. */
  public static Sandbox start() {
    return builder().start();
  }

  /** A sandbox with settings of your own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Where it listens, such as {@code http://127.0.0.1:49152}. */
  public URI baseUri() {
    return baseUri;
  }

  /**
   * The key that it takes from its start: a {@code dev_} key, random unless the builder was given
   * one.
   */
  public String apiKey() {
    return apiKey;
  }

  /** The id under which {@link #apiKey()} is listed and rotated through the API. */
  public String apiKeyId() {
    return apiKeyId;
  }

  /** What it really did. */
  public Ledger ledger() {
    return base.ledger();
  }

  /** What shall go wrong. */
  public Faults faults() {
    return faults;
  }

  /** The events that it sends to webhook endpoints. */
  public SandboxWebhooks webhooks() {
    return webhooks;
  }

  /** What customers and merchants do. */
  public Simulation simulate() {
    return simulation;
  }

  /** Every request up to now, in the order of arrival. */
  public List<ReceivedRequest> requests() {
    return api.received();
  }

  /** What each of its operations does. */
  OperationHandlers behaviours() {
    return behaviours;
  }

  /** Stops it, and ends what is still being answered; a second call does nothing. */
  @Override
  public void close() {
    pauses.close();
    webhooks.close();
    server.stop();
  }

  @Override
  public String toString() {
    return "Sandbox at " + baseUri;
  }

  /** The settings of a sandbox; each has a default. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private boolean remoteAllowed;
    private String apiKey = Credentials.fresh();
    private InstantSource clock = InstantSource.system();
    private Supplier<Spec> spec = Spec::bundled;
    private @Nullable Plan plan;
    private final OAuthClients oauthClients = new OAuthClients();
    private Duration tokenLifetime = Duration.ofHours(1);
    private RetrySchedule webhookRetries = RetrySchedule.SHORT;

    private Builder() {}

    /** The port; 0, the default, takes one that is free. */
    public Builder port(int port) {
      this.port = JettyServer.requirePort(port);
      return this;
    }

    /** The address to listen on; any but a loopback address needs {@link #allowRemote()}. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /**
     * Lets other machines in, if {@link #host(String)} is an address that they can reach, takes
     * requests that name another host than this machine, and sends events to webhook endpoints on
     * other machines.
     */
    public Builder allowRemote() {
      this.remoteAllowed = true;
      return this;
    }

    /** The key that it takes, which begins with {@code dev_}: a live key has no place here. */
    public Builder apiKey(String apiKey) {
      this.apiKey = Credentials.requireSandboxKey(apiKey);
      return this;
    }

    /** Another specification than the bundled one, as YAML. */
    public Builder spec(String yaml) {
      this.spec = () -> Spec.of(yaml);
      return this;
    }

    /** Another specification than the bundled one, as a YAML file. */
    public Builder spec(Path file) {
      this.spec = () -> Spec.of(file);
      return this;
    }

    /** How many requests each API key may make; default: as many as it likes. */
    public Builder plan(Plan plan) {
      this.plan = plan;
      return this;
    }

    /**
     * A client that gets tokens at {@code /oauth/token}, for these scopes; for all if there are
     * none. With the first one that is added, all others are refused. A token for {@code payments}
     * does what stands below {@code /v2/payments}, refunds and disputes too.
     */
    public Builder oauthClient(String id, String secret, String... scopes) {
      oauthClients.add(id, secret, List.of(scopes));
      return this;
    }

    /** How long an access token works, a second or more; default: an hour. */
    public Builder tokenLifetime(Duration lifetime) {
      if (lifetime.toSeconds() < 1) {
        throw new IllegalArgumentException("A token lives a second or more, not " + lifetime);
      }
      this.tokenLifetime = lifetime;
      return this;
    }

    /**
     * How long to wait before each further attempt to deliver an event, each wait 0 to a day;
     * default: 100, 200 and 400 ms, which are short for tests. None: one attempt, and no more.
     */
    public Builder webhookRetries(Duration... waits) {
      this.webhookRetries = RetrySchedule.of(waits);
      return this;
    }

    /** The clock that dates resources, ends tokens, forgets idempotency keys and refills plans. */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** Starts it; it takes requests when this returns. */
    public Sandbox start() {
      if (!remoteAllowed) {
        Loopback.require(host);
      }
      return new Sandbox(this);
    }
  }
}
