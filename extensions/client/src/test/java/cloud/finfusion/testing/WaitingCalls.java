package cloud.finfusion.testing;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.ratelimit.Reservations;
import java.time.Duration;
import retrofit2.Call;

/** A client whose calls all wait at the same place, a minute or without end. */
public final class WaitingCalls implements AutoCloseable {
  /** Where a call can wait. */
  public enum WaitPoint {
    RETRY,
    PERMIT,
    FOLLOWING,
    WIRE
  }

  private static final Duration DAY = Duration.ofDays(1);

  private final FakeServer server = new FakeServer().responds(FakeServer.silence());
  private final WaitPoint place;
  private final CountingTime time;
  private final RateLimiter limiter;
  private final FinFusion client;

  public WaitingCalls(WaitPoint place, Time time) {
    this.place = place;
    this.time = new CountingTime(time);
    this.limiter =
        RateLimiter.builder().maxRequests(1).perMinutes(1).burst(1).clock(time::nanos).build();
    FinFusion.Builder builder =
        TestOptions.time(TestClients.of(server), this.time).timeout(DAY).deadline(DAY);
    switch (place) {
      case RETRY -> server.responds(FakeServer.status(503, "Retry-After", "60"));
      case PERMIT -> {
        Reservations.reserve(limiter, 0);
        builder.rateLimiter(limiter);
      }
      case FOLLOWING -> builder.cache(CacheOptions.builder().build());
      case WIRE -> {}
    }
    client = builder.build();
    if (place == WaitPoint.FOLLOWING) {
      var unused = client.async().customers().retrieve("cust_1");
      Await.until(() -> server.requests().size() == 1);
    }
  }

  public Call<Customer> newCall() {
    return client.api(CustomersApi.class).retrieveCustomer("cust_1");
  }

  public FinFusion client() {
    return client;
  }

  public RateLimiter limiter() {
    return limiter;
  }

  /** How many requests the server got. */
  public int requests() {
    return server.requests().size();
  }

  /** How many waits began. */
  public int waits() {
    return switch (place) {
      case RETRY, PERMIT -> time.waits();
      case FOLLOWING -> time.waits() + time.limits() - 1; // a limit is the leader's
      case WIRE -> server.requests().size();
    };
  }

  /** Returns when so many waits began. */
  public void awaitWaits(int count) {
    Await.until(() -> waits() >= count);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
