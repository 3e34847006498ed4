package cloud.finfusion.spring.health;

import cloud.finfusion.error.FinFusionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last check of one client. Reading it never waits: it starts a check on another thread if the
 * last one is a minute old, so that there is at most one in a minute, and none if nobody reads.
 */
final class LastCheck {
  /**
   * What a check found.
   *
   * @param problem null if the API can be used; else why not, without a secret
   * @param took how long the API took to respond; null if it cannot be used
   * @param at when the check ended
   */
  record Result(@Nullable String problem, @Nullable Duration took, Instant at) {}

  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");
  private static final Duration EACH = Duration.ofMinutes(1);

  /** What is older says nothing: it was found when the check was last read. */
  private static final Duration OUTDATED = Duration.ofMinutes(10);

  private final String client;
  private final Supplier<Duration> ping;
  private final Executor executor;
  private final Supplier<Instant> clock;
  private @Nullable Instant started;
  private @Nullable Result last;

  LastCheck(String client, Supplier<Duration> ping, Executor executor, Supplier<Instant> clock) {
    this.client = client;
    this.ping = ping;
    this.executor = executor;
    this.clock = clock;
  }

  /** Returns the last result; null if there is none, or none of the last ten minutes. */
  @Nullable Result read() {
    Instant now = clock.get();
    if (claim(now)) {
      executor.execute(this::check);
    }
    return recent(now);
  }

  private synchronized boolean claim(Instant now) {
    if (started != null && now.isBefore(started.plus(EACH))) {
      return false;
    }
    started = now;
    return true;
  }

  private synchronized @Nullable Result recent(Instant now) {
    return last == null || now.isAfter(last.at().plus(OUTDATED)) ? null : last;
  }

  private void check() {
    Result result;
    try {
      result = new Result(null, ping.get(), clock.get());
    } catch (FinFusionException failure) {
      result = new Result(String.valueOf(failure.getMessage()), null, clock.get());
    } catch (Throwable failure) { // its message may hold anything
      result = new Result(failure.getClass().getName(), null, clock.get());
    }
    keep(result);
  }

  private synchronized void keep(Result result) {
    if (result.problem() != null && (last == null || last.problem() == null)) {
      LOG.warn("health check of the client {}: {}", client, result.problem());
    }
    last = result;
  }
}
