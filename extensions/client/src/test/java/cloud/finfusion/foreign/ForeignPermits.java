package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;

/** Sources of permits that throw. */
final class ForeignPermits {
  private static final String REFUSED = "LimitReachedException not_sent, 0 sent, 0 used, then done";

  private ForeignPermits() {}

  static List<ForeignRow> rows() {
    return List.of(
        ends("PermitSource.reserve", REFUSED, source("reserve")),
        ends("PermitSource.reserve, its stage", REFUSED, source("its stage")),
        unchanged("PermitSource.pause", source("pause").responding(asksToWait(), payment())),
        unchanged("PermitSource.sync", source("sync").responding(saysWhatIsLeft())),
        ends("PermitSource.Reservation.granted", REFUSED, source("granted")),
        ends("PermitSource.Reservation.readyIn", REFUSED, source("readyIn")),
        unchanged("PermitSource.Reservation.use", source("use")),
        unchanged("PermitSource.Reservation.release", unused(source("release"))),
        ends("RateLimiter.Builder.clock(LongSupplier)", REFUSED, timeless()));
  }

  private static ForeignCall source(String method) {
    return ForeignCall.with(
        (client, thrower) ->
            client.rateLimiter(
                RateLimiter.builder().permitSource(new ThrowingPermits(method, thrower)).build()));
  }

  private static ForeignCall timeless() {
    return ForeignCall.with(
        (client, thrower) ->
            client.rateLimiter(RateLimiter.builder().clock(() -> thrower.or(42L)).build()));
  }

  private static MockResponse payment() {
    return json(Samples.PAYMENT);
  }

  private static MockResponse asksToWait() {
    return status(429, "Retry-After", "1");
  }

  private static MockResponse saysWhatIsLeft() {
    return FakeServer.response(200, Samples.PAYMENT)
        .addHeader("X-RateLimit-Remaining", "3")
        .build();
  }

  /** The permit is held, and then there is no key to sign with, once. */
  private static ForeignCall unused(ForeignCall call) {
    return call.set(
        client -> {
          AtomicInteger asked = new AtomicInteger();
          client.credential(
              () -> {
                if (asked.incrementAndGet() == 2) { // the first time, the client is built
                  throw new ConfigurationException("key", "there is none.");
                }
                return Samples.KEY;
              });
        });
  }
}
