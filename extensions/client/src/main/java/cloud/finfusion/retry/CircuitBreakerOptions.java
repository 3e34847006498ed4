package cloud.finfusion.retry;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;

/**
 * When a client stops sending to a server that is down. After a number of attempts in a row without
 * a response, or with a status of 500 or more, the circuit opens: calls end at once with {@link
 * cloud.finfusion.error.CircuitOpenException} and nothing is sent. Later one attempt is let
 * through; its success closes the circuit. Of use where many calls would each wait for their
 * deadline in an outage. The numbers are decisions of this SDK. Immutable.
 */
public final class CircuitBreakerOptions {
  private final int failures;
  private final Duration openFor;

  private CircuitBreakerOptions(Builder builder) {
    failures = builder.failures;
    openFor = builder.openFor;
  }

  /** Returns a new builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns after how many failed attempts in a row the circuit opens. */
  public int failures() {
    return failures;
  }

  /** Returns how long after the last failure an attempt is let through. */
  public Duration openFor() {
    return openFor;
  }

  @Override
  public String toString() {
    return "CircuitBreakerOptions{failures=" + failures + ", openFor=" + openFor + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private int failures = 10;
    private Duration openFor = Duration.ofSeconds(30);

    private Builder() {}

    /** After how many failed attempts in a row the circuit opens; 1 to 10,000. Default 10. */
    public Builder failures(int inARow) {
      this.failures = inARow;
      return this;
    }

    /**
     * How long after the last failure one attempt is let through; 1 ms to one hour. Default 30 s. A
     * shorter time notices sooner that the server is back, and burdens a server that is not.
     */
    public Builder openFor(Duration time) {
      this.openFor = time;
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public CircuitBreakerOptions build() {
      Checks.within("CircuitBreakerOptions.failures", failures, 1, 10_000);
      InvalidArgumentException.unlessPresent("CircuitBreakerOptions.openFor", openFor);
      if (openFor.compareTo(Duration.ofMillis(1)) < 0 || openFor.compareTo(ONE_HOUR) > 0) {
        throw new InvalidArgumentException(
            "CircuitBreakerOptions.openFor", "expected 1 ms to one hour, got " + openFor);
      }
      return new CircuitBreakerOptions(this);
    }
  }
}
