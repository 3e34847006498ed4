package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.auth.RateLimits;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The clock, which can be moved on, and the rate limits. */
final class SandboxState {
  private static final long MAX_SECONDS = Duration.ofDays(366).toSeconds();
  private static final int MAX_OWNERS = 10;

  private final InstantSource clock;
  private final Consumer<Duration> advance;
  private final boolean clockRuns;
  private final RateLimits limits;

  SandboxState(ConsoleParts parts) {
    this.clock = parts.context().clock();
    this.advance = parts.advance();
    this.clockRuns = parts.clockRuns();
    this.limits = parts.limits();
  }

  JsonNode get() {
    ObjectNode state = Json.object();
    state.putObject("clock").put("now", clock.instant().toEpochMilli()).put("runs", clockRuns);
    limits
        .limits()
        .ifPresent(
            plan ->
                state
                    .putObject("plan")
                    .put("per_minute", plan.perMinute())
                    .put("burst", plan.burst()));
    ArrayNode owners = state.putArray("remaining");
    limits.remaining().stream()
        .limit(MAX_OWNERS)
        .forEach(
            each ->
                owners
                    .addObject()
                    .put("owner", each.owner())
                    .put("requests", each.requests())
                    .put("seconds_to_full", each.secondsToFull()));
    return state;
  }

  JsonNode advance(JsonNode wanted) {
    long seconds = wanted.path("seconds").asLong();
    if (seconds < 1 || seconds > MAX_SECONDS) {
      throw new ApiError(400, "The clock moves on by 1 to " + MAX_SECONDS + " seconds at once.");
    }
    advance.accept(Duration.ofSeconds(seconds));
    return get();
  }
}
