package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.auth.Credentials;
import cloud.finfusion.sandbox.internal.auth.OAuthClients;
import cloud.finfusion.sandbox.internal.faults.Pauses;
import cloud.finfusion.sandbox.internal.faults.RequestScope;
import cloud.finfusion.sandbox.internal.faults.ResponseFaults;
import cloud.finfusion.sandbox.internal.http.IdSource;
import cloud.finfusion.sandbox.internal.http.Loopback;
import cloud.finfusion.sandbox.internal.server.JettyServer;
import cloud.finfusion.sandbox.internal.server.RequestHandler;
import cloud.finfusion.sandbox.internal.spec.Spec;
import cloud.finfusion.sandbox.internal.webhooks.RetrySchedule;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The FinFusion API on this machine, in memory. A program may start several, which share nothing.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *   // point a client at sandbox.baseUri() with sandbox.apiKey()
 *   sandbox.faults().dropAfterWork("payments.create", 1);
 *   // … and look into sandbox.ledger() afterwards
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
  private final Ledger ledger;
  private final ReceivedRequests requests;
  private final Pauses pauses = new Pauses();
  private final String apiKey;
  final SandboxParts parts;
  private final Faults faults;
  private final SandboxWebhooks webhooks;
  private final JettyServer server;
  private final URI baseUri;
  private final InstantSource clock;

  private Sandbox(Builder options) {
    apiKey = options.apiKey;
    ledger = new Ledger(options.history);
    requests = new ReceivedRequests(options.history);
    parts = new SandboxParts(options, ledger, requests);
    faults = new Faults(parts.names, parts.faults, pauses);
    webhooks = parts.webhooks;
    server =
        new JettyServer(
            options.host,
            options.port,
            new RequestHandler(
                parts.pipeline,
                parts.control,
                parts.files,
                options.requestLog,
                options.host,
                options.remoteAllowed));
    baseUri = server.start();
    clock = options.clock;
    if (clock instanceof VirtualClock virtual) {
      virtual.add(parts.schedule);
    }
  }

  /** Starts a sandbox on 127.0.0.1, on a port that is free, with the bundled specification. */
  public static Sandbox start() {
    return builder().start();
  }

  /** A builder, for other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The URL that clients send requests to, such as {@code http://127.0.0.1:49152}. A browser of
   * this machine shows the console there: the requests received, the resources, and faults to
   * inject.
   */
  public URI baseUri() {
    return baseUri;
  }

  /**
   * The API key that is valid from the start: the one of {@link Builder#apiKey(String)}, or a
   * random {@code dev_} key.
   */
  public String apiKey() {
    return apiKey;
  }

  /** The id of {@link #apiKey()}, by which the API lists and rotates it. */
  public String apiKeyId() {
    return parts.apiKeyId;
  }

  /** The charges, refunds and transfers that were made, also where the response was lost. */
  public Ledger ledger() {
    return ledger;
  }

  /** Injects faults. */
  public Faults faults() {
    return faults;
  }

  /**
   * Responds to all requests from now on with this status, 400 to 599, and its error envelope; the
   * work is not done. The rule that is returned can be narrowed and ended. A fault that is queued
   * for an operation applies before the rule.
   *
   * <pre>{@code
   * sandbox.failing(503).times(2);
   * }</pre>
   */
  public Faults.Rule failing(int status) {
    if (status < 400) {
      throw new IllegalArgumentException("A failure has a status 400 to 599, not " + status);
    }
    return faults.rule(RequestScope.after(0), ResponseFaults.status(status));
  }

  /**
   * Lets this many requests pass, 0 or more, and responds to all later ones with 429, RATE001 and
   * {@code Retry-After: 1}. The rule that is returned can be narrowed and ended. Its limit never
   * refills; that of {@link Builder#plan(Plan)} does, as the service's.
   */
  public Faults.Rule rateLimitedAfter(int requests) {
    return faults.rule(RequestScope.after(requests), ResponseFaults.rateLimited(requests));
  }

  /**
   * Declines all payments from now on for the reason of this card of {@link TestCards}, whatever
   * card they name; for tests of programs that choose the card themselves. The returned rule can be
   * narrowed and ended.
   *
   * @throws IllegalArgumentException if it is not a test card that is declined for every amount
   */
  public Faults.Rule declines(String testCard) {
    RequestScope scope = RequestScope.after(0);
    parts.cards.decline(scope, testCard);
    return faults.rule(scope);
  }

  /** The deliveries of events to webhook endpoints. */
  public SandboxWebhooks webhooks() {
    return webhooks;
  }

  /** Simulates what customers and merchants do. */
  public Simulation simulate() {
    return parts.simulation;
  }

  /**
   * The newest requests, in the order of arrival. The last 1,000 are kept, unless {@link
   * Builder#history(int)} says otherwise.
   */
  public List<ReceivedRequest> requests() {
    return requests.history.newest();
  }

  /** The deliveries of events, as {@link SandboxWebhooks#deliveries()}. */
  public List<WebhookDelivery> deliveries() {
    return webhooks.deliveries();
  }

  /**
   * The name of an operation as {@link ReceivedRequest#operation()} has it, such as {@code
   * payments.create}. It is found by itself and by the {@code operationId}, {@code createPayment}.
   *
   * @throws UnknownOperationException if the specification has no such operation
   */
  public String operationName(String nameOrId) {
    return UnknownOperationException.requireKnown(parts.names, nameOrId);
  }

  /** How many requests were received, also those that are no longer kept. */
  public long requestCount() {
    return requests.history.count();
  }

  /** Stops the sandbox and ends requests in progress. A second call does nothing. */
  @Override
  public void close() {
    pauses.close();
    if (clock instanceof VirtualClock virtual) {
      virtual.remove(parts.schedule);
    }
    parts.schedule.close();
    parts.console.close();
    parts.deliveries.close();
    server.stop();
    parts.files.close();
    parts.pipeline.conformance().require();
  }

  @Override
  public String toString() {
    return "Sandbox at " + baseUri;
  }

  /** The settings of a sandbox; each has a default. */
  public static final class Builder {
    String host = "127.0.0.1";
    int port;
    boolean remoteAllowed;
    String apiKey = Credentials.newSandboxKey();
    InstantSource clock = InstantSource.system();
    Supplier<Spec> spec = Spec::bundled;
    @Nullable Plan plan;
    final OAuthClients oauthClients = new OAuthClients();
    Duration tokenLifetime = Duration.ofHours(1);
    Duration transferTime = Duration.ZERO;
    RetrySchedule webhookRetries = RetrySchedule.SHORT;
    int history = 1_000;
    Supplier<IdSource> ids = IdSource::unpredictable;
    Consumer<String> requestLog = line -> {};

    private Builder() {}

    /** The port to listen on; 0, the default, chooses a free one. */
    public Builder port(int port) {
      this.port = JettyServer.requirePort(port);
      return this;
    }

    /** The address to listen on; other than loopback it needs {@link #allowRemote()}. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /**
     * Allows other machines: they may send requests, if {@link #host(String)} is an address that
     * they can reach; any {@code Host} header is accepted; and events are sent to webhook endpoints
     * on other machines too.
     */
    public Builder allowRemote() {
      this.remoteAllowed = true;
      return this;
    }

    /** The API key, which must begin with {@code dev_}, so that no production key is used. */
    public Builder apiKey(String apiKey) {
      this.apiKey = Credentials.requireSandboxKey(apiKey);
      return this;
    }

    /** A specification to use in place of the bundled one, as YAML text. */
    public Builder spec(String yaml) {
      this.spec = () -> Spec.of(yaml);
      return this;
    }

    /** A specification to use in place of the bundled one, as a YAML file. */
    public Builder spec(Path file) {
      this.spec = () -> Spec.of(file);
      return this;
    }

    /** The rate limit, which each API key has for itself; default: none. */
    public Builder plan(Plan plan) {
      this.plan = plan;
      return this;
    }

    /**
     * Registers an OAuth client for {@code /oauth/token}, with these scopes, or with all if none
     * are given. Until the first client is registered, any client gets tokens. The scope {@code
     * payments} covers the paths below {@code /v2/payments}, and refunds and disputes.
     */
    public Builder oauthClient(String id, String secret, String... scopes) {
      oauthClients.add(id, secret, List.of(scopes));
      return this;
    }

    /** The lifetime of access tokens, at least a second; default: an hour. */
    public Builder tokenLifetime(Duration lifetime) {
      if (lifetime.toSeconds() < 1) {
        throw new IllegalArgumentException(
            "A token's lifetime is a second or more, not " + lifetime);
      }
      this.tokenLifetime = lifetime;
      return this;
    }

    /**
     * How long a transfer is pending on the clock before it succeeds, 0 or more; default: 0, so
     * that it succeeds at once. Meanwhile its money is on neither account.
     */
    public Builder transferTime(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("A transfer takes 0 or more, not " + time);
      }
      this.transferTime = time;
      return this;
    }

    /**
     * The waits on the clock before each further attempt to deliver an event, each 0 to a day;
     * default: 100, 200 and 400 ms, which is short for tests. Without any there is only one
     * attempt.
     */
    public Builder webhookRetries(Duration... waits) {
      this.webhookRetries = RetrySchedule.of(waits);
      return this;
    }

    /**
     * How many received requests, ledger entries and ended webhook deliveries are kept, the newest
     * of each; default: 1,000. Counts include all, and pending deliveries are always kept.
     */
    public Builder history(int newest) {
      if (newest < 1) {
        throw new IllegalArgumentException("A history keeps at least one, not " + newest);
      }
      this.history = newest;
      return this;
    }

    /**
     * Makes ids repeatable: with the same seed, the same requests, sent one after another, create
     * resources with the same ids in each run. Secrets stay random. Default: ids are random.
     */
    public Builder seed(long seed) {
      this.ids = () -> IdSource.ofSeed(seed);
      return this;
    }

    /**
     * Gets a line for each request when it has ended, such as {@code POST /v2/payments 200
     * key:a31f09 12 ms}: method, path, status or {@code closed}, a hash of the idempotency key, and
     * time. No secret, card number or body is in it. The threads that serve requests call it.
     */
    public Builder requestLog(Consumer<String> lines) {
      this.requestLog = lines;
      return this;
    }

    /**
     * The clock of the sandbox; default: the system's. It gives the timestamps, refills rate
     * limits, and decides when cards, tokens and idempotency keys (24 hours) expire and when later
     * events, such as a dispute, are due. With a {@link VirtualClock} they happen while a test
     * advances the clock; with any other, soon after they are due, and at the latest before the
     * next request.
     */
    public Builder clock(InstantSource clock) {
      this.clock = clock;
      return this;
    }

    /** Starts the sandbox, which accepts requests when this method returns. */
    public Sandbox start() {
      if (!remoteAllowed) {
        Loopback.require(host);
      }
      return new Sandbox(this);
    }
  }
}
