package cloud.finfusion.sandbox;

import java.net.URI;
import java.nio.file.Path;
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
  private final Ledger ledger = new Ledger();
  private final Pauses pauses = new Pauses();
  private final Faults faults;
  private final Api api;
  private final HttpServer server;
  private final URI baseUri;

  private Sandbox(Builder options) {
    Spec spec = options.spec.get();
    apiKey = options.apiKey;
    faults = new Faults(spec.operationIds(), pauses);
    Keys keys = new Keys(apiKey, options.clock);
    Behaviours behaviours = new Behaviours(spec, keys, ledger, options.clock);
    Execution execution = new Execution(spec.operations(), behaviours, options.clock);
    RateLimits limits = new RateLimits(keys, options.plan, options.clock);
    api = new Api(spec, keys, limits, execution, faults);
    server = new HttpServer(options.host, options.port, new RequestHandler(api));
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

  /** The key that it takes: a {@code dev_} key, random unless the builder was given one. */
  public String apiKey() {
    return apiKey;
  }

  /** What it really did. */
  public Ledger ledger() {
    return ledger;
  }

  /** What shall go wrong. */
  public Faults faults() {
    return faults;
  }

  /** Every request up to now, in the order of arrival. */
  public List<ReceivedRequest> requests() {
    return api.received();
  }

  /** Stops it, and ends what is still being answered; a second call does nothing. */
  @Override
  public void close() {
    pauses.close();
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
    private String apiKey = Keys.fresh();
    private InstantSource clock = InstantSource.system();
    private Supplier<Spec> spec = Spec::bundled;
    private @Nullable Plan plan;

    private Builder() {}

    /** The port; 0, the default, takes one that is free. */
    public Builder port(int port) {
      this.port = HttpServer.requirePort(port);
      return this;
    }

    /** The address to listen on; any but a loopback address needs {@link #allowRemote()}. */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** Lets other machines in, if {@link #host(String)} is an address that they can reach. */
    public Builder allowRemote() {
      this.remoteAllowed = true;
      return this;
    }

    /** The key that it takes, which begins with {@code dev_}: a live key has no place here. */
    public Builder apiKey(String apiKey) {
      this.apiKey = Keys.requireSandboxKey(apiKey);
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
