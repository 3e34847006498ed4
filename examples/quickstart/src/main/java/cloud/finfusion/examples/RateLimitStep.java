package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.ratelimit.LimitReached;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls on a small plan: calls beyond the burst wait for a permit, and the listener is notified.
 */
final class RateLimitStep {
  private static final LimitReached NEVER = new LimitReached(Duration.ZERO, 0, 0);

  private final Sandbox sandbox;
  private final URI api;
  private final Tour tour;

  RateLimitStep(Sandbox sandbox, URI api, Tour tour) {
    this.sandbox = sandbox;
    this.api = api;
    this.tour = tour;
  }

  String run() {
    CompletableFuture<LimitReached> notified = new CompletableFuture<>();
    RateLimiter plan =
        RateLimiter.builder().maxRequests(600).burst(5).onLimitReached(notified::complete).build();
    try (FinFusion client =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(api).rateLimiter(plan).build()) {
      for (int i = 0; i < 8; i++) {
        client.customers().list().pages().iterator().next();
      }
    }
    LimitReached reached = notified.completeOnTimeout(NEVER, 5, TimeUnit.SECONDS).join();
    tour.check(reached.limit() == 600, "onLimitReached for 600 a minute", reached.limit());
    return "the burst at once, the others after a wait; onLimitReached was notified of "
        + reached.limit()
        + " a minute";
  }
}
