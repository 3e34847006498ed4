package cloud.finfusion.metrics;

import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a client does: time, errors, cache, plan, batches, by operation. {@link #snapshot}
 * shows it without any monitoring system; reporters pass it on to one, and alerts fire without one.
 * Given to a client by {@code FinFusion.builder().metrics(metrics)}; the counts go on if another
 * client is built with it after the first was closed. Two open clients need one each. Thread-safe.
 *
 * <pre>{@code
 * Metrics metrics =
 *     Metrics.builder()
 *         .detailed(true)
 *         .reporter(PrometheusReporter.at("/metrics")) // of finfusion-micrometer
 *         .alerts(
 *             Alerts.builder()
 *                 .errorRate(0.05, Duration.ofMinutes(5))
 *                 .latency(Duration.ofSeconds(1), Duration.ofSeconds(2))
 *                 .build())
 *         .build();
 * FinFusion client = FinFusion.builder().apiKey(key).metrics(metrics).build();
 * System.out.println(metrics.snapshot());
 * }</pre>
 *
 * <p>A call that the API refuses for a reason of business, a declined card or a resource that is
 * not there, is not an error: {@link CallRecord.Result} says what is.
 */
public final class Metrics extends EventCounts {
  static {
    Access.register(Metrics.class, Metrics::claimedReporters);
  }

  private final String client;
  private final boolean enabled;
  private final transient List<Reporter> reporters; // transient: no secret where fields are printed
  private final transient @Nullable Alerts alerts;
  private final transient Time time;
  private final AtomicBoolean claimed = new AtomicBoolean();
  private transient volatile Supplier<@Nullable ClientState> state = () -> null;
  private transient volatile @Nullable AlertChecks checks; // of the client that is open

  private Metrics(Builder builder) {
    super(builder.detailed);
    client = builder.client;
    enabled = builder.enabled;
    reporters = List.copyOf(builder.reporters);
    alerts = builder.alerts;
    time = builder.time;
  }

  /** Returns a new builder, with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the name under which the client is reported. */
  public String client() {
    return client;
  }

  /** Returns whether anything is measured. */
  public boolean enabled() {
    return enabled;
  }

  /** Returns what the client has done up to now. Costs some work; calls are not held up. */
  public MetricsSnapshot snapshot() {
    return snapshot(client, state.get());
  }

  @Override
  public void callEnded(CallRecord call) {
    super.callEnded(call);
    AlertChecks known = checks;
    if (known != null) {
      known.callEnded(call);
    }
  }

  /**
   * Returns the reporters of a client that is built, of which the first counts in this process.
   *
   * @throws InvalidArgumentException if another client is open that has them
   */
  private List<Reporter> claimedReporters() {
    if (!enabled) {
      return List.of();
    }
    if (!claimed.compareAndSet(false, true)) {
      throw new InvalidArgumentException(
          "metrics",
          "expected metrics of the client's own, got those of a client that is open."
              + " Build one Metrics for each client");
    }
    List<Reporter> all = new ArrayList<>(List.of(new InProcess()));
    if (detailed()) {
      all.add(attached -> attempts());
    }
    all.addAll(reporters);
    return all;
  }

  /** Counts in this process, from the start of a client to its end. */
  private final class InProcess implements Reporter {
    @Override
    public CallListener attach(MonitoredClient attached) {
      state = attached::state;
      checks = alerts == null ? null : new AlertChecks(client, alerts, time);
      return Metrics.this;
    }

    /** Keeps the last state, and nothing of the client that is closed. */
    @Override
    public void detach(MonitoredClient closed) {
      ClientState last = closed.state();
      state = () -> last;
      AlertChecks known = checks;
      checks = null;
      claimed.set(false);
      if (known != null) {
        known.end();
      }
    }
  }

  @Override
  public String toString() {
    return "Metrics{client=" + client + ", enabled=" + enabled + ", detailed=" + detailed() + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final List<Reporter> reporters = new ArrayList<>();
    private String client = "default";
    private boolean enabled = true;
    private boolean detailed;
    private @Nullable Alerts alerts;
    private Time time = new SystemTime();

    private Builder() {}

    /**
     * The name under which the client is reported, of use where a program has several: 1 to 64
     * letters, digits, dots, underscores and hyphens. Default {@code default}.
     */
    public Builder client(String name) {
      this.client = name;
      return this;
    }

    /** Whether anything is measured; if not, a client works as if without metrics. Default true. */
    public Builder enabled(boolean measures) {
      this.enabled = measures;
      return this;
    }

    /**
     * Whether attempts by status, errors by type and code and retries by reason are counted apart,
     * besides the counts by operation. Default false.
     */
    public Builder detailed(boolean breaksDown) {
      this.detailed = breaksDown;
      return this;
    }

    /** Adds a reporter to a monitoring system. Call it again to add more. */
    public Builder reporter(Reporter reporter) {
      InvalidArgumentException.unlessPresent("Metrics.reporter", reporter);
      reporters.add(reporter);
      return this;
    }

    /** When to raise an alarm in this process. Default: never. */
    public Builder alerts(Alerts thresholds) {
      this.alerts = thresholds;
      return this;
    }

    Builder time(Time source) {
      this.time = source;
      return this;
    }

    /**
     * Returns the metrics.
     *
     * @throws InvalidArgumentException if the client's name cannot be a tag
     */
    public Metrics build() {
      if (client == null || !NAME.matcher(client).matches()) {
        throw new InvalidArgumentException(
            "Metrics.client",
            "expected 1 to 64 letters, digits, dots, underscores or hyphens, got another name");
      }
      return new Metrics(this);
    }
  }
}
